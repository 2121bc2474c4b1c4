import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../family.js';
import { pageIn } from './page.js';
import type { ReferencePage } from './page.js';

/** A saved page is some tens of kilobytes; what is far bigger is none. */
const biggest = 4_000_000;

/** Every saved page of an endpoint below a folder. The files are data: nothing in them is run. */
export function readPages(folder: string): readonly ReferencePage[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareText);
  return files.map(readPage).filter((page) => page !== null);
}

function readPage(file: string): ReferencePage | null {
  const text = readFileSync(file, 'utf8');
  if (text.length > biggest || !text.includes('"interface_path"')) return null;
  try {
    return pageIn(JSON.parse(text));
  } catch {
    return null;
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../family.js';
import { pageIn } from './page.js';
import type { ReferencePage } from './page.js';
import { webhookPageIn } from './webhook-page.js';
import type { WebhookPage } from './webhook-page.js';

/** A saved page is some tens of kilobytes; what is far bigger is none. */
const biggest = 4_000_000;

/** Every saved page of an endpoint below a folder. The files are data: nothing in them is run. */
export function readPages(folder: string): readonly ReferencePage[] {
  return readEach(folder, '"interface_path"', pageIn);
}

/** Every saved page of a webhook below a folder. */
export function readWebhookPages(folder: string): readonly WebhookPage[] {
  return readEach(folder, '"content"', webhookPageIn);
}

function readEach<Page>(
  folder: string,
  telling: string,
  read: (json: unknown) => Page | null,
): readonly Page[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareText);
  return files.map((file) => readPage(file, telling, read)).filter((page) => page !== null);
}

function readPage<Page>(file: string, telling: string, read: (json: unknown) => Page | null): Page | null {
  const text = readFileSync(file, 'utf8');
  if (text.length > biggest || !text.includes(telling)) return null;
  try {
    return read(JSON.parse(text));
  } catch {
    return null;
  }
}

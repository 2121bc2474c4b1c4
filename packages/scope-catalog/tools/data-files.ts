import { digestOf } from '@leastscope/scope-catalog';
import type { BuiltCatalog } from './build-catalog.js';

/** The files of `data/` as text: one row a line, so that a change of one row is a change of one line. What is no table is set out. */
export function dataFiles({ data, fields }: BuiltCatalog): ReadonlyMap<string, string> {
  const { version, date, platform, ...tables } = data;
  const files = new Map([
    ['meta.json', setOut({ version, date, digest: digestOf(data) })],
    ['platform.json', setOut(platform)],
  ]);
  for (const [name, rows] of Object.entries({ ...tables, fields }))
    files.set(`${kebab(name)}.json`, linesOf(rows));
  return files;
}

function setOut(one: object): string {
  return `${JSON.stringify(one, null, 2)}\n`;
}

function linesOf(rows: readonly unknown[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

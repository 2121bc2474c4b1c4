import { posix } from 'node:path';

/** Members of plain data that name a file, relative to the root of what they are part of. */
const names: ReadonlySet<string> = new Set(['file', 'declaration']);

/** Every file that plain data names, put below a folder; what lies beside it (`../../packages/lib/a.ts`) is named without detours. A walk over the data, so that no new member is forgotten. */
export function putBelow<T>(folder: string, value: T): T {
  return folder === '' ? value : (move(folder, value) as T);
}

function move(folder: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => move(folder, item));
  if (typeof value !== 'object' || value === null) return value;
  const moved = Object.entries(value).map(([key, member]: [string, unknown]) => [
    key,
    names.has(key) && typeof member === 'string' ? posix.normalize(folder + member) : move(folder, member),
  ]);
  return Object.fromEntries(moved);
}

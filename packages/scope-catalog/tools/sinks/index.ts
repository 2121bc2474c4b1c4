import type { Sink } from '@leastscope/scope-catalog';
import { compareText } from '../family.js';
import { fileSinks } from './file-sinks.js';
import { keyValueSinks } from './key-value-sinks.js';
import { logSinks } from './log-sinks.js';
import { namedSinks } from './named-sinks.js';
import { objectSinks } from './object-sinks.js';
import { querySinks } from './query-sinks.js';
import { respondSinks } from './respond-sinks.js';

/** What takes data out of the code, or away again. Written by hand; a new library is a row in one of these tables. */
export const sinks: readonly Sink[] = oneForEach([
  ...logSinks,
  ...objectSinks,
  ...querySinks,
  ...keyValueSinks,
  ...fileSinks,
  ...respondSinks,
  ...namedSinks,
]);

/** Globals stand in several tables; in the catalog they are one row of each kind. */
function oneForEach(rows: readonly Sink[]): readonly Sink[] {
  const merged = new Map<string, Sink>();
  for (const row of rows) {
    const key = `${row.package} ${row.kind} ${row.package === '*' ? row.names.join(' ') : ''}`;
    const before = merged.get(key);
    merged.set(key, before === undefined ? row : joined(before, row));
  }
  return [...merged].sort(([a], [b]) => compareText(a, b)).map(([, row]) => row);
}

function joined(a: Sink, b: Sink): Sink {
  return { ...a, methods: [...a.methods, ...b.methods], source: `${a.source} | ${b.source}` };
}

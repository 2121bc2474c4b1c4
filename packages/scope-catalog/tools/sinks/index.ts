import type { Sink } from '@leastscope/scope-catalog';
import { compareText } from '../family.js';
import { discloseSinks } from './disclose-sinks.js';
import { fileSinks } from './file-sinks.js';
import { keyValueSinks } from './key-value-sinks.js';
import { logSinks } from './log-sinks.js';
import { namedSinks } from './named-sinks.js';
import { objectSinks } from './object-sinks.js';
import { querySinks } from './query-sinks.js';
import { queueSinks } from './queue-sinks.js';
import { respondSinks } from './respond-sinks.js';

/** What takes data out of the code, or away again. Written by hand; a new library is a row in one of these tables. */
export const sinks: readonly Sink[] = oneForEach([
  ...logSinks,
  ...objectSinks,
  ...querySinks,
  ...keyValueSinks,
  ...queueSinks,
  ...fileSinks,
  ...respondSinks,
  ...discloseSinks,
  ...namedSinks,
]);

/** Globals and some packages stand in several tables; in the catalog they are one row of each kind. */
function oneForEach(rows: readonly Sink[]): readonly Sink[] {
  const merged = new Map<string, Sink>();
  for (const row of rows) {
    const key = [
      row.package,
      row.kind,
      row.statement ?? '',
      row.package === '*' ? row.names.join(' ') : '',
    ].join(' ');
    const before = merged.get(key);
    merged.set(key, before === undefined ? row : joined(before, row));
  }
  return [...merged].sort(([a], [b]) => compareText(a, b)).map(([, row]) => row);
}

function joined(a: Sink, b: Sink): Sink {
  const source = a.source === b.source ? a.source : `${a.source} | ${b.source}`;
  const names = [...new Set([...a.names, ...b.names])];
  return { ...a, ...b, methods: [...a.methods, ...b.methods], names, source };
}

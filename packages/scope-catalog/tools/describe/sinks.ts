import type { CatalogData, Sink } from '@leastscope/scope-catalog';
import { code, table } from './table.js';

const kinds: Readonly<Record<Sink['kind'], string>> = {
  log: 'writes into a log, or tells a watching service',
  store: 'keeps',
  delete: 'takes away again',
  respond: 'answers to whoever asked',
  disclose: 'hands to somebody else’s service',
};

export function sinks(data: CatalogData): string {
  return table(
    ['what it does', 'packages'],
    Object.entries(kinds).map(([kind, what]) => [
      what,
      data.sinks
        .filter((row) => row.kind === kind && row.package !== '*')
        .map((row) => code(row.package))
        .join(', '),
    ]),
  );
}

export function namedSinks(data: CatalogData): string {
  return table(
    ['what it does', 'names', 'methods'],
    data.sinks
      .filter(({ names }) => names.length > 0)
      .map(({ kind, names, methods }) => [
        kinds[kind],
        names.map(code).join(', '),
        methods.map(code).join(', '),
      ]),
  );
}

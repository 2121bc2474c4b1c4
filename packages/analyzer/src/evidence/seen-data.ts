import { webhookTypeOf } from '@leastscope/scope-catalog';
import { comparePlaces, compareText, keyOfPlace } from '../lookups/places.js';
import type { Outflow } from '../model/data-flow.js';
import type { SeenData } from '../model/evidence.js';

/** The pieces of data of some outflows, each once, by place, then category. */
export function seenDataOf(outflows: readonly Outflow[]): readonly SeenData[] {
  const seen = new Map<string, SeenData>();
  for (const one of outflows.flatMap(piecesOf)) {
    const key = [keyOfPlace(one.at), one.category, one.endpoint, one.webhook, one.path].join(' ');
    const known = seen.get(key);
    if (known === undefined || (!known.isCertain && one.isCertain)) seen.set(key, one);
  }
  return [...seen.values()].sort(
    (a, b) =>
      comparePlaces(a.at, b.at) ||
      compareText(a.category, b.category) ||
      compareText(a.path, b.path) ||
      compareText(a.endpoint ?? '', b.endpoint ?? ''),
  );
}

function piecesOf({ part, takenAt, isCertain, isBeyondImports }: Outflow): readonly SeenData[] {
  const webhook = webhookTypeOf(part.endpoint);
  return part.categories.map((category) => ({
    category,
    endpoint: webhook === null ? part.endpoint : null,
    webhook,
    path: part.path,
    at: takenAt,
    isCertain: isCertain && !isBeyondImports && part.isSomeOf !== true,
  }));
}

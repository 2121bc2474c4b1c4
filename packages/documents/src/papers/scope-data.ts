import type { ScopeNeed } from '@leastscope/analyzer';
import type { Cell, Sighting, Spot } from '../cells/cell.js';
import { compareText, said, shown } from '../cells/make-cells.js';
import type { DeclaredPurpose } from '@leastscope/analyzer';
import type { Datum } from '../dossier/datum.js';
import type { Dossier } from '../dossier/dossier.js';
import { isPersonal } from '../dossier/personal.js';
import { spotOf } from '../cells/cell.js';

/** The endpoints that a scope is called for, each with its calls; as the code has the path where the catalog knows none. */
export function endpointsOf({ uses }: ScopeNeed): readonly (readonly [string, readonly Spot[]])[] {
  const calls = new Map<string, Spot[]>();
  for (const { endpoint, method, path, place } of uses) {
    const name = endpoint ?? `${method} ${path}`;
    calls.set(name, [...(calls.get(name) ?? []), spotOf(place)]);
  }
  return [...calls].sort(([a], [b]) => compareText(a, b));
}

export function purposesOfScope(need: ScopeNeed, dossier: Dossier): readonly DeclaredPurpose[] {
  const ids = new Set([...need.uses.map(dossier.purposeOf), ...need.manual.map(({ purpose }) => purpose)]);
  return dossier.claims.purposes.filter(({ id }) => ids.has(id));
}

/** Personal data that the called endpoints answer with, whether or not the code looks at it. */
export function delivered(need: ScopeNeed, { catalog }: Dossier): readonly Cell[] {
  const fromCalls = endpointsOf(need).flatMap(([id]) => {
    const categories = catalog.endpointById.get(id)?.categories;
    return categories === undefined ? [] : [...categories.primary, ...categories.incidental];
  });
  const fromWebhooks = need.webhooks.flatMap((type) => catalog.webhookByType.get(type)?.categories ?? []);
  const all = [...new Set([...fromCalls, ...fromWebhooks])].filter((one) => isPersonal(catalog, one));
  return all.sort(compareText).map((category) => said(category, 'catalog'));
}

export function isOfScope({ source }: Datum, need: ScopeNeed): boolean {
  const names = [...endpointsOf(need).map(([id]) => id), ...need.webhooks.map((type) => `webhook ${type}`)];
  return names.some((name) => source.startsWith(`${name} `));
}

/** One cell a category that has such lines. */
export function dataCells(
  data: readonly Datum[],
  linesOf: (datum: Datum) => readonly Sighting[],
): readonly Cell[] {
  const lines = new Map<string, Sighting[]>();
  for (const datum of data) {
    const own = linesOf(datum);
    if (own.length > 0) lines.set(datum.category, [...(lines.get(datum.category) ?? []), ...own]);
  }
  return [...lines].sort(([a], [b]) => compareText(a, b)).map(([category, by]) => shown(category, by));
}

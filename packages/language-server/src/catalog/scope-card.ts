import { categoriesOfScope, endpointsOfScope } from '@leastscope/scope-catalog';
import { isPersonal } from '@leastscope/analyzer';
import { kindOfScope } from './scope-words.js';
import type { View } from '../model/view.js';
import { card, code, escapeText } from '../text/markdown.js';
import { spot } from '../text/places.js';
import { count, listed } from '../text/words.js';
import { needOf, neededWords } from './needed-by.js';

/** A scope: what it is, what it opens, and what of this project needs it. */
export function scopeCard(view: View, key: string): string {
  const { catalog } = view.engine;
  const scope = catalog.scopeByKey.get(key);
  if (scope === undefined) return `**${code(key)}** is unknown to this catalog.`;
  const personal = categoriesOfScope(catalog, key).filter((id) => isPersonal(catalog, id));
  return card(
    `**${code(key)}** ${escapeText(scope.title)}`,
    [escapeText(scope.description)],
    [
      kindOfScope(scope),
      `opens ${count(endpointsOfScope(catalog, key).length, 'endpoint')} with ${count(personal.length, 'personal category')}`,
      ...neededPoints(view, key),
    ],
  );
}

/** Only the whole project can say that nothing needs it. */
function neededPoints(view: View, key: string): readonly string[] {
  const need = needOf(view, key);
  if (need === null && view.horizon === 'file') return [];
  const calls = (need?.uses ?? []).map(
    (use) => `${code(use.endpoint ?? use.path)} at ${code(spot(use.place))}`,
  );
  const alternatives = need?.alternatives ?? [];
  return [
    `here: ${escapeText(neededWords(view, key))}`,
    ...calls.slice(0, 8),
    ...(calls.length > 8 ? [`and ${String(calls.length - 8)} more`] : []),
    ...(alternatives.length > 0 ? [`would have served too: ${listed(alternatives.map(code))}`] : []),
  ];
}

import { resolveEndpoint, type Use } from '@leastscope/analyzer';
import type { Endpoint } from '@leastscope/scope-catalog';
import type { View } from '../model/view.js';
import { card, code, escapeText, rich } from '../text/markdown.js';
import { spot } from '../text/places.js';
import { count, listed } from '../text/words.js';
import { dataOfUse, type DataOfUse } from './data-of-use.js';
import { scopeWords } from '../catalog/scope-words.js';

/** What one call costs: endpoint, scopes, token, personal data, purpose, and the way to less. */
export function useCard(view: View, use: Use): string {
  const { endpoint, legacy } = resolveEndpoint(view.engine.catalog, use);
  const title = `**${code(use.endpoint ?? `${use.method} ${use.path}`)}**`;
  if (endpoint === null) {
    return card(title, [escapeText('Not in this catalog, so nothing is claimed of it.')], throughPoints(use));
  }
  const replaced =
    legacy === null ? [] : [`The first generation’s path; ${code(endpoint.id)} took its place.`];
  return card(
    `${title} ${escapeText(endpoint.title)}`,
    [...replaced, ...stateWords(use)],
    [
      scopePoint(view, endpoint),
      tokenPoint(endpoint),
      ...dataPoints(dataOfUse(view, use, endpoint)),
      purposePoint(view, use),
      ...deprecatedPoint(endpoint),
      ...throughPoints(use),
    ].filter((point) => point !== ''),
  );
}

function stateWords(use: Use): readonly string[] {
  const possibly = use.state === 'possibly-needed' ? ['Possibly: part of the request stayed open.'] : [];
  const uncalled =
    use.uncalled === undefined ? [] : [`In ${code(use.uncalled)}, which nothing is seen to call.`];
  return [...possibly, ...uncalled];
}

function scopePoint(view: View, endpoint: Endpoint): string {
  if (endpoint.scopeConfidence === 'not-needed') return 'needs no scope';
  if (endpoint.scopes.length === 0) return 'which scope it needs is unknown to this catalog';
  const scopes = endpoint.scopes.map((key) => scopeWords(view, key)).join(', or ');
  return `${endpoint.scopeConfidence === 'inferred' ? 'probably needs' : 'needs'} ${scopes}`;
}

function tokenPoint({ tokens }: Endpoint): string {
  return tokens.length === 0 ? '' : `takes the token of a ${escapeText(tokens.join(' or '))}`;
}

function dataPoints({ brings, sends, reads, isOpen, ways }: DataOfUse): readonly string[] {
  const atLeast = isOpen ? 'at least ' : '';
  const names = reads.length === 0 ? '' : `: ${listed(reads.map(code))}`;
  const brought =
    brings.length === 0
      ? 'brings no personal data'
      : `brings ${count(brings.length, 'personal category')}, this code reads ${atLeast}${String(reads.length)}${names}`;
  return [
    brought,
    ...(sends.length === 0 ? [] : [`sends ${listed(sends.map(code))}`]),
    ...ways.map((way) => `narrower, with all that is read: ${rich(way.title)}`),
  ];
}

function purposePoint({ analysis, engine }: View, use: Use): string {
  const { declaration, directives } = analysis;
  if (declaration === null) return '';
  const id = engine.purposeOfUse(use, declaration, engine.catalog, directives);
  return id === null ? 'no purpose of this file covers it' : `covered by the purpose ${code(id)}`;
}

function deprecatedPoint({ status, replacedBy }: Endpoint): readonly string[] {
  if (status === 'current') return [];
  return [
    replacedBy === null ? escapeText(status) : `${escapeText(status)}; ${code(replacedBy)} took its place`,
  ];
}

function throughPoints({ via }: Use): readonly string[] {
  return via.map(({ place, note }) => `${escapeText(note)}: ${code(spot(place))}`);
}

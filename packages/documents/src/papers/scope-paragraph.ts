import type { ScopeNeed } from '@leastscope/analyzer';
import type { Cell } from '../cells/cell.js';
import { missing, said } from '../cells/make-cells.js';
import { sightingsOf } from '../dossier/datum.js';
import type { Dossier } from '../dossier/dossier.js';
import { spotOf } from '../cells/cell.js';
import { dataCells, delivered, endpointsOf, isOfScope, purposesOfScope } from './scope-data.js';
import * as describe from './describe.js';

const mostCharacters = 500;

/** For the form: what the seller gets, which calls, which data, what is not taken. At most 500 characters. */
export function paragraphOf(key: string, need: ScopeNeed, dossier: Dossier): Cell {
  const purposes = purposesOfScope(need, dossier);
  const at = [
    ...need.uses.map(({ place }) => spotOf(place)),
    ...purposes.map((purpose) => spotOf(purpose.place)),
  ];
  if (purposes.length === 0)
    return missing(`purposes: none covers the calls of ${key}`, describe.who.product, at);
  const endpoints = endpointsOf(need).map(([endpoint]) => endpoint);
  const own = dossier.data.filter((datum) => isOfScope(datum, need));
  const taken = dataCells(own, (datum) => sightingsOf([datum])).map(({ value }) => value);
  const left = delivered(need, dossier)
    .map(({ value }) => value)
    .filter((one) => !own.some(({ category }) => category === one));
  const write = (most: number): string =>
    [
      purposes.map(({ text }) => sentence(text)).join(' '),
      `It calls ${listed(endpoints, most, 'endpoint')}.`,
      taken.length === 0 && left.length > 0
        ? ''
        : taken.length === 0
          ? 'It is not seen to take personal data.'
          : `Of personal data it takes ${listed(taken, most, 'category', 'categories')}.`,
      left.length === 0 ? '' : `It is not seen to take ${listed(left, most, 'category', 'categories')}.`,
    ]
      .filter((part) => part !== '')
      .join(' ');
  return said(fitting(write), 'derived', at);
}

/** The longest of the texts that fits; a purpose that fills it alone is cut at a word. */
function fitting(write: (most: number) => string): string {
  for (const most of [99, 8, 4, 2, 1]) {
    const text = write(most);
    if (text.length <= mostCharacters) return text;
  }
  return `${write(1)
    .slice(0, mostCharacters - 1)
    .replace(/\s+\S*$/, '')}…`;
}

function listed(items: readonly string[], most: number, one: string, many = `${one}s`): string {
  if (items.length === 0) return `no ${one} that could be read`;
  const rest = items.length - most;
  const shown = rest > 0 ? items.slice(0, most) : items;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more ${rest === 1 ? one : many}` : ''}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

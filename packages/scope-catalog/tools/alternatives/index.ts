import { compareText } from '../family.js';
import { alternativesFrom } from './alternative-rows.js';
import type { AlternativeRow } from './alternative-rows.js';
import { endpointAlternatives } from './endpoint-alternatives.js';
import { switchAlternatives } from './switch-alternatives.js';
import { webhookAlternatives } from './webhook-alternatives.js';

/** In the order of the catalog; beside each carried path stands where the alternative has it. */
export const alternativeRows: readonly AlternativeRow[] = [
  ...endpointAlternatives,
  ...switchAlternatives,
  ...webhookAlternatives,
];

/** Ways to less data, written by hand from the platform's pages. */
export const alternatives = [...alternativesFrom(alternativeRows)].sort(
  (a, b) =>
    compareText(a.endpoint, b.endpoint) || compareText(a.kind, b.kind) || compareText(a.instead, b.instead),
);

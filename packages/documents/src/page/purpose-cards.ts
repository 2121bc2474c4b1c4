import { said } from '../cells/make-cells.js';
import { entryOf, type Entry } from '../cells/table.js';
import type { DeclaredPurpose } from '@leastscope/analyzer';
import type { Dossier } from '../dossier/dossier.js';
import { cellHtml, escapeHtml } from '../faces/html.js';
import { scopesOfPurpose } from '../papers/purpose-data.js';
import { recordEntry } from '../papers/record-entries.js';

/** Each declared purpose at a glance: its scopes, its data, where that goes and how long it stays. */
export function purposeCards(dossier: Dossier): string {
  const { purposes } = dossier.claims;
  if (purposes.length === 0) return '<p class="empty">The declaration names no purpose.</p>';
  return purposes.map((purpose) => card(purpose, dossier)).join('\n');
}

function card(purpose: DeclaredPurpose, dossier: Dossier): string {
  const scopes = entryOf(
    scopesOfPurpose(purpose, dossier),
    said('none: no call of this purpose was seen', 'code'),
  );
  const parts: readonly (readonly [string, Entry])[] = [
    ['Scopes', scopes],
    ['Personal data', recordEntry('categories', purpose, dossier)],
    ['Goes to', recordEntry('recipients', purpose, dossier)],
    ['Kept for', recordEntry('retention', purpose, dossier)],
  ];
  const list = parts
    .map(([title, entry]) => `<dt>${title}</dt><dd>${entry.map(cellHtml).join('')}</dd>`)
    .join('');
  return `<div class="card"><h3>${escapeHtml(purpose.id)}</h3><p>${escapeHtml(purpose.text)}</p><dl>${list}</dl></div>`;
}

import { spotText } from '../cells/cell.js';
import { distinctSpots } from '../cells/make-cells.js';
import type { Dossier } from '../dossier/dossier.js';
import { spotOf } from '../cells/cell.js';
import { anchor, escapeHtml } from '../faces/html.js';
import { scopesToTell, type ToldScope } from '../papers/scopes.js';

/** Which purpose needs which scope; each number opens its calls. */
export function matrixHtml(dossier: Dossier): string {
  const scopes = scopesToTell(dossier);
  if (scopes.length === 0) return '<p class="empty">No scope is requested, and no call needs one.</p>';
  const purposes: readonly (string | null)[] = [...dossier.claims.purposes.map(({ id }) => id), null];
  const used = purposes.filter(
    (purpose) => purpose !== null || scopes.some((scope) => callsOf(scope, null, dossier).length > 0),
  );
  const head = used.map((purpose) => `<th scope="col">${escapeHtml(purpose ?? 'no purpose')}</th>`).join('');
  const rows = scopes
    .map((scope) => {
      const cells = used.map((purpose) => `<td>${callsHtml(callsOf(scope, purpose, dossier))}</td>`).join('');
      return `<tr><th scope="row"><a href="#${anchor('scopes-scopes', scope.key)}">${escapeHtml(scope.key)}</a></th>${cells}</tr>`;
    })
    .join('\n');
  return `<p>The number of calls for each scope and purpose. Open one to see where they stand.</p><div class="scroll" tabindex="0" role="region" aria-label="Table of scopes and purposes"><table class="matrix"><thead><tr><th scope="col">scope</th>${head}</tr></thead>\n<tbody>${rows}</tbody></table></div>`;
}

function callsOf({ need }: ToldScope, purpose: string | null, { purposeOf }: Dossier): readonly string[] {
  const uses = (need?.uses ?? []).filter((use) => purposeOf(use) === purpose);
  return distinctSpots(uses.map(({ place }) => spotOf(place))).map(spotText);
}

function callsHtml(calls: readonly string[]): string {
  if (calls.length === 0) return '<span class="none">none</span>';
  const list = calls.map((call) => `<li><code>${escapeHtml(call)}</code></li>`).join('');
  return `<details><summary>${calls.length} ${calls.length === 1 ? 'call' : 'calls'}</summary><ul>${list}</ul></details>`;
}

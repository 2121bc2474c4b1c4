import type { Cell } from '../cells/cell.js';
import { contradiction, declared, missing } from '../cells/make-cells.js';
import type { Entry } from '../cells/table.js';
import type { Dossier } from '../dossier/dossier.js';
import { who } from './describe.js';

/** The function that deletes when a seller or creator withdraws, and whether the platform is asked to tell of that. */
export function withdrawalHandler(dossier: Dossier): Entry {
  const handler = dossier.claims.deletion?.handler ?? null;
  const cell = declared(handler?.value, 'deletion.handler', handler?.place ?? null, who.engineering);
  const gap = webhookGap(dossier);
  return gap === null ? [cell] : [cell, gap];
}

/** Null where one of the webhooks is subscribed to, where none would tell, and where a mistake took the list out. */
export function webhookGap({ broken, catalog, claims }: Dossier): Cell | null {
  const { app, deletion, webhooks } = claims;
  if (deletion === null || broken.includes('webhooks')) return null;
  const { withdrawal } = catalog.platform.webhooks;
  const own = (app?.tokens ?? []).flatMap((principal) => withdrawal[principal] ?? []);
  const types = app?.tokens.length === 0 ? Object.values(withdrawal) : own;
  if (types.length === 0 || webhooks.some(({ value }) => types.includes(value))) return null;
  const named = types.join(' or ');
  const at = [deletion.handler.place, ...webhooks.map(({ place }) => place)];
  return webhooks.length === 0
    ? missing(`webhooks: ${named}, which tells of a withdrawal`, who.engineering, at)
    : contradiction(`deletion.handler is declared; webhooks does not name ${named}`, 'declaration', at);
}

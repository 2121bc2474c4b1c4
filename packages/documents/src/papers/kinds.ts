import type { TableKind } from '../forms/formats.js';
import type { Paper } from '../cells/table.js';
import { compareNotice, type SavedNotice } from './compare-notice.js';
import { noticeForCalifornia } from './notice-for-california.js';
import type { Dossier } from '../dossier/dossier.js';
import { inventory } from './inventory.js';
import { notice } from './notice.js';
import { questionnaire } from './questionnaire.js';
import { recipients } from './recipients.js';
import { record, type Template } from './record.js';
import { rights } from './rights.js';
import { scopes } from './scopes.js';

/** Papers that are tables, in the order of the pack. */
export const tableKinds: readonly TableKind[] = [
  'scopes',
  'inventory',
  'record',
  'notice',
  'rights',
  'recipients',
  'questionnaire',
];

export function isTableKind(kind: string): kind is TableKind {
  return tableKinds.some((one) => one === kind);
}

/** Another form of one of the papers than the pack has. */
export type Variant =
  | { readonly kind: 'record'; readonly template: Template }
  | { readonly kind: 'california' }
  | { readonly kind: 'compare'; readonly saved: SavedNotice };

export function makePaper(kind: TableKind, dossier: Dossier, variant: Variant | null = null): Paper {
  if (variant?.kind === 'california') return noticeForCalifornia(dossier);
  if (variant?.kind === 'compare') return compareNotice(dossier, variant.saved);
  return kind === 'record' ? record(dossier, variant?.template ?? null) : makers[kind](dossier);
}

const makers: Readonly<Record<Exclude<TableKind, 'record'>, (dossier: Dossier) => Paper>> = {
  scopes,
  inventory,
  notice,
  rights,
  recipients,
  questionnaire,
};

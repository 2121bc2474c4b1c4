import type { TableKind } from '../forms/formats.js';
import type { Paper } from '../cells/table.js';
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

/** `template` is for the record alone. */
export function makePaper(kind: TableKind, dossier: Dossier, template: Template = null): Paper {
  return kind === 'record' ? record(dossier, template) : makers[kind](dossier);
}

const makers: Readonly<Record<Exclude<TableKind, 'record'>, (dossier: Dossier) => Paper>> = {
  scopes,
  inventory,
  notice,
  rights,
  recipients,
  questionnaire,
};

import { controllerForm, processorForm, recordTemplates, type RecordForm } from '../forms/record-columns.js';
import { missing } from '../cells/make-cells.js';
import { tableOf, type Entry, type Paper } from '../cells/table.js';
import type { DeclaredPurpose } from '@leastscope/analyzer';
import type { Dossier } from '../dossier/dossier.js';
import { recordEntry } from './record-entries.js';

export type Template = keyof typeof recordTemplates | null;

/** The record of processing, one activity a purpose, in the columns of the law or of a regulator. */
export function record(dossier: Dossier, template: Template = null): Paper {
  const form = formFor(dossier, template);
  return {
    kind: 'record',
    title: form.title,
    intro: `One row for each declared purpose. Columns: ${form.source} (${form.date}).`,
    tables: [
      tableOf({
        id: 'record',
        title: 'Activities',
        columns: form.columns.map(({ title }) => title),
        rows: dossier.claims.purposes.map((purpose) => ({
          id: purpose.id,
          entries: form.columns.map(({ fields }) => entriesOf(fields, purpose, dossier)),
        })),
        whenEmpty: 'The declaration names no purpose, so there is no activity to record.',
      }),
    ],
    paragraphs: [],
  };
}

function formFor({ role }: Dossier, template: Template): RecordForm {
  if (template !== null) return recordTemplates[template];
  return role === 'controller' ? controllerForm : processorForm;
}

function entriesOf(
  fields: RecordForm['columns'][number]['fields'],
  purpose: DeclaredPurpose,
  dossier: Dossier,
): Entry {
  const [first, ...rest] = fields.flatMap((field) => recordEntry(field, purpose, dossier));
  return first === undefined
    ? [missing('nothing that this form asks for', 'whoever answers for privacy')]
    : [first, ...rest];
}

import type { Cell } from '../cells/cell.js';
import { said } from '../cells/make-cells.js';
import { entryOf, tableOf, type Entry, type Paper } from '../cells/table.js';
import {
  questionnaireItems,
  questionnaireSource,
  type QuestionnaireItem,
} from '../forms/questionnaire-items.js';
import type { Dossier } from '../dossier/dossier.js';
import { controlAnswer, controlEvidence } from './control-cells.js';
import { helpFor } from './questionnaire-help.js';

const columns = ['part', 'item', 'asks', 'answer', 'rests on', 'section of the page'];

/** The items of the platform's review, each with its answer or with who has to give it. */
export function questionnaire(dossier: Dossier): Paper {
  return {
    kind: 'questionnaire',
    title: 'Data security and privacy review',
    intro: `Items as seen in ${questionnaireSource.source} (${questionnaireSource.date}). What only a person can answer is never filled in for them.`,
    tables: [
      tableOf({
        id: 'questionnaire',
        title: 'Items',
        columns,
        rows: questionnaireItems.map((item) => ({
          id: `item ${item.item}`,
          entries: entriesOf(item, dossier),
        })),
        whenEmpty: 'No items are known.',
      }),
    ],
    paragraphs: [],
  };
}

function entriesOf(item: QuestionnaireItem, dossier: Dossier): readonly Entry[] {
  const { answer, evidence } = helpFor(item.help, dossier);
  const attested = item.controls.slice(0, 1).map((id) => controlAnswer(id, dossier));
  const proofs = item.controls.flatMap((id, index) => controlEvidence(id, index === 0, dossier));
  const answers: readonly Cell[] = attested.length === 0 ? answer : attested;
  return [
    [said(item.part, 'derived')],
    [said(String(item.item), 'derived')],
    [said(item.asks, 'derived')],
    entryOf(answers, said('nothing to answer', 'derived')),
    entryOf([...proofs, ...evidence], said('the answer itself', 'derived')),
    [said(item.section, 'catalog')],
  ];
}

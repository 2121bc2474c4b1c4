import { loadControls } from '@leastscope/scope-catalog';
import { didYouMean } from './nearest.js';
import type { PartialData } from './schema.js';
import type { Slip } from './slip.js';

/** Answers that prove nothing or explain nothing, and controls that nobody asks about. */
export function controlSlips({ controls = {} }: PartialData): readonly Slip[] {
  const ids = loadControls().map(({ id }) => id);
  return Object.entries(controls).flatMap(([id, control]) => [
    ...(ids.includes(id) ? [] : [unknownControl(id, ids)]),
    ...answerSlips(id, control),
  ]);
}

function unknownControl(id: string, ids: readonly string[]): Slip {
  return {
    path: ['controls', id],
    message: `There is no control \`${id}\` in the catalog.`,
    help: didYouMean(ids, id, 'The catalog lists the controls.'),
  };
}

function answerSlips(
  id: string,
  { answer, because, document, statement }: NonNullable<PartialData['controls']>[string],
): readonly Slip[] {
  const path = ['controls', id, 'answer'];
  if (answer !== 'yes')
    return because === undefined
      ? [
          {
            path,
            message: `\`${id}\` is answered with "${answer}" and no reason.`,
            help: 'Add `because: …`.',
          },
        ]
      : [];
  if (document !== undefined || statement !== undefined || isQuestionOfFact(id)) return [];
  const help = 'Name the file with `document: …`, or say it with `statement: …`.';
  return [{ path, message: `\`${id}\` is answered with "yes" and nothing to show for it.`, help }];
}

/** Whether there was a breach or a complaint: a yes is told of, not proven. */
function isQuestionOfFact(id: string): boolean {
  return id.endsWith('-last-3-years');
}

import type { FieldRead } from '../model/data-flow.js';
import type { RuleContext } from '../model/judgement.js';
import { answerOf, type Answer } from './answer-of.js';
import { judgedData, type JudgedData } from './judged-data.js';
import { personalIn, type PersonalCategory } from './personal-parts.js';
import { oncePer } from '../util/once-per.js';

/** One personal category that a field is read for and that nobody allows. */
export interface RefusedRead extends JudgedData<FieldRead>, PersonalCategory {
  readonly answer: Exclude<Answer, 'allowed'>;
}

/**
 * Fields of personal data that the code reads and that no purpose of the answering file allows. Not of a call that the
 * purposes refuse as a whole: that is one decision, and `exceeds-purpose` asks for it.
 */
export const refusedReads = oncePer((context: RuleContext): readonly RefusedRead[] =>
  judgedData(context.reads, context)
    .filter(({ call }) => call === 'covered')
    .flatMap((judged) => refusedBy(judged, context)),
);

/** Records on the way to a field accuse nobody; the field does. */
function refusedBy(judged: JudgedData<FieldRead>, { catalog }: RuleContext): readonly RefusedRead[] {
  const { point, owners } = judged;
  if (point.part.kind !== 'field' || owners.length === 0) return [];
  const personal = personalIn(catalog, point.part);
  const refused = personal.flatMap((one) => {
    const answer = answerOf(catalog, owners, one.category);
    return answer === 'allowed' ? [] : [{ ...judged, ...one, answer }];
  });
  return point.part.isSomeOf === true ? mildest(refused, personal.length) : refused;
}

/** It is of one of several categories: refused only where each of them is, and told of the one that asks the least. */
function mildest(refused: readonly RefusedRead[], asked: number): readonly RefusedRead[] {
  if (refused.length < asked) return [];
  const told = refused.find(({ answer }) => answer === 'optional') ?? refused[0];
  return told === undefined ? [] : [told];
}

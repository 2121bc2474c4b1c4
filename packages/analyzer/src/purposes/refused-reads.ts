import type { FieldRead } from '../model/data-flow.js';
import type { RuleContext } from '../model/judgement.js';
import { isAllowed } from './allowed-data.js';
import { judgedData, type JudgedData } from './judged-data.js';
import { personalIn, type PersonalCategory } from './personal-parts.js';

/** One personal category that a field is read for and that nobody allows. */
export interface RefusedRead extends JudgedData<FieldRead>, PersonalCategory {}

/** Fields of personal data that the code reads and that no purpose of the answering file allows. */
export function refusedReads(context: RuleContext): readonly RefusedRead[] {
  return judgedData(context.reads, context).flatMap((judged) => refusedBy(judged, context));
}

/** Records on the way to a field accuse nobody; the field does. */
function refusedBy(judged: JudgedData<FieldRead>, { catalog }: RuleContext): readonly RefusedRead[] {
  const { point, owners } = judged;
  if (point.part.kind !== 'field' || owners.length === 0) return [];
  const personal = personalIn(catalog, point.part);
  const refused = personal.filter(({ category }) => !isAllowed(catalog, owners, category));
  // It is of one of several categories: refused only where each of them is, and told of one.
  const told =
    point.part.isSomeOf !== true ? refused : refused.length < personal.length ? [] : refused.slice(0, 1);
  return told.map((one) => ({ ...judged, ...one }));
}

import { groupBy } from '../util/group-by.js';
import { keyOfPlace } from '../lookups/places.js';
import type { HandOver } from '../model/evidence.js';
import type { EvidenceContext } from './evidence-context.js';
import { isQuestion } from './is-question.js';
import { seenDataOf } from './seen-data.js';
import type { Taken } from './taken.js';

/** Data handed to what cannot be seen into, a call at a time. */
export function findHandOvers(context: EvidenceContext): readonly HandOver[] {
  const handed = context.taken.filter(
    ({ outflow, site }) =>
      outflow.to === 'escaped' && !isQuestion(context.catalog, context.program.callees(site)),
  );
  return [...groupBy(handed, ({ outflow }) => keyOfPlace(outflow.takenAt)).values()].flatMap((group) => {
    const [first] = group;
    const data = seenDataOf(group.map(({ outflow }) => outflow));
    return data.length === 0 ? [] : [handOverOf(context, first, data)];
  });
}

function handOverOf(
  { binding, program }: EvidenceContext,
  { site, call, outflow }: Taken,
  data: HandOver['data'],
): HandOver {
  const texts = [call.calleeText];
  const packages = program.callees(site).externals.map((one) => one.package);
  const declaredAs = binding.recipient({ texts, packages, host: null }) ?? binding.store({ texts });
  return { to: call.calleeText, at: outflow.takenAt, data, declaredAs };
}

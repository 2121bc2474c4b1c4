import type { FieldRead, Outflow } from '../model/data-flow.js';
import type { JudgedData } from './judged-data.js';
import type { Several } from '../util/group-by.js';

/**
 * What both hosts see of one place is one finding, and the same in both. What callers hand to the place is another, told
 * by the terminal, as far as it says more.
 */
export function byHorizon<Judged extends JudgedData<FieldRead | Outflow>>(
  all: readonly Judged[],
  saysOf: (judged: Judged) => readonly string[],
): readonly Several<Judged>[] {
  const near = all.filter(({ horizon }) => horizon === 'file');
  const said = new Set(near.flatMap(saysOf));
  const far = all.filter((one) => one.horizon === 'project' && saysOf(one).some((word) => !said.has(word)));
  return [near, far].flatMap(([first, ...others]) => (first === undefined ? [] : [[first, ...others]]));
}

import { functionAt } from '../lookups/function-at.js';
import type { Binding, FileFacts, Write } from '../model/facts.js';

/**
 * Assignments that may have happened when a variable is asked for at a place: the earlier ones, those of a loop around both,
 * and those of functions that may run in between. What changes the object that it holds counts wherever it stands: the object
 * may be asked for later, by another name.
 */
export function writesSeenAt(facts: FileFacts, binding: Binding, at: number): readonly Write[] {
  const { writes } = binding;
  if (writes.every((write) => write.at <= at)) return writes;
  const around = functionAt(facts, at);
  return writes.filter(
    (write) =>
      write.at <= at ||
      !replacesValue(write) ||
      write.function !== around ||
      // The function may have run before: the variable outlives it.
      write.function !== binding.function ||
      isInLoopAround(write, at),
  );
}

/** Whether the variable holds something else from then on. */
function replacesValue({ path, operator }: Write): boolean {
  return path.length === 0 && (operator === 'set' || operator === 'append' || operator === 'count');
}

/** Whether an assignment is seen at a place in the next round of a loop around both. */
export function isInLoopAround({ branches }: Write, at: number): boolean {
  return branches.some(({ loop }) => loop !== undefined && loop[0] <= at && at < loop[1]);
}

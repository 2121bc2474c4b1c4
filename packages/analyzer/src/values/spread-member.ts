import { certain, limited, underGuard, withoutEchoes } from './guarded.js';
import type { Interpreter } from './interpreter.js';
import type { Guarded, Value } from './value.js';

/** A property of what was spread, or null when the spread surely does not have it. */
export function spreadMember(
  interpreter: Interpreter,
  spread: readonly Guarded[],
  name: string,
): readonly Guarded[] | null {
  const found = spread.flatMap(({ value, guard: guard }) => {
    // What is unknown as a whole may hold anything: what stands before it in the literal is looked at, too.
    if (value.kind === 'absent' || value.kind === 'unknown' || value.kind === 'external') return [];
    return underGuard(guard, interpreter.member(value, name));
  });
  const present = found.filter(({ value }) => value.kind !== 'absent');
  return present.length > 0 ? limited(present) : null;
}

/**
 * `{ path: '/orders', ...given }`: where a path stands before something that is not known, that may put another in its
 * place. Of headers and options, which are spread like this everywhere, nothing else is doubted.
 */
export function orReplaced(
  interpreter: Interpreter,
  found: readonly Guarded[],
  behind: readonly (readonly Guarded[])[],
  name: string,
): readonly Guarded[] {
  if (behind.length === 0 || !found.some(({ value }) => isPath(value))) return found;
  const others = unseenMember(interpreter, behind, name).filter(({ value }) => value.kind !== 'absent');
  return limited(withoutEchoes([...found, ...others]));
}

function isPath(value: Value): boolean {
  return (
    value.kind === 'text' && value.pieces.some((piece) => piece.kind === 'piece' && piece.text.includes('/'))
  );
}

/** A property that no literal entry names: it may still come from a spread that is not known yet. */
export function unseenMember(
  interpreter: Interpreter,
  spreads: readonly (readonly Guarded[])[],
  name: string,
): readonly Guarded[] {
  const unseen = spreads.flat().filter(({ value }) => value.kind === 'unknown' || value.kind === 'external');
  if (unseen.length === 0) return certain({ kind: 'absent' });
  return unseen.flatMap(({ value, guard: guard }) => underGuard(guard, interpreter.member(value, name)));
}

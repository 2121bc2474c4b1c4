import type { DeclaredPurpose } from '../model/declaration.js';
import type { Place, Position } from '../model/place.js';
import type { RuleContext } from '../model/judgement.js';

/** The declared purposes without a mistake inside. What a mistake took out must not be reported as absent on top. */
export function validPurposes(context: RuleContext): readonly DeclaredPurpose[] {
  return (context.declaration?.purposes ?? []).filter((purpose) => isValid(purpose, context));
}

/** Whether a part of the declaration (a purpose, a store, a recipient) holds no mistake. */
export function isValid(part: { readonly place: Place }, { mistakes }: RuleContext): boolean {
  return !mistakes.some((mistake) => isInside(mistake.place, part.place));
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

function isInside(inner: Place, outer: Place): boolean {
  const [at, from, to] = [inner.start, outer.start, outer.end];
  return inner.file === outer.file && comparePositions(from, at) <= 0 && comparePositions(at, to) < 0;
}

import type { Branch, Expression } from '../model/facts.js';
import type { ReturnDraft } from './draft.js';

/**
 * What a function gives back. A choice by name (`switch (kind) { case 'a': return x; … }`) is folded into one
 * conditional, so that a caller who gives the name decides the value. Other conditions guard against trouble more often
 * than they choose, and working them all out costs far more than it tells: there each return is a possibility.
 */
export function foldReturns(returned: readonly ReturnDraft[]): Expression[] {
  const sure = returned.findIndex(({ branches }) => branches.length === 0);
  const reached = sure < 0 ? returned : returned.slice(0, sure + 1);
  const choosing = sure < 0 ? reached : reached.slice(0, -1);
  if (choosing.length === 0 || !choosing.every(isByName)) return reached.map(({ value }) => value);
  const folded = reached.reduceRight<Expression | null>(
    (rest, { value, branches }) => (rest === null ? value : withBranches(value, branches, rest)),
    null,
  );
  return folded === null ? [] : [folded];
}

function isByName({ branches }: ReturnDraft): boolean {
  const branch = branches.at(-1);
  return branch?.test?.equals?.kind === 'text' && branch.test.value.kind === 'name';
}

/** By the innermost branch only: each branch more would double what comes behind it. */
function withBranches(value: Expression, branches: readonly Branch[], rest: Expression): Expression {
  const branch = branches.at(-1);
  if (branch === undefined) return value;
  const options = branch.isNegated ? [rest, value] : [value, rest];
  return { kind: 'choice', options, test: branch.test, span: branch.span };
}

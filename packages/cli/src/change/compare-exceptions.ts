import type { DeclaredException } from '@leastscope/analyzer';
import type { ExceptionRow, State, StateDifference } from './state-difference.js';

/** Exceptions that came, went, or are past their last day since. */
export function compareExceptions(before: State, after: State): StateDifference['exceptions'] {
  const [was, is] = [exceptionsOf(before), exceptionsOf(after)];
  const without = (some: readonly DeclaredException[], others: readonly DeclaredException[]) => {
    const known = new Set(others.map(keyOf));
    return some.filter((one) => !known.has(keyOf(one))).map(rowOf);
  };
  const held = new Set(was.filter(({ until }) => until >= before.day).map(keyOf));
  return {
    added: without(is, was),
    dropped: without(was, is),
    expired: is.filter((one) => one.until < after.day && held.has(keyOf(one))).map(rowOf),
  };
}

function exceptionsOf({ analysis }: State): readonly DeclaredException[] {
  return analysis.declaration?.exceptions ?? [];
}

function keyOf(exception: DeclaredException): string {
  const { place, batch, ...said } = exception;
  return JSON.stringify([place.file, batch === null, ...Object.entries(said).sort()]);
}

function rowOf({ rule, until, reason, approvedBy, file, symbol, ...named }: DeclaredException): ExceptionRow {
  const { endpoint, scope, category, field, recipient, store, purpose, subject } = named;
  const at = file === null ? [] : [`${file}${symbol === null ? '' : `#${symbol}`}`];
  const parts = [...at, endpoint, scope, category, field, recipient, store, purpose, subject];
  return { rule, until, reason, approvedBy, holdsFor: parts.filter((part) => part !== null).join(' ') };
}

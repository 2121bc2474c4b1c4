import type { CallFact, Expression, FileFacts } from '../model/facts.js';

/** `shop_id = $1`: a column, and which of the values it has to equal. */
export interface StatementCondition {
  readonly column: string;
  /** The place of the value among all, from 0, or its name. */
  readonly by: number | string;
}

/** The conditions of a statement; null where one is more than a column that equals a value, as `or`, `<>`, `limit`. */
export function conditionsOf(statement: string): readonly StatementCondition[] | null {
  const [before = '', where] = statement.split(/\bwhere\b([\s\S]*)$/i);
  if (where === undefined) return /\blimit\b/i.test(statement) ? null : [];
  let asked = countOf(before);
  const found = where.split(/\band\b/i).map((part): StatementCondition | null => {
    const [, column, mark] =
      /^\s*(\S+?)\s*=\s*(\?|\$\d+|:\w+|@\w+)(?:::\w+)?\s*;?\s*(?:returning\b[\s\S]*)?$/i.exec(part) ?? [];
    if (column === undefined || mark === undefined) return null;
    if (mark === '?') return { column, by: asked++ };
    return { column, by: mark.startsWith('$') ? Number(mark.slice(1)) - 1 : mark.slice(1) };
  });
  return found.every((one) => one !== null) ? found : null;
}

function countOf(text: string): number {
  return text.split('?').length - 1;
}

/** What a call hands a statement in one place: in a list, one behind the other, by name, or in the holes of a template. */
export function valueFor(
  facts: FileFacts,
  { args }: CallFact,
  by: StatementCondition['by'],
): Expression | null {
  const [first, ...others] = args.slice(1).map(({ value }) => standsFor(facts, value));
  if (typeof by === 'string') return first?.kind === 'object' ? entryOf(first, by) : null;
  if (first?.kind !== 'array') return [first, ...others][by] ?? null;
  const item = first.items[by];
  return item === undefined || first.items.slice(0, by + 1).some(({ spread }) => spread) ? null : item.value;
}

function entryOf({ entries }: Extract<Expression, { kind: 'object' }>, name: string): Expression | null {
  return entries.find(({ key }) => key?.kind === 'text' && key.text === name)?.value ?? null;
}

/** A list of values that has a name. */
function standsFor({ bindings }: FileFacts, value: Expression): Expression {
  const bound = value.kind === 'name' ? bindings[value.binding] : undefined;
  if (bound?.value == null || bound.writes.length > 0) return value;
  return bound.value.kind === 'array' || bound.value.kind === 'object' ? bound.value : value;
}

import type { CallFact, Expression, FileFacts } from '../model/facts.js';

/** Words of a chain that choose the store, or start the statement: they narrow nothing. */
const choosing =
  /^(?:from|collection|table|model|into|getRepository|createQueryBuilder|query|db|database|execute|exec|run|then|catch|finally|returning|delete|deleteFrom|del|remove|destroy|deleteMany|promise|withSchema)$/;

/** Calls that give a client of a store. */
const making =
  /^(?:create\w*|connect\w*|getInstance|getDb|getDatabase|getClient|getFirestore|getConnection|firestore|initializeApp|define|model|default)$/i;

/** What a condition has to be about: the seller or creator who withdraws. */
export interface Subject {
  /** Whether a column by this name says whose a row is. */
  readonly isNamed: (column: string) => boolean;
  /** Whether a value is that seller or creator. */
  readonly is: (value: Expression) => boolean;
}

/**
 * Whether every condition in the chain around a deletion (`.where('shop_id', id).del()`, `.delete().eq('shop_id', id)`)
 * is by the one who withdraws. A method that is not known may narrow it to anything.
 */
export function isWholeChain(
  facts: FileFacts,
  call: CallFact,
  subject: Subject,
  isOther: (call: CallFact) => boolean = () => false,
): boolean {
  return chainOf(facts, call).every((one) => {
    if (one.callee.kind !== 'member') return one.callee.kind === 'name';
    return choosing.test(one.callee.name) || isOther(one) || isCondition(facts, one, subject);
  });
}

/** Whether a word of a chain chooses the store, or starts the statement. */
export function isChoosing(name: string): boolean {
  return choosing.test(name);
}

/** The calls of the chain that a call stands in, itself left out. */
export function chainOf(facts: FileFacts, call: CallFact): readonly CallFact[] {
  return [...before(facts, call), ...behind(facts, call)];
}

/** Methods that take a condition, which the rows have to meet. */
const asking = /^(?:where|andWhere|eq|match|filter|equals)$/;

function isCondition(facts: FileFacts, { callee, args }: CallFact, subject: Subject): boolean {
  const [first, ...others] = args.map(({ value }) => value);
  if (callee.kind !== 'member' || !asking.test(callee.name) || first === undefined) return false;
  if (first.kind === 'call') return isEquality(facts, facts.calls[first.call], subject);
  if (first.kind === 'object') return others.length === 0 && isWholeObject(first, subject);
  return first.kind === 'text' && isNamedCondition(first.text, others, subject);
}

/** `'shop_id', id`, `'shop_id', '=', id`, `'label.shopId = :shop', { shop: id }`. */
function isNamedCondition(text: string, others: readonly Expression[], subject: Subject): boolean {
  const [column = '', ...more] = text.split(/\s*=\s*/);
  const operator = others.length === 2 && others[0]?.kind === 'text' ? others[0].text : '=';
  const value = others.at(-1);
  if (!subject.isNamed(column) || !/^(?:=|==|eq)$/.test(operator) || value === undefined) return false;
  if (more.length === 0) return subject.is(value);
  return (
    others.length === 1 &&
    /^(?::\w+|\?)$/.test(more.join('=').trim()) &&
    (value.kind === 'object' ? value.entries.every((one) => subject.is(one.value)) : subject.is(value))
  );
}

/** `eq(labels.shopId, shop)`, the condition of Drizzle; all of several in an `and`. */
function isEquality(facts: FileFacts, call: CallFact | undefined, subject: Subject): boolean {
  if (call === undefined) return false;
  const [column, value] = call.args;
  const operator = drizzleOperator(facts, call);
  if (operator === 'eq')
    return (
      column?.value.kind === 'member' &&
      subject.isNamed(column.value.name) &&
      value !== undefined &&
      subject.is(value.value)
    );
  if (operator !== 'and') return false;
  return call.args.every(
    ({ value: one }) => one.kind === 'call' && isEquality(facts, facts.calls[one.call], subject),
  );
}

/** The operator of Drizzle that a call is: `eq`, `lt`; null for other calls. */
export function drizzleOperator({ bindings }: FileFacts, { callee }: CallFact): string | null {
  const called = callee.kind === 'name' ? bindings[callee.binding]?.value : callee;
  return called?.kind === 'import' && called.module.startsWith('drizzle-orm') ? called.name : null;
}

/** Every key of `{ shop_id: id, seller }` names the one who withdraws, and every value is that one. */
export function isWholeObject(value: Extract<Expression, { kind: 'object' }>, subject: Subject): boolean {
  return (
    value.entries.length > 0 &&
    value.entries.every(
      ({ key, value: one }) => key?.kind === 'text' && subject.isNamed(key.text) && isEqualTo(one, subject),
    )
  );
}

/** The value itself, `{ equals: value }`, `{ $in: [value] }`, or (`shop: { id }`) a row of another table by such a value. */
function isEqualTo(value: Expression, subject: Subject): boolean {
  if (value.kind === 'array') return value.items.every((item) => !item.spread && subject.is(item.value));
  if (value.kind !== 'object') return subject.is(value);
  return (
    value.entries.length > 0 &&
    value.entries.every(({ key, value: one }) => {
      if (key?.kind !== 'text') return false;
      return (same.test(key.text) || subject.isNamed(key.text)) && isEqualTo(one, subject);
    })
  );
}

/** Operators, and names of columns, that ask for the same. */
const same = /^(?:equals|eq|is|in|\$eq|\$in|_?id)$/;

function before(facts: FileFacts, call: CallFact): readonly CallFact[] {
  const found: CallFact[] = [];
  let at = receiverOf(facts, call);
  while (at !== null && found.length < 50) {
    found.push(at);
    at = receiverOf(facts, at);
  }
  return found;
}

/** The call that gives what a call is called on, by a name in between as well: `const ref = orders.doc(id); ref.delete()`. */
function receiverOf(facts: FileFacts, { callee }: CallFact): CallFact | null {
  if (callee.kind !== 'member') return null;
  const { object } = callee;
  if (object.kind === 'call') return facts.calls[object.call] ?? null;
  const bound = object.kind === 'name' ? facts.bindings[object.binding]?.value : null;
  const named = bound?.kind === 'call' ? facts.calls[bound.call] : undefined;
  // What makes a client chooses nothing of what is kept.
  return named?.callee.kind === 'member' && !making.test(named.callee.name) ? named : null;
}

function behind(facts: FileFacts, call: CallFact): readonly CallFact[] {
  const index = facts.calls.indexOf(call);
  return facts.calls.flatMap((one) => {
    const { callee } = one;
    const isNext = callee.kind === 'member' && callee.object.kind === 'call' && callee.object.call === index;
    return isNext ? [one, ...behind(facts, one)] : [];
  });
}

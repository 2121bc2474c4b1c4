import type { CallFact, Expression, FileFacts } from '../model/facts.js';

/** What names the seller, or the creator, who withdraws. Any other word may stand for a single row. */
const whole =
  /^(?:\w+\.)?["'`]?_?\w*(?:shop|seller|merchant|creator|tenant|store|account|organi[sz]ation|open_?id|cipher)\w*["'`]?$/i;

/** Words of a chain that choose the store, or start the statement: they narrow nothing. */
const choosing =
  /^(?:from|collection|table|model|into|getRepository|createQueryBuilder|query|db|database|execute|exec|run|then|catch|finally|returning|delete|deleteFrom|del|remove|destroy|deleteMany|promise|withSchema)$/;

/** Calls that give a client of a store. */
const making =
  /^(?:create\w*|connect\w*|getInstance|getDb|getDatabase|getClient|getFirestore|getConnection|firestore|initializeApp|define|model|default)$/i;

/** Whether a column or key by this name stands for all that is kept of one who withdraws: `shop_id`, `seller`. */
export function namesWhole(name: string): boolean {
  return whole.test(name);
}

/**
 * Whether every condition in the chain around a deletion (`.where('shop_id', id).del()`, `.delete().eq('shop_id', id)`)
 * is by the one who withdraws. A method that is not known may narrow it to anything.
 */
export function isWholeChain(
  facts: FileFacts,
  call: CallFact,
  isOther: (call: CallFact) => boolean = () => false,
): boolean {
  return chainOf(facts, call).every((one) => {
    if (one.callee.kind !== 'member') return one.callee.kind === 'name';
    return choosing.test(one.callee.name) || isOther(one) || isCondition(facts, one);
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

function isCondition(facts: FileFacts, { args: [first] }: CallFact): boolean {
  const value = first?.value;
  if (value?.kind === 'call') return isEquality(facts, facts.calls[value.call]);
  if (value?.kind === 'text') return namesWhole(value.text.split(/\s*=/)[0]?.trim() ?? '');
  return value?.kind === 'object' && isWholeObject(value);
}

/** `eq(labels.shopId, shop)`, the condition of Drizzle; all of several in an `and`. */
function isEquality(facts: FileFacts, call: CallFact | undefined): boolean {
  if (call === undefined) return false;
  const [column] = call.args;
  const operator = drizzleOperator(facts, call);
  if (operator === 'eq') return column?.value.kind === 'member' && namesWhole(column.value.name);
  if (operator !== 'and') return false;
  return call.args.every(({ value }) => value.kind === 'call' && isEquality(facts, facts.calls[value.call]));
}

/** The operator of Drizzle that a call is: `eq`, `lt`; null for other calls. */
export function drizzleOperator({ bindings }: FileFacts, { callee }: CallFact): string | null {
  const called = callee.kind === 'name' ? bindings[callee.binding]?.value : callee;
  return called?.kind === 'import' && called.module.startsWith('drizzle-orm') ? called.name : null;
}

/** Every key of `{ shop_id: id, seller }` names the one who withdraws. */
export function isWholeObject(value: Extract<Expression, { kind: 'object' }>): boolean {
  return (
    value.entries.length > 0 &&
    value.entries.every(({ key }) => key !== null && key.kind === 'text' && namesWhole(key.text))
  );
}

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

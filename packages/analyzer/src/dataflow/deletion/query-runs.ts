import type { CallFact, Expression, FileFacts } from '../../model/facts.js';

/** Libraries whose queries are only described by a call, and run when they are waited for. `*`: nothing is known of the library. */
const lazy =
  /^(?:\*|@prisma\/.*|\.prisma\/.*|drizzle-orm.*|knex|mongoose|kysely|@supabase\/.*|objection|postgres|slonik)$/;
/** Ends of a chain that run it. */
const running = /^(?:then|catch|finally|exec|execute\w*|run|all|get|values|stream|query|getRawMany)$/;
/** Calls that wait for all that they are handed. */
const waiting = /(?:^Promise\.(?:all|allSettled|race|any)|transaction|batch)$/i;
/** Builders that nothing but one of these ends runs. */
const builders = /(?:createQueryBuilder|deleteFrom|updateTable)\b/;

/** What becomes of a query: it runs, its function gives it back, it is left, or that is not seen. */
export type QueryFate = 'run' | 'returned' | 'left' | 'unknown';

export function fateOf(facts: FileFacts, call: CallFact, library: string): QueryFate {
  const chain = chainFrom(facts, facts.calls.indexOf(call));
  const isEnded = chain.slice(1).some((index) => endsChain(facts, index));
  const isBuilder = chain.some((index) => builders.test(facts.calls[index]?.calleeText ?? ''));
  if (isEnded || (!isBuilder && !lazy.test(library))) return 'run';
  const own = new Set(chain);
  const has = (value: Expression): boolean => contains(facts, value, own, 0);
  if (!isBuilder && facts.awaited.some(({ value }) => has(value))) return 'run';
  const fact = call.function === null ? undefined : facts.functions[call.function];
  if (fact?.returns.some(has) === true) return 'returned';
  return isUsed(facts, own, has) ? 'unknown' : 'left';
}

/** A call, and those that are called on what it gives, one behind the other. */
function chainFrom({ calls }: FileFacts, start: number): readonly number[] {
  const chain = [start];
  for (let at = start; chain.length < 50;) {
    const next = calls.findIndex(
      ({ callee }) => callee.kind === 'member' && callee.object.kind === 'call' && callee.object.call === at,
    );
    if (next < 0) break;
    chain.push(next);
    at = next;
  }
  return chain;
}

function endsChain({ calls }: FileFacts, index: number): boolean {
  const callee = calls[index]?.callee;
  return callee?.kind === 'member' && running.test(callee.name);
}

/** Whether a value is the query, or waits for it. */
function contains(facts: FileFacts, value: Expression, own: ReadonlySet<number>, depth: number): boolean {
  if (depth > 6) return false;
  const inner = (one: Expression): boolean => contains(facts, one, own, depth + 1);
  switch (value.kind) {
    case 'call': {
      const call = facts.calls[value.call];
      if (own.has(value.call)) return true;
      return call !== undefined && waiting.test(call.calleeText) && call.args.some((arg) => inner(arg.value));
    }
    case 'array':
      return value.items.some((item) => inner(item.value));
    case 'name': {
      const bound = facts.bindings[value.binding];
      const given = [bound?.value ?? null, ...(bound?.writes ?? []).map((write) => write.value)];
      return given.some((one) => one !== null && one.kind !== 'name' && inner(one));
    }
    default:
      return false;
  }
}

/** Whether anything else takes it: a call, a way out of the file. */
function isUsed(
  { calls, escapes }: FileFacts,
  own: ReadonlySet<number>,
  has: (value: Expression) => boolean,
): boolean {
  const isTaken = calls.some(
    ({ args, callee }, index) =>
      !own.has(index) &&
      (args.some(({ value }) => mayHold(value, has)) || (callee.kind === 'member' && has(callee.object))),
  );
  return isTaken || escapes.some(({ value }) => mayHold(value, has));
}

function mayHold(value: Expression, has: (value: Expression) => boolean): boolean {
  if (value.kind === 'object') return value.entries.some((entry) => mayHold(entry.value, has));
  return has(value);
}

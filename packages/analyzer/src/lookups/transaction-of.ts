import type { CallFact, Expression } from '../model/facts.js';

/** Methods of databases that run what they are handed inside a transaction, and give what it gives. */
const transactions =
  /^(?:\$?transaction|transactional|withTransaction|runTransaction|runInTransaction|begin)$/;

/**
 * The database that a call runs a callback on: `prisma` in `prisma.$transaction(async (tx) => …)`. The callback is handed
 * the same once more, and what it gives back is what the call gives. Null for any other call.
 */
export function transactionOf(
  { callee }: Pick<CallFact, 'callee'>,
  calls: readonly CallFact[],
): Expression | null {
  if (callee.kind !== 'member') return null;
  if (transactions.test(callee.name)) return callee.object;
  // Kysely: `db.transaction().execute(async (tx) => …)`.
  if (callee.name !== 'execute' || callee.object.kind !== 'call') return null;
  const before = calls[callee.object.call];
  return before === undefined ? null : transactionOf(before, calls);
}

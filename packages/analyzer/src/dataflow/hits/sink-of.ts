import { findNamedSink, findSink, type Catalog, type Sink } from '@leastscope/scope-catalog';
import type { CallFact } from '../../model/facts.js';
import type { Callees } from '../../model/program.js';

/** The sink that a call hands its arguments to: by where the receiver comes from; by its name only where nothing of it is known. */
export function sinkOf(
  catalog: Catalog,
  callees: Pick<Callees, 'externals' | 'isOpen'>,
  call: CallFact,
): Sink | null {
  for (const { package: origin, path } of callees.externals) {
    // A constructor is a call like any other; rows name it `Response.()`.
    const found = findSink(catalog, { package: origin, path: call.isNew ? [...path, '()'] : path });
    if (found !== null) return found;
  }
  if (!callees.isOpen || call.callee.kind !== 'member') return null;
  const receiver = call.calleeText.slice(0, call.calleeText.lastIndexOf('.')).replace(/[?!]/g, '');
  return findNamedSink(catalog, receiver, call.callee.name);
}

import { groundsOf, hold, type Basis, type Grounds, type Ledger, type Stamp } from './ledger.js';

/** When a call was last looked at for what it hands over, and to whom. */
export interface CarriedCall extends Stamp {
  /** The functions that it calls, as `functionKey`. */
  readonly callees: readonly string[];
  /** Files that are to be looked through for what it hands to a function of theirs. */
  readonly due: readonly string[];
}

/** What the calls of a file were last seen to hand over. An app has tens of thousands: most questions are put to all of a file at once. */
export interface CarriedFile {
  readonly calls: ReadonlyMap<number, CarriedCall>;
  readonly set: (index: number, call: CarriedCall) => void;
  readonly delete: (index: number) => void;
  readonly all: () => CarriedCalls;
}

/** All calls of a file together, and what they rest on. */
export interface CarriedCalls extends Grounds {
  readonly callees: ReadonlySet<string>;
  readonly due: ReadonlySet<string>;
}

export function createCarriedFile(): CarriedFile {
  const calls = new Map<number, CarriedCall>();
  let all: CarriedCalls | null = null;
  return {
    calls,
    set: (index, call) => {
      calls.set(index, call);
      all = null;
    },
    delete: (index) => {
      calls.delete(index);
      all = null;
    },
    all: () => (all ??= together(calls.values())),
  };
}

function together(calls: Iterable<CarriedCall>): CarriedCalls {
  const [callees, due, bases] = [new Set<string>(), new Set<string>(), new Map<Basis, number>()];
  for (const call of calls) {
    for (const callee of call.callees) callees.add(callee);
    for (const file of call.due) due.add(file);
    bases.set(call.basis, Math.min(call.round, bases.get(call.basis) ?? call.round));
  }
  return { callees, due, ...groundsOf(bases) };
}

/** Whether every call of a file hands over what it was seen to. */
export function isCarried(ledger: Ledger, { all }: CarriedFile): boolean {
  return hold(ledger, all());
}

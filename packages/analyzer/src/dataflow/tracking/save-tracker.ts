import { numberOf } from '../../util/number-of.js';
import type { Use } from '../../model/needs.js';
import type { Program } from '../../model/program.js';
import { createCarriedFile, type CarriedCall, type CarriedFile } from '../domain/carried-file.js';
import { basisOf, groundsOf, type Basis, type KeptOfFile, type Ledger } from '../domain/ledger.js';
import { isUntainted, untainted, type TaintValue } from '../domain/taint-value.js';
import type { FoundInFiles, Handing, Together, Tracker } from '../domain/tracker.js';
import { createTracker } from './create-tracker.js';

/** What responses were followed to, so that another process can begin there. Plain data. */
export interface SavedTracker {
  /** All keys and notes of bases: long texts, of which most stand in many. */
  readonly texts: readonly string[];
  /** All bases that results rest on, by their places among the texts. Results name bases by their place here. */
  readonly bases: readonly (readonly [keys: readonly number[], notes: readonly number[]])[];
  readonly carried: ReadonlyMap<string, SavedCarried>;
  readonly exported: SavedOfFiles<Tracker['exported']>;
  readonly reads: SavedOfFiles<FoundInFiles['reads']>;
  readonly opened: SavedOfFiles<FoundInFiles['opened']>;
  readonly answering: SavedOfFiles<FoundInFiles['answering']>;
  readonly sinks: SavedOfFiles<FoundInFiles['sinks']>;
  readonly together: Together;
  readonly parameters: ReadonlyMap<string, TaintValue>;
  readonly handings: ReadonlyMap<string, ReadonlyMap<string, SavedHanding>>;
  readonly unfollowed: ReadonlyMap<string, Use>;
  readonly fields: ReadonlySet<string>;
  readonly missed: ReadonlySet<string>;
  /** Steps that were left. */
  readonly budget: number;
}

/** Most calls of a file hand over nothing and rest on nothing: these are only counted. */
interface SavedCarried {
  readonly count: number;
  readonly calls: ReadonlyMap<number, SavedCall>;
}

interface SavedCall extends Pick<CarriedCall, 'callees' | 'due'> {
  readonly basis: number;
  readonly isStale: boolean;
}

type Saved<Kept> = Omit<Kept, 'bases'> & {
  readonly bases: readonly number[];
  /** Some of them have changed since: it is to be worked out again. */
  readonly isStale: boolean;
};
type SavedOfFiles<Store> = Store extends Map<string, infer Kept> ? ReadonlyMap<string, Saved<Kept>> : never;

interface SavedHanding extends Pick<Handing, 'site'> {
  /** Null for what has to do with no response, which is one object. */
  readonly args: readonly (TaintValue | null)[];
}

/** What is worked out again from the bases. */
const noGrounds = { noted: [], heldAt: null };

/** At the end of a run. */
export function saveTracker(tracker: Tracker): SavedTracker {
  const bases = new Map<Basis, number>();
  const texts = new Map<string, number>();
  const placeOf = (basis: Basis): number => numberOf(bases, basis);
  const ofFiles = <Kept extends KeptOfFile<unknown>>(store: ReadonlyMap<string, Kept>) =>
    mapped(store, (kept) => ({
      ...kept,
      ...noGrounds,
      bases: [...kept.bases.keys()].map(placeOf),
      isStale: [...kept.bases].some(isStale),
    }));
  const { found, parameters, unfollowed, fields, missed, budget } = tracker;
  const saved = {
    carried: mapped(tracker.carried, (one) => savedCarried(one, placeOf)),
    exported: ofFiles(tracker.exported),
    reads: ofFiles(found.reads),
    opened: ofFiles(found.opened),
    answering: ofFiles(found.answering),
    sinks: ofFiles(found.sinks),
    together: found.together,
    parameters,
    handings: mapped(tracker.handings, (sites) =>
      mapped(sites, ({ site, args }) => ({ site, args: args.map((arg) => (isUntainted(arg) ? null : arg)) })),
    ),
    unfollowed,
    fields,
    missed,
    budget,
  };
  const placesOf = (all: readonly string[]): readonly number[] => all.map((text) => numberOf(texts, text));
  const numbered = [...bases.keys()].map(({ keys, notes }) => [placesOf(keys), placesOf(notes)] as const);
  return { ...saved, bases: numbered, texts: [...texts.keys()] };
}

function savedCarried({ calls }: CarriedFile, placeOf: (basis: Basis) => number): SavedCarried {
  const told = [...calls].filter(
    ([, { callees, due, basis }]) => callees.length + due.length + basis.keys.length + basis.notes.length > 0,
  );
  return {
    count: calls.size,
    calls: new Map(
      told.map(([index, { callees, due, basis, round }]) => [
        index,
        { callees, due, basis: placeOf(basis), isStale: isStale([basis, round]) },
      ]),
    ),
  };
}

/** Whether a basis has changed since something was worked out from it, or in that very round. */
function isStale([{ changedAt }, round]: readonly [Basis, number]): boolean {
  return changedAt >= round;
}

/** The round in which all that was saved was worked out, as far as this process is concerned; and one that nothing holds from. */
const [before, never] = [0, -1];

export function restoreTracker(program: Program, saved: SavedTracker): Tracker {
  const tracker = createTracker(program);
  const { ledger, found } = tracker;
  const textsAt = (places: readonly number[]): readonly string[] =>
    places.map((place) => at(saved.texts, place));
  const bases = saved.bases.map(([keys, notes]) => basisOf(ledger, textsAt(keys), textsAt(notes)));
  const restore = <Kept extends KeptOfFile<unknown>>(
    into: Map<string, Kept>,
    from: ReadonlyMap<string, Saved<Kept>>,
  ): void => {
    for (const [file, { bases: places, isStale: isToRedo, ...kept }] of from) {
      const round = isToRedo ? never : before;
      const grounds = groundsOf(new Map(places.map((place) => [at(bases, place), round])));
      if (grounds.noted.length > 0) ledger.filesWithNotes.add(file);
      into.set(file, { ...kept, ...grounds } as unknown as Kept);
    }
  };
  for (const [file, one] of saved.carried)
    tracker.carried.set(file, restoredCarried(ledger, file, one, bases));
  restore(tracker.exported, saved.exported);
  restore(found.reads, saved.reads);
  restore(found.opened, saved.opened);
  restore(found.answering, saved.answering);
  restore(found.sinks, saved.sinks);
  found.together = saved.together;
  for (const [key, held] of saved.parameters) tracker.parameters.set(key, held);
  for (const [key, sites] of saved.handings)
    tracker.handings.set(
      key,
      mapped(sites, ({ site, args }) => ({ site, args: args.map((arg) => arg ?? untainted) })),
    );
  for (const [note, use] of saved.unfollowed) tracker.unfollowed.set(note, use);
  for (const name of saved.fields) tracker.fields.add(name);
  for (const name of saved.missed) tracker.missed.add(name);
  tracker.budget = saved.budget;
  ledger.round = before + 1;
  return tracker;
}

function restoredCarried(
  ledger: Ledger,
  file: string,
  { count, calls }: SavedCarried,
  bases: readonly Basis[],
): CarriedFile {
  const carried = createCarriedFile();
  const nothing = { callees: [], due: [], basis: basisOf(ledger, [], []), round: before };
  for (let index = 0; index < count; index += 1) {
    const call = calls.get(index);
    const basis = call === undefined ? nothing.basis : at(bases, call.basis);
    if (basis.notes.length > 0) ledger.filesWithNotes.add(file);
    carried.set(index, call === undefined ? nothing : restoredCall(call, basis));
  }
  return carried;
}

function restoredCall({ callees, due, isStale: isToRedo }: SavedCall, basis: Basis): CarriedCall {
  return { callees, due, basis, round: isToRedo ? never : before };
}

function at<T>(all: readonly T[], place: number): T {
  const found = all[place];
  if (found === undefined) throw new RangeError('What was saved of a run is broken.');
  return found;
}

function mapped<Value, Other>(
  values: ReadonlyMap<string, Value>,
  change: (value: Value) => Other,
): Map<string, Other> {
  return new Map([...values].map(([key, value]) => [key, change(value)]));
}

import { addTo } from '../../util/add-to.js';
import { numberOf } from '../../util/number-of.js';

/**
 * What results were worked out from, so that only those are worked out again whose ground has changed. The flow of responses
 * grows round by round: what callers hand over is the ground, everything else follows from it.
 */
export interface Ledger {
  /** Counts the rounds: what changes in one is seen by the next. */
  round: number;
  /** What the result that is being worked out has asked for so far; null where nobody keeps the result. */
  basis: Basis | null;
  /** What is asked for outside of any result, with the round of the asking; null where nobody gathers it. */
  gathered: Map<Basis, number> | null;
  /** By its one key, or by the numbers of its keys and notes. */
  readonly byContent: Map<string, Basis>;
  /** Keys are long, and stand in sets by the ten thousand: there by their number. */
  readonly numbers: Map<string, number>;
  readonly withKey: Map<string, Basis[]>;
  /** The last round in which a key changed. */
  readonly changes: Map<string, number>;
  /** How often any has. */
  changeCount: number;
  /** Files of which something rests on a basis with notes, or once did: hardly any. */
  readonly filesWithNotes: Set<string>;
}

/** A set of keys of the ground, with what was noted on the way. Equal sets are one object. */
export interface Basis {
  readonly keys: readonly string[];
  /** What working it out has come by, for whoever looks over all results in the end: see `noteOnTheWay`. */
  readonly notes: readonly string[];
  /** The last round in which any of them changed; -1 for none. */
  changedAt: number;
  /** Null until it is put together with another: most never are. */
  unions: Map<Basis, Basis> | null;
}

/** When a result was worked out, and from what. */
export interface Stamp {
  readonly round: number;
  readonly basis: Basis;
}

/** More keys than this are not told apart. */
const keyLimit = 64;

/** Stands for more keys than are told apart: any change is one of it. */
const anyKey = '*';
const anything = [anyKey];

/** What nothing on the ground can change. */
export const none: Basis = { keys: [], notes: [], changedAt: -1, unions: null };

export function createLedger(): Ledger {
  return {
    round: 0,
    basis: null,
    gathered: null,
    byContent: new Map([['', none]]),
    numbers: new Map(),
    withKey: new Map(),
    changes: new Map(),
    changeCount: 0,
    filesWithNotes: new Set(),
  };
}

/** Whether a result may be used as it is. */
export function isCurrent({ round }: Pick<Ledger, 'round'>, stamp: Stamp): boolean {
  return stamp.round === round || stamp.basis.changedAt < stamp.round;
}

/**
 * What is kept under a key, or is worked out and kept now. `meanwhile` stands for a result that needs itself.
 */
export function keptUnder<K, T>(
  ledger: Ledger,
  store: Map<K, Stamp & { readonly value: T }>,
  key: K,
  meanwhile: T,
  work: () => T,
): T {
  const known = store.get(key);
  if (known !== undefined && isCurrent(ledger, known)) {
    noteBasis(ledger, known.basis);
    return known.value;
  }
  store.set(key, { value: meanwhile, round: ledger.round, basis: none });
  const { value, stamp } = recorded(ledger, work);
  store.set(key, { value, ...stamp });
  return value;
}

/** What was worked out for a file as a whole rests on too much for one basis: on each of these. */
export interface Grounds {
  /** Each with the earliest round in which something was worked out from it. */
  readonly bases: ReadonlyMap<Basis, number>;
  /** Of these, the few with notes. */
  readonly noted: readonly Basis[];
  /** The `changeCount` at which all of them were last seen to be as they were. */
  heldAt: number | null;
}

export function groundsOf(bases: ReadonlyMap<Basis, number>): Grounds {
  return { bases, noted: [...bases.keys()].filter(({ notes }) => notes.length > 0), heldAt: null };
}

/** Whether what was worked out from them may be used as it is. Asked of every file in every round, mostly with nothing changed. */
export function hold(ledger: Ledger, grounds: Grounds): boolean {
  if (grounds.heldAt === ledger.changeCount) return true;
  let holdOn = true;
  for (const [basis, round] of grounds.bases) {
    if (!isCurrent(ledger, { basis, round })) return false;
    // What has changed in this very round is seen by the next one.
    if (basis.changedAt >= round) holdOn = false;
  }
  if (holdOn) grounds.heldAt = ledger.changeCount;
  return true;
}

export interface KeptOfFile<T> extends Grounds {
  readonly value: T;
}

/** What is kept of a file, or is worked out and kept now. */
export function keptOfFile<T>(
  ledger: Ledger,
  store: Map<string, KeptOfFile<T>>,
  file: string,
  work: () => T,
): T {
  const known = store.get(file);
  if (known !== undefined && hold(ledger, known)) return known.value;
  const kept = gatherIn(ledger, file, work);
  store.set(file, kept);
  return kept.value;
}

/** Works something out of a file that is part of no other result. */
export function gatherIn<T>(ledger: Ledger, file: string, work: () => T): KeptOfFile<T> {
  const { basis, gathered } = ledger;
  const bases = new Map<Basis, number>();
  [ledger.basis, ledger.gathered] = [null, bases];
  try {
    const value = work();
    const grounds = groundsOf(bases);
    if (grounds.noted.length > 0) ledger.filesWithNotes.add(file);
    return { value, ...grounds };
  } finally {
    [ledger.basis, ledger.gathered] = [basis, gathered];
  }
}

/** The result that is being worked out asks for a part of the ground. */
export function noteAsked(ledger: Ledger, key: string): void {
  if (isNoted(ledger)) noteBasis(ledger, basisOfKey(ledger, key));
}

function isNoted({ basis, gathered }: Ledger): boolean {
  return basis !== null || gathered !== null;
}

/**
 * The result that is being worked out has come by something that is of interest beside its value. The note goes with the result:
 * whoever uses it has come by the same.
 */
export function noteOnTheWay(ledger: Ledger, note: string): void {
  if (isNoted(ledger)) noteBasis(ledger, basisOf(ledger, [], [note]));
}

/** The result that is being worked out uses another. */
export function noteBasis(ledger: Ledger, other: Basis): void {
  const own = ledger.basis;
  if (other === none || own === other) return;
  if (own === null) noteGathered(ledger, other);
  else ledger.basis = own === none ? other : unionOf(ledger, own, other);
}

function noteGathered({ gathered, round }: Ledger, basis: Basis): void {
  if (gathered?.has(basis) === false) gathered.set(basis, round);
}

/** A part of the ground is another from now on. */
export function noteChanged(ledger: Ledger, key: string): void {
  ledger.changeCount += 1;
  ledger.changes.set(key, ledger.round);
  ledger.changes.set(anyKey, ledger.round);
  for (const basis of ledger.withKey.get(anyKey) ?? []) basis.changedAt = ledger.round;
  for (const basis of ledger.withKey.get(key) ?? []) basis.changedAt = ledger.round;
}

/** Works something out and says from what. */
export function recorded<T>(ledger: Ledger, work: () => T): { readonly value: T; readonly stamp: Stamp } {
  const around = ledger.basis;
  ledger.basis = none;
  try {
    const value = work();
    return { value, stamp: { round: ledger.round, basis: ledger.basis } };
  } finally {
    closeRecord(ledger, around);
  }
}

/** Goes back to the result around; what was asked for within is asked for by that, too. */
export function closeRecord(ledger: Ledger, around: Basis | null): void {
  const within = ledger.basis ?? none;
  ledger.basis = around;
  noteBasis(ledger, within);
}

/** The basis of one key. */
export function basisOfKey(ledger: Ledger, key: string): Basis {
  // A list of one key reads as the key itself.
  return ledger.byContent.get(key) ?? basisOf(ledger, [key], none.notes);
}

function unionOf(ledger: Ledger, a: Basis, b: Basis): Basis {
  const known = a.unions?.get(b);
  if (known !== undefined) return known;
  const keys = isAnything(a) || isAnything(b) ? anything : merged(a.keys, b.keys, keyLimit);
  const notes = merged(a.notes, b.notes, Infinity);
  const found = basisOf(ledger, keys.length > keyLimit ? anything : keys, notes);
  (a.unions ??= new Map()).set(b, found);
  (b.unions ??= new Map()).set(a, found);
  return found;
}

function isAnything({ keys }: Basis): boolean {
  return keys[0] === anyKey;
}

/** Of two sorted lists one, with each key once; no longer than tells that there are more than `limit`. */
function merged(a: readonly string[], b: readonly string[], limit: number): readonly string[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const keys: string[] = [];
  let [at, other] = [0, 0];
  while (keys.length <= limit) {
    const [one, two] = [a[at], b[other]];
    const next = one === undefined || (two !== undefined && two < one) ? two : one;
    if (next === undefined) break;
    keys.push(next);
    if (one === next) at += 1;
    if (two === next) other += 1;
  }
  return keys;
}

/** Begun with a line's end, which no key holds, where it is a list of numbers. */
function contentOf({ numbers }: Ledger, keys: readonly string[], notes: readonly string[]): string {
  const [only, ...others] = keys;
  if (others.length === 0 && notes.length === 0) return only ?? '';
  const numbered = (texts: readonly string[]): string => texts.map((text) => numberOf(numbers, text)).join();
  return `\n${numbered(keys)}${notes.length === 0 ? '' : `\n${numbered(notes)}`}`;
}

function basisOf(ledger: Ledger, keys: readonly string[], notes: readonly string[]): Basis {
  const content = contentOf(ledger, keys, notes);
  const known = ledger.byContent.get(content);
  if (known !== undefined) return known;
  const basis: Basis = { keys, notes, changedAt: -1, unions: null };
  ledger.byContent.set(content, basis);
  for (const key of keys) {
    basis.changedAt = Math.max(basis.changedAt, ledger.changes.get(key) ?? -1);
    addTo(ledger.withKey, key, basis);
  }
  return basis;
}

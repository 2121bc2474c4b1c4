import type { Use } from '../../model/needs.js';
import { noteOnTheWay, type Basis } from './ledger.js';
import { keyOfSource, responseTo } from './source.js';
import type { Tracker } from './tracker.js';

/** What working out values has come by beside the values. */
export interface Notes {
  /** Getters of classes that some code asks for, as `file#function`. */
  readonly getters: ReadonlySet<string>;
  /** Uses whose helper does something with the answer that is not followed. */
  readonly unfollowed: readonly Use[];
  /** Files in which a secret of the app is read. */
  readonly secretFiles: ReadonlySet<string>;
}

const marks = { getter: 'getter ', unfollowed: 'unfollowed ', secret: 'secret ' } as const;

export function noteGetter({ ledger }: Tracker, key: string): void {
  noteOnTheWay(ledger, marks.getter + key);
}

export function noteUnfollowed({ ledger, unfollowed }: Tracker, use: Use): void {
  const note = marks.unfollowed + keyOfSource(responseTo(use));
  unfollowed.set(note, use);
  noteOnTheWay(ledger, note);
}

export function noteSecretIn({ ledger }: Tracker, file: string): void {
  noteOnTheWay(ledger, marks.secret + file);
}

/** What results of these bases have come by, and all that they were worked out from. */
export function notesOf({ unfollowed }: Tracker, bases: Iterable<Basis>): Notes {
  const notes = new Set([...bases].flatMap((basis) => basis.notes));
  const under = (mark: string): readonly string[] =>
    [...notes].filter((note) => note.startsWith(mark)).sort();
  const named = (mark: string): ReadonlySet<string> =>
    new Set(under(mark).map((note) => note.slice(mark.length)));
  return {
    getters: named(marks.getter),
    unfollowed: under(marks.unfollowed).flatMap((note) => unfollowed.get(note) ?? []),
    secretFiles: named(marks.secret),
  };
}

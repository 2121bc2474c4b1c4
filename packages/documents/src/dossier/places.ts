import type { HandOver, SeenData, SeenRecipient, SeenStore } from '@leastscope/analyzer';
import type { Sighting } from '../cells/cell.js';
import type { DeclaredRecipient, DeclaredStore } from '@leastscope/analyzer';
import { spotOf } from '../cells/cell.js';

/** Somebody who gets data: as declared, as seen, or both. `key` is its declared id, or the name in code. */
export interface Recipient {
  readonly key: string;
  readonly claim: DeclaredRecipient | null;
  readonly seen: readonly SeenRecipient[];
  /** Calls that the declaration says hand data to it, though they cannot be seen into. */
  readonly handed: readonly HandOver[];
  /** Names under which data arrives there in `Datum.sent`. */
  readonly arrivals: ReadonlySet<string>;
}

/** A place where data is kept: as declared, as seen, or both. */
export interface Store {
  readonly key: string;
  readonly claim: DeclaredStore | null;
  readonly seen: readonly SeenStore[];
  /** Calls that the declaration says store there, though they cannot be seen into. */
  readonly handed: readonly HandOver[];
  readonly arrivals: ReadonlySet<string>;
}

/** Lines that are seen to take data there. */
export function sightingsOfRecipient({ handed, seen }: Recipient): readonly Sighting[] {
  return [...seen.flatMap(({ received }) => received).map(sightingOf), ...handed.map(ofHandOver)];
}

export function sightingsOfStore({ handed, seen }: Store): readonly Sighting[] {
  return [...seen.flatMap(({ written }) => written).map(sightingOf), ...handed.map(ofHandOver)];
}

export function sightingOf({ at, isCertain }: SeenData): Sighting {
  return { at: spotOf(at), isCertain };
}

/** That something is handed over there is sure where some of it is. */
export function ofHandOver({ at, data }: HandOver): Sighting {
  return { at: spotOf(at), isCertain: data.length === 0 || data.some(({ isCertain }) => isCertain) };
}

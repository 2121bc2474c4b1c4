import type { Cell, Gap, Origin, Sighting, Spot, Stretch } from './cell.js';
import { isOfCode, spotOf, spotText } from './cell.js';

/** Makers take places as they come. */
export type Where = Spot | Stretch;

/** A statement of which nothing is wrong. A blank value is a bug of ours, not a gap. */
export function said(value: string, from: Origin, at: readonly Where[] = []): Cell {
  if (value.trim() === '') throw new Error(`An empty cell from ${from}.`);
  return { value, from, at: distinctSpots(at), gap: null };
}

/** What lines of the code show: `orders`, or `possibly orders` where none of them is sure. */
export function shown(value: string, by: readonly Sighting[]): Cell {
  return doubted(said(value, 'code', spotsOf(by)), by);
}

/** A statement that rests on what the code shows, in the words that every paper has for a doubt. */
export function doubted(cell: Cell, by: readonly Sighting[]): Cell {
  return isOnlyPossible(by) ? { ...cell, value: `possibly ${cell.value}` } : cell;
}

/** Something shows it, and nothing surely. */
export function isOnlyPossible(by: readonly Sighting[]): boolean {
  return by.length > 0 && by.every(({ isCertain }) => !isCertain);
}

export function spotsOf(by: readonly Sighting[]): readonly Spot[] {
  return by.map(({ at }) => at);
}

/**
 * `MISSING: controls.network-security (whoever answers for security)`. Where lines of the code show that it is missing, the
 * code says so.
 */
export function missing(key: string, who: string, at: readonly Where[] = []): Cell {
  const spots = at.map(spotOf);
  const from = spots.length > 0 && spots.every(isOfCode) ? 'code' : 'declaration';
  return flawed('missing', `MISSING: ${key} (${who})`, from, at);
}

/** What of a missing cell is asked for, and who can give it; null of other cells. */
export function askedBy({ gap, value }: Cell): { readonly what: string; readonly who: string } | null {
  const [, what, who] = /^MISSING: (.*) \(([^()]*)\)$/s.exec(gap === 'missing' ? value : '') ?? [];
  return what === undefined || who === undefined ? null : { what, who };
}

/** What the declaration says at a key, or that it does not say it. */
export function declared(value: string | null | undefined, key: string, at: Where | null, who: string): Cell {
  const spots = at === null ? [] : [at];
  const isGiven = value !== null && value !== undefined && value.trim() !== '';
  return isGiven ? said(value, 'declaration', spots) : missing(key, who, spots);
}

/** A value that may no longer hold, with what makes it so. */
export function stale(reason: string, from: Origin, at: readonly Where[]): Cell {
  return flawed('stale', `STALE: ${reason}`, from, at);
}

/** Two sides that cannot both be true, each with its place. */
export function contradiction(sides: string, from: Origin, at: readonly Where[]): Cell {
  return flawed('contradiction', `CONTRADICTION: ${sides}`, from, at);
}

/** `not known: handed to carrier.book at src/labels.ts:8`. */
export function notFollowed(to: string, at: Where): Cell {
  return flawed('not-followed', `not known: handed to ${to} at ${spotText(spotOf(at))}`, 'code', [at]);
}

/** Of which nothing can be known for a reason that is told in the value. */
export function unknown(reason: string, at: readonly Where[] = []): Cell {
  return flawed('not-followed', `not known: ${reason}`, 'code', at);
}

export function notApplicable(reason: string, from: Origin, at: readonly Where[] = []): Cell {
  return flawed('not-applicable', reason, from, at);
}

function flawed(gap: Gap, value: string, from: Origin, at: readonly Where[]): Cell {
  return { value, from, at: distinctSpots(at), gap };
}

export function distinctSpots(spots: readonly Where[]): readonly Spot[] {
  const byText = new Map(spots.map(spotOf).map((spot) => [spotText(spot), spot]));
  return [...byText.values()].sort(compareSpots);
}

export function compareSpots(a: Spot, b: Spot): number {
  return compareText(a.file, b.file) || a.line - b.line;
}

/** By code units, as every list here is sorted: no locale has a say. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A line of a file that bears a value out. `line` is one-based; 0 means the file as a whole. */
export interface Spot {
  readonly file: string;
  readonly line: number;
}

/** A line of the code that shows something. `isCertain`: surely; otherwise it only possibly does. */
export interface Sighting {
  readonly at: Spot;
  readonly isCertain: boolean;
}

/** A stretch of a file, as the analyzer tells of it. */
export interface Stretch {
  readonly file: string;
  readonly start: { readonly line: number };
}

/** The line on which it begins. */
export function spotOf(at: Spot | Stretch): Spot {
  return { file: at.file, line: 'start' in at ? at.start.line : at.line };
}

/**
 * Who says it. `code`: the analysis. `declaration`: `scope-declaration.yaml`. `catalog`: the platform's own tables.
 * `attested`: a person, in `controls`. `derived`: worked out from the others. `repository`: files beside the code.
 */
export type Origin = 'code' | 'declaration' | 'catalog' | 'attested' | 'derived' | 'repository';

/** Why a value cannot stand alone. `not-known` parts of the code are `not-followed`. */
export type Gap = 'missing' | 'stale' | 'contradiction' | 'not-followed' | 'not-applicable';

/** Gaps that `--check` fails on. */
export const failingGaps: ReadonlySet<Gap> = new Set(['missing', 'stale', 'contradiction']);

/** One statement. Never empty; what cannot be said says so. */
export interface Cell {
  readonly value: string;
  readonly from: Origin;
  readonly at: readonly Spot[];
  readonly gap: Gap | null;
}

/** Whether a place is one of the code: `src/labels.ts:8`. */
export function isOfCode({ file }: Spot): boolean {
  return /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(file);
}

/**
 * Who says what stands at a place that bears a statement out: a statement of the code may rest on a line of the declaration
 * as well, and one of the declaration on a line of the code.
 */
export function originAt(spot: Spot, from: Origin): Origin {
  if (from !== 'code' && from !== 'declaration') return from;
  if (isOfCode(spot)) return 'code';
  return from === 'code' && /\.ya?ml$/.test(spot.file) ? 'declaration' : from;
}

/** `src/labels.ts:8`, or the file alone. */
export function spotText({ file, line }: Spot): string {
  return line === 0 ? file : `${file}:${line}`;
}

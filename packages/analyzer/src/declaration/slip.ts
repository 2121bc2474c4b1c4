import type { Path } from './yaml-source.js';

/** A mistake by path; it gets its place at the end. */
export interface Slip {
  readonly path: Path;
  readonly message: string;
  readonly help: string;
  readonly isUnusable?: true;
}

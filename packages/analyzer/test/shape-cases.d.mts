import type { Needs } from '../src/index.js';

export interface ShapeCase {
  /** Folder and name: `01-helpers/positional`. */
  readonly id: string;
  readonly name: string;
  /** Absolute folder of the case. */
  readonly root: string;
  readonly title: string;
  readonly theme: string;
  readonly modules: string;
  readonly language: string;
  readonly why: string;
  readonly frequency?: string;
  /** Why something of it stays unresolved, when we know and accept it. */
  readonly limit?: string;
  readonly expected: readonly string[];
}

export declare function loadShapeCases(): readonly ShapeCase[];
export declare function foundMarks(needs: Needs): readonly string[];

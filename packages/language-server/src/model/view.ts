import type { Analysis } from '@leastscope/analyzer';
import type { Engine } from './engine.js';

/** One project as it is known at the moment. Whatever is asked about a file is answered from this alone. */
export interface View {
  /** Absolute, with forward slashes; places are relative to it. */
  readonly root: string;
  /** Of the whole project, or of one file with what it imports. */
  readonly analysis: Analysis;
  readonly horizon: 'project' | 'file';
  readonly engine: Engine;
  /** The text of a file by its path from the root, unsaved where an editor holds it; null when there is none. */
  readonly textOf: (file: string) => string | null;
}

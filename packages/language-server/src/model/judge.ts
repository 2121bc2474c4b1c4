import type { Analysis } from '@leastscope/analyzer';
import type { ProjectFolder } from './project-folder.js';

/** Looks at whole projects, aside: while it does, an editor's questions are answered. It is told of every text. */
export interface Judge {
  /** An editor holds this text, or (null) no longer any; absolute path. */
  readonly hold: (path: string, text: string | null) => void;
  readonly changed: (path: string, isListChange: boolean) => void;
  /** The whole project, with all that was told before. Rejects where it cannot. */
  readonly judge: (folder: ProjectFolder) => Promise<Analysis>;
}

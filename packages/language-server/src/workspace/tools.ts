import type { LiveMemory } from '@leastscope/analyzer/disk';
import type { Judge } from '../model/judge.js';
import type { RulePage } from '../findings/diagnostics.js';
import type { Authoring, Proposer } from '../model/authoring.js';
import type { Engine } from '../model/engine.js';
import type { ProjectFolder } from '../model/project-folder.js';

/** What the program that starts the server hands in: it stands above it and knows these already. */
export interface ServerTools {
  readonly version: string;
  readonly engine: Engine;
  readonly memory: LiveMemory;
  /** Looks at whole projects in another thread; null: the editor waits while it is done here. */
  readonly judge: Judge | null;
  /** The projects at and below a folder: those with a declaration, else the folder itself. */
  readonly findProjects: (folder: string) => readonly ProjectFolder[];
  /** Whether a path is that of a declaration, by its name. */
  readonly isDeclaration: (path: string) => boolean;
  /** The day that expiry is judged by, `YYYY-MM-DD`. */
  readonly asOf: (root: string) => string;
  readonly pageOf: RulePage;
  readonly authoring: Authoring;
  /** Proposers of other rooms, such as fixes. */
  readonly further: readonly Proposer[];
  /** Milliseconds of quiet after which a changed file, then the whole project, is judged. */
  readonly quiet: { readonly file: number; readonly project: number };
}

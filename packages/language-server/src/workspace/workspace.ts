import { isSourcePath } from '@leastscope/analyzer/disk';
import { overlay, type OpenText } from './overlay.js';
import { createProject, type Project } from './project.js';
import type { ServerTools } from './tools.js';

/** The folders that an editor has open, their projects, and the texts that it holds. */
export interface Workspace {
  readonly addFolder: (folder: string) => void;
  readonly removeFolder: (folder: string) => void;
  /** Looks for declarations anew: one has come or gone. */
  readonly findAgain: () => void;
  /** An editor holds this text; absolute path. */
  readonly hold: (path: string, text: string) => void;
  readonly letGo: (path: string) => void;
  /** Somebody else has changed a file on the disk. */
  readonly changed: (path: string, isListChange: boolean) => void;
  readonly projects: () => readonly Project[];
  /**
   * The innermost project that a file belongs to, and its path in there; null outside of all folders, and for what is neither
   * code nor the project's declaration.
   */
  readonly locate: (path: string) => Located | null;
}

export interface Located {
  readonly project: Project;
  /** From the root of the project. */
  readonly file: string;
}

export function createWorkspace(tools: ServerTools): Workspace {
  const folders = new Map<string, readonly Project[]>();
  const open = new Map<string, OpenText>();
  let state = 0;
  let serial = 0;
  const { judge } = tools;
  const world = {
    state: () => state,
    files: () => overlay(tools.memory.files, open),
    held: () => new Map(open),
    judge,
  };
  const find = (folder: string): void =>
    void folders.set(
      folder,
      tools.findProjects(folder).map((one) => createProject(one, world, tools)),
    );
  const changed = (path: string, isListChange: boolean): void => {
    tools.memory.forget({ path, isListChange });
    state += 1;
  };
  // A folder may be open twice, once inside of another.
  const projects = (): readonly Project[] => [
    ...new Map([...folders.values()].flat().map((project) => [project.root, project])).values(),
  ];
  return {
    addFolder: find,
    removeFolder: (folder) => void folders.delete(folder),
    findAgain: () => {
      for (const folder of folders.keys()) find(folder);
    },
    hold: (path, text) => {
      // To open a file changes nothing of what it says.
      const isSame = (open.get(path)?.text ?? tools.memory.files.readFile(path)) === text;
      serial += 1;
      open.set(path, { text, serial });
      judge?.hold(path, text);
      if (!isSame) changed(path, false);
    },
    letGo: (path) => {
      const held = open.get(path);
      open.delete(path);
      judge?.hold(path, null);
      if (held !== undefined && tools.memory.files.readFile(path) !== held.text) changed(path, false);
    },
    changed: (path, isListChange) => {
      // What an editor holds counts, whatever lies below.
      if (open.has(path) && !isListChange) return;
      judge?.changed(path, isListChange);
      changed(path, isListChange);
    },
    projects,
    locate: (path) => {
      const around = projects().filter(({ root }) => path.startsWith(`${root}/`));
      const [project] = around.sort((a, b) => b.root.length - a.root.length);
      const file = project === undefined ? '' : path.slice(project.root.length + 1);
      if (project === undefined || (file !== project.declaration && !isSourcePath(file))) return null;
      return { project, file };
    },
  };
}

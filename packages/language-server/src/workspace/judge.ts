import type { Judge } from '../model/judge.js';
import { overlay, type OpenText } from './overlay.js';
import { createProject, type Project } from './project.js';
import type { ServerTools } from './tools.js';

/** The work itself, for whoever does it in another thread. */
export function createJudge(tools: Pick<ServerTools, 'engine' | 'memory' | 'asOf'>): Judge {
  const open = new Map<string, OpenText>();
  const projects = new Map<string, Project>();
  let state = 0;
  const world = {
    state: () => state,
    files: () => overlay(tools.memory.files, open),
    held: () => new Map(open),
    judge: null,
  };
  const changed = (path: string, isListChange: boolean): void => {
    tools.memory.forget({ path, isListChange });
    state += 1;
  };
  return {
    changed,
    hold: (path, text) => {
      changed(path, false);
      if (text === null) open.delete(path);
      else open.set(path, { text, serial: state });
    },
    judge: async (folder) => {
      const key = `${folder.root}\0${folder.declaration ?? ''}`;
      const project = projects.get(key) ?? createProject(folder, world, tools);
      projects.set(key, project);
      return (await project.wholeAside())?.analysis ?? project.whole().analysis;
    },
  };
}

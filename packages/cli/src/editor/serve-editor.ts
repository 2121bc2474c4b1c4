import { headCommit, type LiveMemory } from '@leastscope/analyzer/disk';
import { startServer, type Streams } from '@leastscope/language-server';
import { basename } from 'node:path';
import { documentUrl, version } from '../host/about.js';
import type { Engine } from '../host/engine.js';
import { chooseAsOf } from '../project/analyze-project.js';
import { declarationFileName } from '../project/declaration-file-name.js';
import { onDisk } from '../project/declaration-finder.js';
import { findWorkspace } from '../project/find-projects.js';
import { createAuthoring } from './authoring.js';

/** Short enough that an answer comes with the pause after a word; long enough that nobody waits for it while typing. */
const quiet = { file: 80, project: 400 };

/** The language server, with what the terminal program knows of projects and of writing declarations. */
export function serveEditor(streams: Streams, engine: Engine, memory: LiveMemory): Promise<void> {
  return startServer(streams, {
    version,
    engine,
    memory,
    findProjects: (cwd) => findProjects(cwd, memory),
    isDeclaration: (path) => basename(path) === declarationFileName,
    asOf: createDays(engine),
    pageOf: ({ docs }) => documentUrl(docs),
    authoring: createAuthoring(engine.catalog),
    // Here `fix` and exceptions until a date come in, each as a proposer of its own.
    further: [],
    quiet,
  });
}

function findProjects(cwd: string, { files }: LiveMemory) {
  if (!files.directoryExists(cwd)) return [];
  const cache = { kind: 'off' as const };
  const options = {
    cwd,
    declaration: null,
    includeTests: false,
    exclude: [],
    asOf: null,
    cache,
    stats: false,
  };
  return findWorkspace(options, files, onDisk).projects;
}

/** Git is asked again when there is a new commit, and not at every key stroke. */
function createDays(engine: Engine): (root: string) => string {
  const known = new Map<string, { readonly head: string | null; readonly day: string }>();
  return (root) => {
    const head = headCommit(root);
    const before = known.get(root);
    if (before?.head === head) return before.day;
    const day = chooseAsOf(null, root, engine);
    known.set(root, { head, day });
    return day;
  };
}

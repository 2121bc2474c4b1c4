import type { LiveMemory } from '@leastscope/analyzer/disk';
import { startServer, type Judge, type Streams } from '@leastscope/language-server';
import { basename } from 'node:path';
import { documentUrl, version } from '../host/about.js';
import type { Engine } from '../host/engine.js';
import { declarationFileName } from '../project/declaration-file-name.js';
import { onDisk } from '../project/declaration-finder.js';
import { findWorkspace } from '../project/find-projects.js';
import { createAuthoring } from './authoring.js';
import { createDays } from './days.js';
import { acceptUntil, declareAlso } from './declaration-fixes.js';

/** Short enough that an answer comes with the pause after a word; long enough that nobody waits for it while typing. */
const quiet = { file: 80, project: 400 };

/** The language server, with what the terminal program knows of projects and of writing declarations. */
export function serveEditor(
  streams: Streams,
  engine: Engine,
  memory: LiveMemory,
  judge: Judge | null,
): Promise<void> {
  const asOf = createDays(engine);
  return startServer(streams, {
    version,
    engine,
    memory,
    judge,
    findProjects: (cwd) => findProjects(cwd, memory),
    isDeclaration: (path) => basename(path) === declarationFileName,
    asOf,
    pageOf: ({ docs }) => documentUrl(docs),
    authoring: createAuthoring(engine.catalog),
    further: [declareAlso, acceptUntil(asOf)],
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
    extent: 'everything' as const,
  };
  return findWorkspace(options, files, onDisk).projects;
}

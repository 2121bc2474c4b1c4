import type { Analysis, Declaration, DeclarationMistake, FileSystem } from '@leastscope/analyzer';
import type { ProjectFolder } from '../model/project-folder.js';
import type { View } from '../model/view.js';
import type { ServerTools } from './tools.js';

/** A project that is asked about again and again. Analyses are made when they are asked for, and kept until a text changes. */
export interface Project extends ProjectFolder {
  /** The whole project as it is now. */
  readonly whole: (onProgress?: (done: number, total: number) => void) => View;
  /** What is known of a file as it is now: of the whole project where that is known already, else of the file alone. */
  readonly of: (file: string) => View;
  /** The last look at the whole, which may be older than the texts; null before the first one. */
  readonly lastWhole: () => View | null;
}

/** `state` changes with every text; `files` reads them as they are now. */
export interface World {
  readonly state: () => number;
  readonly files: () => FileSystem;
}

export function createProject(folder: ProjectFolder, world: World, tools: ServerTools): Project {
  const { root } = folder;
  let whole: { readonly state: number; readonly view: View } | null = null;
  let single = { state: -1, byFile: new Map<string, View>() };
  const look = (file: string | null, onProgress?: (done: number, total: number) => void): View => {
    const files = world.files();
    const analysis = analyze(folder, file, files, tools, onProgress);
    const textOf = (one: string): string | null => files.readFile(`${root}/${one}`);
    return { root, analysis, horizon: file === null ? 'project' : 'file', engine: tools.engine, textOf };
  };
  const isFresh = (): boolean => whole?.state === world.state();
  return {
    ...folder,
    whole: (onProgress) => {
      if (whole === null || !isFresh()) whole = { state: world.state(), view: look(null, onProgress) };
      return whole.view;
    },
    of: (file) => {
      if (whole !== null && isFresh()) return whole.view;
      if (single.state !== world.state()) single = { state: world.state(), byFile: new Map() };
      const view = single.byFile.get(file) ?? look(file);
      single.byFile.set(file, view);
      return view;
    },
    lastWhole: () => whole?.view ?? null,
  };
}

function analyze(
  folder: ProjectFolder,
  file: string | null,
  files: FileSystem,
  { engine, memory, asOf }: ServerTools,
  onProgress?: (done: number, total: number) => void,
): Analysis {
  const { root } = folder;
  return engine.analyze({
    root,
    files,
    catalog: engine.catalog,
    ...declarationOf(folder, files, engine),
    includeTests: false,
    asOf: asOf(root),
    severities: {},
    cache: memory.cache,
    search: memory.search,
    seeds: file === null ? null : [`${root}/${file}`],
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}

interface Declared {
  readonly declaration: Declaration | null;
  readonly mistakes: readonly DeclarationMistake[];
}

function declarationOf(
  { root, declaration }: ProjectFolder,
  files: FileSystem,
  engine: ServerTools['engine'],
): Declared {
  const text = declaration === null ? null : files.readFile(`${root}/${declaration}`);
  if (declaration === null || text === null) return { declaration: null, mistakes: [] };
  return engine.parseDeclaration(text, declaration, engine.catalog);
}

import type { Analysis, Declaration, DeclarationMistake, FileSystem } from '@leastscope/analyzer';
import type { ProjectFolder } from '../model/project-folder.js';
import type { View } from '../model/view.js';
import type { Judge } from '../model/judge.js';
import type { OpenText } from './overlay.js';
import type { ServerTools } from './tools.js';

/** A project that is asked about again and again. Analyses are made when they are asked for, and kept until a text changes. */
export interface Project extends ProjectFolder {
  /** The whole project as it is now; the editor waits for it. */
  readonly whole: () => View;
  /** The whole project, looked at aside; null where a text has changed meanwhile. */
  readonly wholeAside: () => Promise<View | null>;
  /** What is known of a file as it is now: of the whole project where that is known already, else of the file alone. */
  readonly of: (file: string) => View;
  /** The last look at the whole, which may be older than the texts; null before the first one. */
  readonly lastWhole: () => View | null;
  /** The newest look that a file was part of, and its text at that time; null before the first one. */
  readonly lastOf: (file: string) => Look | null;
}

/** What was known of a file, and of which text of it. */
export interface Look {
  readonly view: View;
  readonly text: string | null;
}

/** `state` changes with every text; `files` reads them as they are now. */
export interface World {
  readonly state: () => number;
  readonly files: () => FileSystem;
  /** The texts that an editor holds now, by absolute path; what is handed out does not change any more. */
  readonly held: () => ReadonlyMap<string, OpenText>;
  /** Null: there is nobody aside. */
  readonly judge: Judge | null;
}

type Tools = Pick<ServerTools, 'engine' | 'memory' | 'asOf'>;

export function createProject(folder: ProjectFolder, world: World, tools: Tools): Project {
  const { root } = folder;
  let whole: Kept | null = null;
  let single = { state: -1, byFile: new Map<string, View>() };
  const last = new Map<string, Kept>();
  const toView = (analysis: Analysis, horizon: View['horizon']): View => {
    const textOf = (one: string): string | null => world.files().readFile(`${root}/${one}`);
    return { root, analysis, horizon, engine: tools.engine, textOf };
  };
  const isFresh = (): boolean => whole?.state === world.state();
  const wholeNow = (): View => {
    if (whole === null || !isFresh()) {
      const view = toView(analyze(folder, null, world.files(), tools), 'project');
      whole = { state: world.state(), held: world.held(), view };
    }
    return whole.view;
  };
  return {
    ...folder,
    whole: wholeNow,
    wholeAside: async () => {
      if (world.judge === null || isFresh()) return wholeNow();
      const [state, held] = [world.state(), world.held()];
      // Whoever looks aside may have ended; then it is done here.
      const analysis = await world.judge.judge(folder).catch(() => null);
      if (analysis === null) return wholeNow();
      if (whole === null || whole.state < state) whole = { state, held, view: toView(analysis, 'project') };
      return isFresh() ? whole.view : null;
    },
    of: (file) => {
      if (whole !== null && isFresh()) return whole.view;
      if (single.state !== world.state()) single = { state: world.state(), byFile: new Map() };
      const view = single.byFile.get(file) ?? toView(analyze(folder, file, world.files(), tools), 'file');
      single.byFile.set(file, view);
      last.set(file, { state: single.state, held: world.held(), view });
      return view;
    },
    lastWhole: () => whole?.view ?? null,
    lastOf: (file) => {
      const alone = last.get(file) ?? null;
      const newest = alone === null || (whole !== null && whole.state >= alone.state) ? whole : alone;
      if (newest === null) return null;
      const path = `${root}/${file}`;
      return { view: newest.view, text: newest.held.get(path)?.text ?? tools.memory.files.readFile(path) };
    },
  };
}

/** A look, and what the editor held then. */
interface Kept {
  readonly state: number;
  readonly held: ReadonlyMap<string, OpenText>;
  readonly view: View;
}

function analyze(
  folder: ProjectFolder,
  file: string | null,
  files: FileSystem,
  { engine, memory, asOf }: Tools,
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
    memory,
    seeds: file === null ? null : [`${root}/${file}`],
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

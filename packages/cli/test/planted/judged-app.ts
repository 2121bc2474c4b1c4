import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createDiskFiles, createWorkspaceMemory, type LastingMemory } from '@leastscope/analyzer/disk';
import type { Dossier } from '@leastscope/documents';
import { checkPapers } from '../../src/commands/report-check.js';
import { dossierOf } from '../../src/commands/report-dossier.js';
import type { PaperOptions } from '../../src/commands/paper-options.js';
import { createEngine } from '../../src/host/create-engine.js';
import { analyzeProject } from '../../src/project/analyze-project.js';
import { host } from '../samples.js';
import { repository, today } from '../workbench.js';

/** One text of a file put in the place of another; `from` empty: the file is written anew, null: taken away. */
export interface Edit {
  readonly file: string;
  readonly from: string | null;
  readonly to: string;
}

/** What `check` and `report --check` say of an app, each as lines. */
export interface Judged {
  /** `place-gap warning scope-declaration.yaml:57 Store …`. */
  readonly findings: readonly string[];
  /** `MISSING: …  scope-declaration.yaml:57`, each once. */
  readonly gaps: readonly string[];
  readonly exit: number;
  /** The same with `--strict`. */
  readonly strictExit: number;
}

/** A copy of an app in a folder of its own, which is edited, judged in this process, and put back. */
export interface PlantedApp {
  readonly judge: (edits: readonly Edit[]) => Promise<Judged>;
  readonly dossier: (edits: readonly Edit[]) => Promise<Dossier>;
  readonly remove: () => void;
}

export const cleanAppFolder = join(repository, 'fixtures/papers/clean');

export function createPlantedApp(from = cleanAppFolder): PlantedApp {
  const root = mkdtempSync(join(tmpdir(), 'leastscope-planted-'));
  cpSync(from, root, { recursive: true });
  const tools = { engine: createEngine(), files: createDiskFiles(), memory: createWorkspaceMemory() };
  const edited = async <T>(edits: readonly Edit[], ask: () => Promise<T>): Promise<T> => {
    for (const edit of edits) apply(root, edit);
    try {
      return await ask();
    } finally {
      for (const { file } of edits) putBack(join(from, file), join(root, file));
    }
  };
  return {
    judge: (edits) => edited(edits, async () => judged(await dossierIn(root, tools), root)),
    dossier: (edits) => edited(edits, () => dossierIn(root, tools)),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** An edit that changes nothing plants nothing: then the table is wrong. */
function apply(root: string, { file, from, to }: Edit): void {
  const path = join(root, file);
  if (from === null) return rmSync(path);
  mkdirSync(dirname(path), { recursive: true });
  if (from === '') return writeFileSync(path, to);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`${file} does not hold "${from}"`);
  writeFileSync(path, after);
}

function putBack(clean: string, path: string): void {
  rmSync(path, { force: true });
  if (existsSync(clean)) cpSync(clean, path);
}

interface Tools {
  readonly engine: ReturnType<typeof createEngine>;
  readonly files: ReturnType<typeof createDiskFiles>;
  readonly memory: LastingMemory;
}

function dossierIn(root: string, tools: Tools): Promise<Dossier> {
  const project = { root, folder: '', declaration: 'scope-declaration.yaml' };
  const now = { ...tools, memory: tools.memory.over(tools.files) };
  const analysis = analyzeProject(project, today, { includeTests: false, extent: 'everything' }, now);
  const { engine } = tools;
  return dossierOf(
    analysis,
    root,
    today,
    'processor',
    host(root, { loadEngine: () => Promise.resolve(engine) }),
  );
}

function judged(dossier: Dossier, root: string): Judged {
  const terminal = host(root);
  const exit = checkPapers(dossier, everyPaper, terminal);
  const strictExit = checkPapers(dossier, { ...everyPaper, isStrict: true }, host(root));
  const findings = dossier.analysis.findings
    .filter(({ suppressed }) => suppressed === null)
    .map(({ message, place, rule, severity }) => {
      return `${rule} ${severity} ${place.file}:${place.start.line} ${message}`;
    });
  const lines = terminal.said.stdout.split('\n').filter((line) => line.startsWith('  '));
  return { findings, gaps: [...new Set(lines.map((line) => line.trim()))], exit, strictExit };
}

const everyPaper = { kind: null, variant: null, isStrict: false } as PaperOptions;

import { analyze, parseDeclaration, type Analysis } from '@leastscope/analyzer';
import { createDiskFiles, createWorkspaceMemory } from '@leastscope/analyzer/disk';
import { loadCatalog } from '@leastscope/scope-catalog';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { applyPlan } from '../src/apply/index.js';
import { planFixes, type FilePlan, type FixPlan, type Operation } from '../src/index.js';

export const catalog = loadCatalog();
const fixtures = fileURLToPath(new URL('../../../fixtures', import.meta.url));
const disk = createDiskFiles();

/** For stories that declare nothing: books, which take little of a buyer. */
const books = readFileSync(`${fixtures}/data-flows/logged/scope-declaration.yaml`, 'utf8');

/** A project whose texts may be others than those on the disk. */
export interface Lab {
  readonly name: string;
  readonly textOf: (file: string) => string | null;
  readonly analyze: (texts?: ReadonlyMap<string, string>) => Analysis;
}

export function openLab(root: string): Lab {
  const declared = `${root}/scope-declaration.yaml`;
  const yaml = existsSync(declared) ? readFileSync(declared, 'utf8') : books;
  const parsed = parseDeclaration(yaml, 'scope-declaration.yaml', catalog);
  const memory = createWorkspaceMemory();
  return {
    name: root.slice(fixtures.length + 1),
    textOf: (file) => disk.readFile(`${root}/${file}`),
    analyze: (texts = new Map()) => {
      const files = {
        ...disk,
        readMany: undefined,
        readFile: (path: string) => texts.get(path.slice(root.length + 1)) ?? disk.readFile(path),
        stamp: (path: string) => (texts.has(path.slice(root.length + 1)) ? null : disk.stamp(path)),
      };
      return analyze({
        root,
        files,
        catalog,
        ...parsed,
        includeTests: false,
        asOf: '2026-01-01',
        severities: {},
        memory: memory.over(files),
        seeds: null,
      });
    },
  };
}

/** Stories of data, worked examples, and the shapes of calls among which paths are old or misspelt. */
export function allLabs(): readonly Lab[] {
  const folders = (path: string): readonly string[] =>
    readdirSync(`${fixtures}/${path}`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${path}/${name}`);
  const shapes = ['shapes/04-hosts', 'shapes/05-tables'].flatMap(folders);
  return [
    ...folders('data-flows'),
    ...folders('worked-examples'),
    ...shapes,
    'shapes/02-templates/unknown-endpoint',
  ].map((name) => openLab(`${fixtures}/${name}`));
}

/** One operation by itself, and the project before and after it. */
export interface Mended {
  readonly lab: Lab;
  readonly operation: Operation;
  readonly plan: FilePlan;
  readonly before: string;
  readonly text: string;
  readonly analysis: Analysis;
  readonly after: Analysis;
}

export function planOf(lab: Lab, analysis: Analysis, ignoreReason: string | null = null): FixPlan {
  return planFixes(analysis, { catalog, textOf: lab.textOf, rules: null, ignoreReason });
}

/** Each operation of a project that can be carried out, carried out alone. */
export function mendOneByOne(lab: Lab, ignoreReason: string | null = null): readonly Mended[] {
  const analysis = lab.analyze();
  return planOf(lab, analysis, ignoreReason).files.flatMap(({ operations, ...file }) =>
    operations.flatMap((planned): readonly Mended[] => {
      const plan = { ...file, operations: [planned] };
      const before = lab.textOf(file.file) ?? '';
      const { text, done } = applyPlan(before, plan);
      const [operation] = done;
      if (operation === undefined) return [];
      const after = lab.analyze(new Map([[file.file, text]]));
      return [{ lab, operation, plan, before, text, analysis, after }];
    }),
  );
}

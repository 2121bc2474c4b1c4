import * as analyzer from '@leastscope/analyzer';
import type { FileSystem } from '@leastscope/analyzer';
import { loadCatalog } from '@leastscope/scope-catalog';
import type { View } from '../src/model/view.js';

const root = '/app';
const catalog = loadCatalog();

/** An app of these files, `scope-declaration.yaml` among them, looked at as a whole. */
export function viewOf(texts: Readonly<Record<string, string>>): View {
  const files = filesOf(texts);
  const engine = { ...analyzer, catalog };
  const yaml = texts['scope-declaration.yaml'];
  const declared =
    yaml === undefined
      ? { declaration: null, mistakes: [] }
      : analyzer.parseDeclaration(yaml, 'scope-declaration.yaml', catalog);
  const analysis = analyzer.analyze({
    root,
    files,
    catalog,
    ...declared,
    includeTests: false,
    asOf: catalog.date,
    severities: {},
    seeds: null,
  });
  return { root, analysis, horizon: 'project', engine, textOf: (file) => texts[file] ?? null };
}

function filesOf(texts: Readonly<Record<string, string>>): FileSystem {
  const at = (path: string): string | undefined => texts[path.slice(root.length + 1)];
  return {
    readFile: (path) => at(path) ?? null,
    fileExists: (path) => at(path) !== undefined,
    directoryExists: (path) => Object.keys(texts).some((file) => `${root}/${file}`.startsWith(`${path}/`)),
    realPath: (path) => path,
    listFiles: () =>
      Object.keys(texts)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${root}/${file}`)
        .sort(),
  };
}

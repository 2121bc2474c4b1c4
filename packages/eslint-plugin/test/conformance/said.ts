import { analyze, parseDeclaration, ruleInfos, type Finding } from '@leastscope/analyzer';
import { createDiskFiles } from '@leastscope/analyzer/disk';
import { loadCatalog } from '@leastscope/scope-catalog';
import type { Linter } from 'eslint';
import { readFileSync } from 'node:fs';
import { shortMessage } from '../../src/short-message.js';
import type { Project } from './projects.js';

/** What a host says of a file: `3:5-3:20 missing-scope <text>`, sorted. Two hosts agree when these lists are the same. */
export type Said = readonly string[];

export const asOf = '2026-11-01';

const inBothHosts = new Set<string>(
  ruleInfos.filter(({ horizon }) => horizon !== 'project').map(({ id }) => id),
);

/** A project with what the command line says of its files. */
export interface Checked extends Project {
  /** By file, for every source file of the project. */
  readonly byCheck: ReadonlyMap<string, Said>;
  /** Files that do not parse. A parser that refuses them as well is right. */
  readonly broken: ReadonlySet<string>;
}

/** The command line's side: the whole project at once. */
export function saidByCheck(project: Project): Checked {
  const { root } = project;
  const catalog = loadCatalog();
  const files = createDiskFiles();
  const name = 'scope-declaration.yaml';
  const { findings, needs } = analyze({
    root,
    files,
    catalog,
    ...parseDeclaration(readFileSync(`${root}/${name}`, 'utf8'), name, catalog),
    includeTests: false,
    asOf,
    severities: {},
    seeds: null,
  });
  const shown = findings.filter(
    ({ rule, horizon, suppressed }) => inBothHosts.has(rule) && horizon === 'file' && suppressed === null,
  );
  const paths = files.listFiles(root).map((path) => path.slice(root.length + 1));
  return {
    ...project,
    byCheck: new Map(
      paths.map((path) => [
        path,
        shown
          .filter(({ place }) => place.file === path)
          .map(lineOf)
          .sort(),
      ]),
    ),
    broken: new Set(needs.unread.map(({ file }) => file)),
  };
}

/** The sentence as far as an editor has room for it. */
function lineOf({ rule, place: { start, end }, message }: Finding): string {
  const range = `${start.line}:${start.column}-${end.line}:${end.column}`;
  return `${range} ${rule} ${shortMessage(message)}`;
}

/** The editor's side: the messages of one file. */
export function saidByEslint(messages: readonly Linter.LintMessage[]): Said {
  return messages
    .map(({ line, column, endLine, endColumn, ruleId, message }) => {
      const id = (ruleId ?? 'fatal').replace(/^leastscope\//, '');
      return `${line}:${column}-${endLine ?? 0}:${endColumn ?? 0} ${id} ${message}`;
    })
    .sort();
}

import { findSourceNames, type SourceNames } from '@leastscope/analyzer';
import { createDiskFiles } from '@leastscope/analyzer/disk';
import type { Catalog } from '@leastscope/scope-catalog';
import { dirname } from 'node:path';
import { declarationOf, declarationSetting } from './declaration-of.js';
import { facts } from './disk.js';
import type { FileContext } from './file-context.js';

interface Known {
  readonly names: SourceNames;
  /** On the clock of `performance.now`. */
  readonly until: number;
}

const importsAnything = /\b(?:from|import|require)\b/;
const nothing: SourceNames = { mayImportSource: () => false };

/**
 * How long a look over a project counts. A run over a tree that does not change gets the same answer from every look, so
 * its findings do not depend on when they are taken. An editor that runs for days sees a new helper after two seconds; and
 * where a look takes long, all looks together take a fiftieth of the time.
 */
const lasting = { atLeast: 2000, timesItsCost: 50 };

const byRoot = new Map<string, Known>();
/** The way from a file to its root costs more than the whole question, so it is kept as well. */
const byFolder = new Map<string, Known>();

/**
 * Whether a file without a tell-tale may name an endpoint all the same: by a path or a helper that it imports from a file
 * of its project that holds one.
 */
export function mayImportSource(file: string, context: FileContext, catalog: Catalog): boolean {
  const { text } = context.sourceCode;
  return importsAnything.test(text) && namesFor(file, context, catalog).mayImportSource(text);
}

function namesFor(file: string, context: FileContext, catalog: Catalog): SourceNames {
  const folder = `${dirname(file)}\0${context.cwd}\0${settingText(context)}`;
  const known = byFolder.get(folder);
  if (known !== undefined && performance.now() < known.until) return known.names;
  const found = look(file, context, catalog);
  byFolder.set(folder, found);
  return found.names;
}

function look(file: string, context: FileContext, catalog: Catalog): Known {
  const root = rootOf(file, context, catalog);
  if (root === null) return { names: nothing, until: performance.now() + lasting.atLeast };
  const known = byRoot.get(root);
  const started = performance.now();
  if (known !== undefined && started < known.until) return known;
  const names = findSourceNames({
    root,
    files: createDiskFiles(),
    catalog,
    declaration: null,
    mistakes: [],
    includeTests: false,
    asOf: catalog.date,
    severities: {},
    cache: facts,
    seeds: null,
  });
  const ended = performance.now();
  const found = { names, until: ended + Math.max(lasting.atLeast, lasting.timesItsCost * (ended - started)) };
  byRoot.set(root, found);
  return found;
}

/** Trouble with the declaration is told on the files that hold a tell-tale, not on every file of a repository. */
function rootOf(file: string, context: FileContext, catalog: Catalog): string | null {
  try {
    const { root } = declarationOf(file, context, catalog);
    return file.startsWith(`${root}/`) ? root : null;
  } catch {
    return null;
  }
}

function settingText({ settings }: FileContext): string {
  try {
    return declarationSetting(settings) ?? '';
  } catch {
    return '';
  }
}

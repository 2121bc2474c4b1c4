import { findRelevantModules, type RelevantModules } from '@leastscope/analyzer';
import { createDiskFiles } from '@leastscope/analyzer/disk';
import type { Catalog } from '@leastscope/scope-catalog';
import { dirname } from 'node:path';
import { createBoundedMap } from './bounded-map.js';
import { declarationOf, declarationSetting } from './declaration-of.js';
import { memory } from './disk.js';
import type { FileContext } from './file-context.js';

/** A look over a project. */
interface Look {
  readonly names: RelevantModules;
  /** On the clock of `performance.now`. */
  readonly since: number;
  /** Milliseconds that it has taken so far: part of the work is done when first a file asks for it. */
  cost: number;
}

const importsAnything = /\b(?:from|import|require)\b/;
const nothing: RelevantModules = { mayImportSource: () => false };

/**
 * How long a look over a project counts. A run over a tree that does not change gets the same answer from every look, so
 * its findings do not depend on when they are taken. An editor that runs for days sees a new helper after two seconds; and
 * where a look takes long, all looks together take a fiftieth of the time.
 */
const lasting = { atLeast: 2000, timesItsCost: 50 };

const byRoot = createBoundedMap<string, Look>(100);
/** The way from a file to its root costs more than the whole question, so it is kept as well. */
const byFolder = createBoundedMap<string, Look>(5000);

/**
 * Whether a file without a tell-tale may name an endpoint all the same: by a path or a helper that it imports from a file
 * of its project that holds one.
 */
export function mayImportSource(file: string, context: FileContext, catalog: Catalog): boolean {
  const { text } = context.sourceCode;
  if (!importsAnything.test(text)) return false;
  const look = lookFor(file, context, catalog);
  const started = performance.now();
  const answer = look.names.mayImportSource(text);
  look.cost += performance.now() - started;
  return answer;
}

function lookFor(file: string, context: FileContext, catalog: Catalog): Look {
  const folder = `${dirname(file)}\0${context.cwd}\0${settingText(context)}`;
  const known = byFolder.get(folder);
  if (known !== undefined && isFresh(known)) return known;
  const found = lookOver(rootOf(file, context, catalog), catalog);
  byFolder.set(folder, found);
  return found;
}

function isFresh({ since, cost }: Look): boolean {
  return performance.now() < since + Math.max(lasting.atLeast, lasting.timesItsCost * cost);
}

function lookOver(root: string | null, catalog: Catalog): Look {
  const since = performance.now();
  if (root === null) return { names: nothing, since, cost: 0 };
  const known = byRoot.get(root);
  if (known !== undefined && isFresh(known)) return known;
  const files = createDiskFiles();
  const names = findRelevantModules({
    root,
    files,
    catalog,
    declaration: null,
    mistakes: [],
    includeTests: false,
    asOf: catalog.date,
    severities: {},
    memory: memory.over(files),
    seeds: null,
  });
  const found = { names, since, cost: performance.now() - since };
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

import {
  acceptedFileName,
  parseDeclaration,
  type AcceptedFile,
  type Declaration,
  type DeclarationMistake,
} from '@leastscope/analyzer';
import { askGit, findUpward, forwardSlashes } from '@leastscope/analyzer/disk';
import type { Catalog } from '@leastscope/scope-catalog';
import { basename, dirname, resolve } from 'node:path';
import { createBoundedMap } from './bounded-map.js';
import { disk } from './disk.js';
import type { FileContext } from './file-context.js';

export interface FoundDeclaration {
  /** The folder that places are relative to. */
  readonly root: string;
  /** Null when there is none, or when it cannot be understood. */
  readonly declaration: Declaration | null;
  readonly mistakes: readonly DeclarationMistake[];
}

const declarationFileName = 'scope-declaration.yaml';

/** Parsed once as long as the file stays the same: a lint run asks for every file. */
const parsed = createBoundedMap<string, { readonly stamp: string; readonly found: FoundDeclaration }>(100);

/** The declaration that speaks for a file: the one that the settings name, else the nearest upward. */
export function declarationOf(file: string, context: FileContext, catalog: Catalog): FoundDeclaration {
  const path = pathOf(file, context);
  if (path === null) return { root: forwardSlashes(context.cwd), declaration: null, mistakes: [] };
  const root = forwardSlashes(dirname(path));
  const beside = `${root}/${acceptedFileName}`;
  const own = disk.stamp(path);
  const stamp = own === null ? null : `${own} ${disk.stamp(beside) ?? 'none'}`;
  const before = parsed.get(path);
  if (before?.stamp === stamp) return before.found;
  const found = { root, ...parseDeclaration(textOf(path), basename(path), catalog, acceptedBeside(beside)) };
  if (stamp !== null) parsed.set(path, { stamp, found });
  return found;
}

function acceptedBeside(path: string): AcceptedFile | null {
  const text = disk.readFile(path);
  return text === null ? null : { file: acceptedFileName, text };
}

/** The words of `leastscope check` for the same trouble. */
function textOf(path: string): string {
  const text = disk.readFile(path);
  if (text !== null) return text;
  throw new Error(`${basename(path)} cannot be read: ${disk.whyUnread(path) ?? 'it is gone'}`);
}

function pathOf(file: string, { cwd, settings }: FileContext): string | null {
  const named = declarationSetting(settings);
  if (named !== null) return existing(forwardSlashes(resolve(cwd, named)), named);
  const folder = findUpward(dirname(file), declarationFileName);
  return folder === null ? null : `${folder}/${declarationFileName}`;
}

function existing(path: string, named: string): string {
  if (disk.fileExists(path)) return path;
  throw new Error(`settings.leastscope.declaration: there is no file ${named}`);
}

/** `settings: { leastscope: { declaration: 'apps/a/scope-declaration.yaml' } }`. */
export function declarationSetting(settings: FileContext['settings']): string | null {
  const own = settings['leastscope'];
  if (typeof own !== 'object' || own === null || !('declaration' in own)) return null;
  if (typeof own.declaration === 'string') return own.declaration;
  throw new Error('settings.leastscope.declaration: must be the path of a file');
}

/** Git is asked again after a minute: an editor outlives many commits. */
const days = createBoundedMap<string, { readonly day: string; readonly until: number }>(100);
const minute = 60_000;

/** As on the command line: the date of the last commit, else the catalog's. Only exceptions ask for it. */
export function asOfDay(root: string, declaration: Declaration | null, catalog: Catalog): string {
  if (declaration === null || declaration.exceptions.length === 0) return catalog.date;
  const known = days.get(root);
  const now = performance.now();
  if (known !== undefined && now < known.until) return known.day;
  const answer = askGit(root, ['log', '-1', '--format=%cs'])?.trim() ?? '';
  const day = answer === '' ? catalog.date : answer;
  days.set(root, { day, until: now + minute });
  return day;
}

import { findUpward, type Snapshot } from '@leastscope/analyzer/disk';
import { readdirSync, statSync, type Dirent } from 'node:fs';
import { dirname } from 'node:path';
import { declarationFileName } from './declaration-file-name.js';

/** Where declarations lie: on the disk, or in a state that git keeps. Folders are absolute. */
export interface DeclarationFinder {
  readonly hasFolder: (folder: string) => boolean;
  /** The nearest folder upward that holds one. */
  readonly nearest: (folder: string) => string | null;
  /** Folders below that hold one, relative and sorted; inside such a folder no further one is sought. */
  readonly below: (folder: string) => readonly string[];
}

/** How deep apps lie in a monorepo: `apps/seller/backend`. Deeper ones are named with --cwd or --declaration. */
const deepest = 4;
const skipped = /^(?:\..*|node_modules|dist|build|coverage|vendor|fixtures)$/;

export const onDisk: DeclarationFinder = {
  hasFolder: (folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false,
  nearest: (folder) => findUpward(folder, declarationFileName),
  below: (folder) => findBelow(folder, '', 0),
};

/** A folder of the work tree that holds nothing staged is still a folder to start from. */
export function inSnapshot({ files, top, entries }: Snapshot): DeclarationFinder {
  const nearest = (folder: string): string | null => {
    if (files.fileExists(`${folder}/${declarationFileName}`)) return folder;
    return folder === top || dirname(folder) === folder ? null : nearest(dirname(folder));
  };
  return {
    hasFolder: onDisk.hasFolder,
    nearest,
    below: (folder) => {
      const prefix = folder === top ? '' : `${folder.slice(top.length + 1)}/`;
      const found = [...entries.keys()]
        .filter((path) => path.startsWith(prefix) && path.endsWith(`/${declarationFileName}`))
        .map((path) => path.slice(prefix.length, -declarationFileName.length - 1))
        .filter((path) => path.split('/').length <= deepest)
        .filter((path) => path.split('/').every((part) => !skipped.test(part)));
      return found.filter((path) => !found.some((other) => path.startsWith(`${other}/`))).sort();
    },
  };
}

function findBelow(base: string, folder: string, depth: number): readonly string[] {
  const entries = entriesIn(`${base}/${folder}`);
  if (entries.some((entry) => entry.name === declarationFileName && entry.isFile())) return [folder];
  if (depth === deepest) return [];
  return entries
    .filter((entry) => entry.isDirectory() && !skipped.test(entry.name))
    .map((entry) => (folder === '' ? entry.name : `${folder}/${entry.name}`))
    .sort()
    .flatMap((path) => findBelow(base, path, depth + 1));
}

function entriesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

import { analyze, createMarkers, type Finding } from '@leastscope/analyzer';
import { createDiskFiles, forwardSlashes } from '@leastscope/analyzer/disk';
import { loadCatalog } from '@leastscope/scope-catalog';
import { resolve } from 'node:path';
import { asOfDay, declarationOf } from './declaration-of.js';
import { memory } from './disk.js';
import type { FileContext } from './file-context.js';
import { mayImportSource } from './may-import-source.js';
import { overlayFile } from './overlay-file.js';

export interface FileFindings {
  readonly findings: readonly Finding[];
  /** Why the file could not be judged; the first rule that asks gets it, so that it is said once. */
  readonly takeTrouble: () => string | null;
}

interface Known {
  readonly sourceCode: object;
  readonly findings: FileFindings;
}

/**
 * Keyed on the source code, not on the context: contexts differ by rule, and each file is analysed once for all. Only one
 * file is remembered, since all rules ask about it before the next comes. With a WeakMap of all files, one run in four
 * peaked at a gigabyte: at an unlucky moment V8 keeps the keys of such a map, and with them all their syntax trees.
 */
let known: Known | null = null;

/** To be called when all rules have asked: a syntax tree that is kept while the next is made is copied about by the collector. */
export function letGo(): void {
  known = null;
}

/** The findings of the file in hand, its unsaved text judged. Never throws into an editor. */
export function findingsOf(context: FileContext): FileFindings {
  const { sourceCode } = context;
  if (known?.sourceCode === sourceCode) return known.findings;
  const findings = judge(context);
  known = { sourceCode, findings };
  return findings;
}

const withoutFindings: FileFindings = { findings: [], takeTrouble: () => null };

function judge(context: FileContext): FileFindings {
  try {
    const findings = findIn(context);
    return findings.length === 0 ? withoutFindings : { findings, takeTrouble: () => null };
  } catch (error) {
    return withTrouble(error instanceof Error ? error.message : String(error));
  }
}

function findIn(context: FileContext): readonly Finding[] {
  const catalog = loadCatalog();
  const { text } = context.sourceCode;
  const file = forwardSlashes(resolve(context.cwd, context.filename));
  if (!createMarkers(catalog).mayMatter(text) && !mayImportSource(file, context, catalog)) return [];
  const { root, declaration, mistakes } = declarationOf(file, context, catalog);
  if (!file.startsWith(`${root}/`)) return [];
  const { findings } = analyze({
    root,
    files: overlayFile(createDiskFiles(), file, text),
    catalog,
    declaration,
    mistakes,
    includeTests: false,
    asOf: asOfDay(root, declaration, catalog),
    severities: {},
    memory,
    seeds: [file],
  });
  const here = file.slice(root.length + 1);
  return findings.filter(({ place, suppressed }) => place.file === here && suppressed === null);
}

/** The folders of an absolute path: where the project lies on this machine is nobody's business. */
const folders = /(?:\b[a-z]:)?[\\/](?:[^\s\\/'"]+[\\/])+/gi;

function withTrouble(message: string): FileFindings {
  const [firstLine = ''] = message.split('\n');
  let left: string | null = firstLine.includes('settings.') ? firstLine : firstLine.replace(folders, '');
  return {
    findings: [],
    takeTrouble: () => {
      const taken = left;
      left = null;
      return taken;
    },
  };
}

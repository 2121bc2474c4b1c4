import { analyze, createGate, type Finding } from '@leastscope/analyzer';
import { createDiskFiles } from '@leastscope/analyzer/disk';
import { loadCatalog } from '@leastscope/scope-catalog';
import { resolve } from 'node:path';
import { asOfDay, declarationOf } from './declaration-of.js';
import type { FileContext } from './file-context.js';
import { overlayFile } from './overlay-file.js';

export interface FileFindings {
  readonly findings: readonly Finding[];
  /** Why the file could not be judged; the first rule that asks gets it, so that it is said once. */
  readonly takeTrouble: () => string | null;
}

/** Keyed on the source code, not on the context: contexts differ by rule, and each file is analysed once for all. */
const known = new WeakMap<object, FileFindings>();

/** The findings of the file in hand, its unsaved text judged. Never throws into an editor. */
export function findingsOf(context: FileContext): FileFindings {
  const before = known.get(context.sourceCode);
  if (before !== undefined) return before;
  const result = judge(context);
  known.set(context.sourceCode, result);
  return result;
}

function judge(context: FileContext): FileFindings {
  try {
    return withoutTrouble(findIn(context));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // Where the project lies on this machine is nobody's business.
    return withTrouble(reason.replaceAll(`${context.cwd}/`, ''));
  }
}

function findIn(context: FileContext): readonly Finding[] {
  const catalog = loadCatalog();
  const { text } = context.sourceCode;
  if (!createGate(catalog).mayConcern(text)) return [];
  const file = resolve(context.cwd, context.filename).replaceAll('\\', '/');
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
    seeds: [file],
  });
  const here = file.slice(root.length + 1);
  return findings.filter(({ place, suppressed }) => place.file === here && suppressed === null);
}

function withoutTrouble(findings: readonly Finding[]): FileFindings {
  return { findings, takeTrouble: () => null };
}

function withTrouble(reason: string): FileFindings {
  let left: string | null = reason;
  return {
    findings: [],
    takeTrouble: () => {
      const taken = left;
      left = null;
      return taken;
    },
  };
}

import { nearestName } from '@leastscope/scope-catalog';
import { fromFolderOf } from '../lookups/from-folder-of.js';
import type { Declaration, DeclaredPurpose } from '../model/declaration.js';
import type { RuleContext } from '../model/judgement.js';

export interface GlobOfNothing {
  readonly purpose: DeclaredPurpose;
  readonly glob: string;
  /** The file or folder that it begins with and that is not there, from the project's root. */
  readonly missing: string;
  /** The folder beside it that was probably meant; null where none is near. */
  readonly nearest: string | null;
}

type Files = Pick<RuleContext, 'hasFile' | 'hasFolder' | 'foldersIn'>;

/**
 * Globs that cannot match: what they begin with is not there. Of others it is not said that they match nothing: they may be
 * meant for files in a language that is not read. What lies above the project is left alone.
 */
export function globsOfNothing({ file, purposes }: Declaration, files: Files): readonly GlobOfNothing[] {
  return purposes.flatMap((purpose) =>
    purpose.code.flatMap((glob) => {
      const fixed = fromFolderOf(file, fixedPartOf(glob));
      if (fixed === '' || fixed.startsWith('..') || glob.startsWith('!')) return [];
      if (files.hasFolder(fixed) || files.hasFile(fixed)) return [];
      return [{ purpose, glob, missing: fixed, nearest: nearestTo(fixed, files) }];
    }),
  );
}

/** The folders before the first one with a sign of a glob. */
function fixedPartOf(glob: string): string {
  const steps = glob.split('/');
  const first = steps.findIndex((step) => /[*?[\]{}()!+@]/.test(step));
  return (first === -1 ? steps : steps.slice(0, first)).join('/');
}

function nearestTo(missing: string, files: Files): string | null {
  const steps = missing.split('/');
  const known = steps.findIndex((_, index) => !files.hasFolder(steps.slice(0, index + 1).join('/')));
  const parent = steps.slice(0, Math.max(known, 0));
  const name = nearestName(files.foldersIn(parent.join('/')), steps[parent.length] ?? '');
  return name === null ? null : [...parent, name].join('/');
}

import type { Catalog } from '@leastscope/scope-catalog';
import type { Declaration, DeclaredPurpose } from '../model/declaration.js';
import { refusalOf } from './allowed-data.js';
import type { JudgedUse } from './judged-uses.js';

/** The purpose that fits a homeless file best: covers most of its calls, then lies nearest in the tree, then comes first. */
export function nearestPurpose(
  file: string,
  calls: readonly JudgedUse[],
  declaration: Declaration,
  catalog: Catalog,
): DeclaredPurpose | null {
  const covered = (purpose: DeclaredPurpose): number =>
    calls.filter(({ endpoint }) => refusalOf(catalog, purpose, endpoint) === null).length;
  const ranked = [...declaration.purposes].sort(
    (a, b) => covered(b) - covered(a) || sharedFolders(b, file) - sharedFolders(a, file),
  );
  return ranked[0] ?? null;
}

function sharedFolders(purpose: DeclaredPurpose, file: string): number {
  const path = file.split('/');
  const shared = purpose.code.map((glob) => {
    const different = glob.split('/').findIndex((part, index) => part !== path[index]);
    return different === -1 ? path.length : different;
  });
  return Math.max(0, ...shared);
}

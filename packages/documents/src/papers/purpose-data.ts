import type { Use } from '@leastscope/analyzer';
import type { Cell } from '../cells/cell.js';
import { said } from '../cells/make-cells.js';
import type { DeclaredPurpose } from '@leastscope/analyzer';
import type { Dossier } from '../dossier/dossier.js';
import { spotOf } from '../cells/cell.js';

export function usesOfPurpose({ id }: DeclaredPurpose, { analysis, purposeOf }: Dossier): readonly Use[] {
  return analysis.needs.uses.filter((use) => use.fileKind !== 'test' && purposeOf(use) === id);
}

/** Scopes that this purpose's own calls need, each with these calls. */
export function scopesOfPurpose({ id }: DeclaredPurpose, { analysis, purposeOf }: Dossier): readonly Cell[] {
  return analysis.needs.scopes.flatMap(({ scope, uses }) => {
    const own = uses.filter((use) => purposeOf(use) === id);
    return own.length === 0
      ? []
      : [
          said(
            scope,
            'code',
            own.map(({ place }) => spotOf(place)),
          ),
        ];
  });
}

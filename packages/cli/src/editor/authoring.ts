import { answeringPlace, type Analysis, type Needs } from '@leastscope/analyzer';
import type { Authoring, PurposeProposal } from '@leastscope/language-server';
import type { Catalog } from '@leastscope/scope-catalog';
import { countedNeeds } from '../documents/counted-needs.js';
import { editScopes } from '../documents/fix/edit-scopes.js';
import { proposePurposes } from '../documents/proposals/propose-purposes.js';
import { purposeLines } from '../documents/proposals/purpose-lines.js';

/** Writes into declarations what `check --fix` and `init` would write. */
export function createAuthoring(catalog: Catalog): Authoring {
  return {
    editScopes: (text, plan) => editScopes(text, plan),
    proposePurposes: ({ needs }: Analysis, file): readonly PurposeProposal[] =>
      proposePurposes(ofFile(countedNeeds(needs, false), file), catalog).map((proposed) => ({
        kind: proposed.purpose.kind,
        lines: purposeLines({ ...proposed, code: [file] }, []),
      })),
  };
}

/** What a file calls, and what it does with the answers. */
function ofFile(needs: Needs, file: string): Needs {
  return {
    ...needs,
    uses: needs.uses.filter(({ place }) => place.file === file),
    reads: needs.reads.filter((read) => answeringPlace(read).file === file),
    outflows: needs.outflows.filter((outflow) => answeringPlace(outflow).file === file),
  };
}

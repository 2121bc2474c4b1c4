import type { Analysis } from '@leastscope/analyzer';
import { headCommit } from '@leastscope/analyzer/disk';
import { createDossier, type Dossier, type Role } from '@leastscope/documents';
import { tool } from '../host/about.js';
import type { Host } from '../host/host.js';
import { digestOfFile } from '../output/digest-of-file.js';

/** An analysis with all that papers need beside it: commit, day, digests of the documents that are named. */
export async function dossierOf(
  analysis: Analysis,
  root: string,
  asOf: string,
  role: Role,
  host: Host,
): Promise<Dossier> {
  const { catalog, purposeOfUse, purposesOfData } = await host.loadEngine();
  const { declaration, directives } = analysis;
  return createDossier({
    analysis,
    evidence: analysis.evidence,
    catalog,
    tool,
    commit: headCommit(root) ?? '',
    asOf,
    role,
    purposeOf: (use) => (declaration === null ? null : purposeOfUse(use, declaration, catalog, directives)),
    purposesOf: (point, category) =>
      declaration === null ? [] : purposesOfData(point, category, declaration, catalog, directives),
    digestOf: (path) => digestOfFile(root, path),
  });
}

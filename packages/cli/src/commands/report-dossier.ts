import { fromFolderOf, type Analysis } from '@leastscope/analyzer';
import { headCommit } from '@leastscope/analyzer/disk';
import type { Catalog } from '@leastscope/scope-catalog';
import { createDossier, type Dossier, type Role } from '@leastscope/documents';
import { readAnswer } from '../documents/catalog/saved-answer.js';
import { tool } from '../host/about.js';
import type { Host } from '../host/host.js';
import { digestOfFile, textOfFile } from '../output/digest-of-file.js';

/** The documents beside the code, by their paths from the project's root. */
type Documents = Pick<Dossier, 'digestOf' | 'textOf'>;

/** An analysis with all that papers need beside it: commit, day, and the documents that are named. */
export async function dossierOf(
  analysis: Analysis,
  root: string,
  asOf: string,
  role: Role,
  host: Host,
  documents: Documents = onDisk(root),
): Promise<Dossier> {
  const { catalog, purposeOfUse, purposesOfData } = await host.loadEngine();
  const { declaration, directives } = analysis;
  return createDossier({
    analysis,
    evidence: analysis.evidence,
    catalog,
    tool,
    commit: headCommit(root) ?? '',
    isChanged: null,
    asOf,
    role,
    purposeOf: (use) => (declaration === null ? null : purposeOfUse(use, declaration, catalog, directives)),
    purposesOf: (point, category) =>
      declaration === null ? [] : purposesOfData(point, category, declaration, catalog, directives),
    ...documents,
    enabledScopes: enabledScopes(analysis, documents, catalog),
  });
}

function onDisk(root: string): Documents {
  return { digestOf: (path) => digestOfFile(root, path), textOf: (path) => textOfFile(root, path) };
}

/** Of the saved answer that the declaration names; null where it names none, or one that shows nothing. */
function enabledScopes(
  { declaration }: Analysis,
  { textOf }: Documents,
  catalog: Catalog,
): Dossier['enabledScopes'] {
  const file = declaration?.console?.scopes ?? null;
  const text = declaration === null || file === null ? null : textOf(fromFolderOf(declaration.file, file));
  if (text === null) return null;
  try {
    const { enabled } = readAnswer(JSON.parse(text), catalog);
    return enabled.length === 0 ? null : enabled;
  } catch {
    return null;
  }
}

import type { Dossier } from '../dossier/dossier.js';
import { inProject, isOnTheWeb } from '../dossier/in-project.js';
import { compareText } from '../cells/make-cells.js';

interface Input {
  readonly file: string;
  /** Hex, or that the file is not there. */
  readonly sha256: string;
}

/** The declaration and every document that it names, so that a reader can tell which state was attested. */
export function inputsOf({ claims, digestOf }: Dossier): readonly Input[] {
  const named = [
    ...claims.controls.map(({ document }) => document),
    ...claims.certifications.map(({ document }) => document),
    ...claims.recipients.map(({ contract }) => contract),
    claims.controllers?.register ?? null,
    claims.privacyNotice?.copy ?? null,
  ].flatMap((file) => (file === null ? [] : [inProject(file, claims)]));
  const files = [...new Set([...(claims.file === null ? [] : [claims.file]), ...named])]
    .filter((file) => !isOnTheWeb(file))
    .sort(compareText);
  return files.map((file) => ({ file, sha256: digestOf(file) ?? 'not found' }));
}

import type { Dossier } from '../dossier/dossier.js';
import { compareText } from '../cells/make-cells.js';

interface Input {
  readonly file: string;
  /** Hex, or that the file is not there. */
  readonly sha256: string;
}

/** The declaration and every document that it names, so that a reader can tell which state was attested. */
export function inputsOf({ claims, digestOf }: Dossier): readonly Input[] {
  const named = [
    ...(claims.file === null ? [] : [claims.file]),
    ...[...claims.controls.values()].map(({ document }) => document),
    ...claims.certifications.map(({ document }) => document),
    ...claims.recipients.map(({ contract }) => contract),
    claims.controllers?.register ?? null,
    claims.notice?.copy ?? null,
  ].filter((file) => file !== null);
  const files = [...new Set(named)].filter((file) => !/^https?:/.test(file)).sort(compareText);
  return files.map((file) => ({ file, sha256: digestOf(file) ?? 'not found' }));
}

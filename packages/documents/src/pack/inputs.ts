import { namedDocuments } from '@leastscope/analyzer';
import type { Dossier } from '../dossier/dossier.js';
import { compareText } from '../cells/make-cells.js';

interface Input {
  readonly file: string;
  /** Hex, or that the file is not there. */
  readonly sha256: string;
}

/** The declaration and every document that it names, so that a reader can tell which state was attested. */
export function inputsOf({ analysis: { declaration }, digestOf }: Dossier): readonly Input[] {
  if (declaration === null) return [];
  const named = [declaration.file, ...namedDocuments(declaration).map(({ path }) => path)];
  const files = [...new Set(named)].sort(compareText);
  return files.map((file) => ({ file, sha256: digestOf(file) ?? 'not found' }));
}

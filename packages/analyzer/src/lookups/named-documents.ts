import type { Declaration } from '../model/declaration.js';
import type { Place } from '../model/place.js';
import { fromFolderOf } from './from-folder-of.js';

/** A file that the declaration names: a proof, a contract, a saved copy. */
export interface NamedDocument {
  /** The key that names it: `controls.access-review.document`. */
  readonly key: string;
  /** From the project's root. */
  readonly path: string;
  readonly place: Place;
}

/** All of them in the order of the declaration's sections; addresses of the web are none of the project's files. */
export function namedDocuments({ console, evidence, file }: Declaration): readonly NamedDocument[] {
  const { certifications, controllers, controls, privacyNotice, protection, recipients, storage } = evidence;
  const named: readonly (readonly [string, string | null | undefined, Place | undefined])[] = [
    ...recipients.map(({ contract, id, place }) => [`recipients.${id}.contract`, contract, place] as const),
    ...storage.map(
      ({ encryption, id }) =>
        [`storage.${id}.encryptionAtRest.document`, encryption?.document, encryption?.place] as const,
    ),
    ...controls.map(({ document, id, place }) => [`controls.${id}.document`, document, place] as const),
    ...certifications.map(({ document, place }) => ['certifications.document', document, place] as const),
    ...Object.entries(protection?.evidence ?? {}).map(
      ([key, path]) => [`protection.evidence.${key}`, path, protection?.place] as const,
    ),
    ['privacyNotice.copy', privacyNotice?.copy, privacyNotice?.place],
    ['controllers.register', pathIn(controllers?.register), controllers?.place],
    ['console.service', console?.service, console?.place],
    ['console.scopes', console?.scopes, console?.place],
  ];
  return named.flatMap(([key, path, place]) =>
    path == null || place === undefined || /^https?:/.test(path)
      ? []
      : [{ key, path: fromFolderOf(file, path), place }],
  );
}

/** Where a register is kept may be told in words. */
export function pathIn(text: string | null | undefined): string | null {
  return text != null && /^[^\s:]+\.\w{1,5}$/.test(text) ? text : null;
}

import type { DeclaredRight } from '@leastscope/analyzer';
import { declared } from '../cells/make-cells.js';
import type { Entry } from '../cells/table.js';
import type { Dossier } from '../dossier/dossier.js';
import { absentDocument } from './absent-document.js';
import { who } from './describe.js';

/** How a right is met, with the function that does it where one is named; and that file, if it is not there. */
export function metRight(name: 'access' | 'rectify' | 'export' | 'erase', dossier: Dossier): Entry {
  const { rights } = dossier.claims;
  const right = rights?.[name] ?? null;
  const cell = declared(howOf(right), `rights.${name}`, right?.place ?? rights?.place ?? null, who.privacy);
  const absent = right === null ? null : absentDocument(fileOf(right), right.place, who.engineering, dossier);
  return absent === null ? [cell] : [cell, absent];
}

function howOf(right: DeclaredRight | null): string | null {
  if (right === null) return null;
  return right.handler === null ? right.how : `${right.how} (${right.handler})`;
}

/** `src/erase.ts` of `src/erase.ts#erase`; null of a handler that is told in another way. */
function fileOf({ handler }: DeclaredRight): string | null {
  return /^([^#\s]+\.\w+)#/.exec(handler ?? '')?.[1] ?? null;
}

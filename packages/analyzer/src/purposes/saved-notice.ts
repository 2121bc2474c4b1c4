import { fromFolderOf } from '../lookups/from-folder-of.js';
import type { Declaration } from '../model/declaration.js';
import type { Place } from '../model/place.js';
import type { RuleContext } from '../model/judgement.js';
import { wordsOf, type NoticeWords } from './notice-words.js';

export interface SavedCopy {
  /** From the project's root. */
  readonly path: string;
  readonly words: NoticeWords;
  readonly place: Place;
}

/** The copy of the published notice that the declaration names; null without one, and where it is not there. */
export function savedCopy(
  { evidence: { privacyNotice }, file }: Declaration,
  { readText }: Pick<RuleContext, 'readText'>,
): SavedCopy | null {
  const copy = privacyNotice?.copy ?? null;
  if (privacyNotice === null || copy === null || /^https?:/.test(copy)) return null;
  const path = fromFolderOf(file, copy);
  const text = path.startsWith('..') ? null : readText(path);
  return text === null ? null : { path, words: wordsOf(text), place: privacyNotice.place };
}

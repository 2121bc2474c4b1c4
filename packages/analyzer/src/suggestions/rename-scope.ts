import { rangeOf } from './range-of.js';
import type { Suggest } from './edit.js';

/** A misspelt scope key, to the nearest that the catalog has. */
export const renameScope: Suggest = ({ rule, data, place }, { text }) => {
  const { scope, nearest } = data;
  if (rule !== 'unknown-scope' || typeof scope !== 'string' || typeof nearest !== 'string') return null;
  const [start, end] = rangeOf(text, place);
  const written = text.slice(start, end);
  const [before = '', ...rest] = written.split(scope);
  // A key that is put together, or written with escapes, is for a person to change.
  if (rest.length !== 1) return null;
  const at = before.length;
  const range = [start + at, start + at + scope.length] as const;
  return { says: 'renameScope', data: { nearest }, range, text: nearest };
};

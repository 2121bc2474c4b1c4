import { left, operations, type Planner } from './planner.js';
import { rangeOf } from './range-of.js';

/** A misspelt scope key, to the nearest that the catalog has. */
export const renameScope: Planner = ({ rule, data, place }, { textOf }) => {
  const { scope, nearest } = data;
  const text = textOf(place.file);
  if (rule !== 'unknown-scope' || typeof scope !== 'string' || typeof nearest !== 'string') return null;
  if (text === null || /\.ya?ml$/.test(place.file)) return null;
  const [start, end] = rangeOf(text, place);
  const [before = '', ...rest] = text.slice(start, end).split(scope);
  if (rest.length !== 1) return left('the key is put together, or written with escapes');
  const at = start + before.length;
  return operations({
    kind: 'renameScope',
    rule,
    finding: place,
    file: place.file,
    range: [at, at + scope.length],
    safety: 'safe',
    title: `Write \`${nearest}\``,
    from: scope,
    to: nearest,
    text: nearest,
  });
};

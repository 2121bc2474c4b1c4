import { escapeRegExp } from '../../util/escape-reg-exp.js';
import type { Interpreter } from '../interpreter.js';
import { asPieces, knownText } from '../text.js';
import { unknownValue } from '../unknown.js';
import type { Piece, TextValue, Value } from '../value.js';

/** Patterns and texts longer than these are not tried: the pattern is somebody else's and may be made to hang. */
const patternLimit = 80;
const textLimit = 400;

/** `text.replace(pattern, by)` on the known parts of a text. */
export function replaceText(
  interpreter: Interpreter,
  text: TextValue,
  pattern: Value,
  by: Value,
  all: boolean,
): Value {
  const search = searchOf(pattern, all);
  // With a pattern that is not followed the text itself is still the best template.
  if (search === null) return text;
  const last = text.pieces.length - 1;
  const pieces = text.pieces.flatMap((piece, index): readonly Piece[] => {
    if (piece.kind === 'unknown') return [piece];
    if (piece.text.length > textLimit)
      return [unknownValue('value', 'a long text is replaced in at run time')];
    return replacePiece(interpreter, piece, search, by, { first: index === 0, last: index === last });
  });
  return { kind: 'text', pieces: pieces.filter((piece) => piece.kind === 'unknown' || piece.text !== '') };
}

function searchOf(pattern: Value, all: boolean): RegExp | null {
  const text = knownText(pattern);
  if (text !== null && text !== '') return new RegExp(escapeRegExp(text), all ? 'g' : '');
  if (pattern.kind !== 'pattern' || !isTame(pattern.source)) return null;
  try {
    return new RegExp(pattern.source, pattern.flags.replace(/[^giu]/g, ''));
  } catch {
    return null;
  }
}

/** No repeated group, and one repetition in each alternative: such a pattern cannot run away. */
function isTame(source: string): boolean {
  if (source.length > patternLimit || /\)[*+?{]/.test(source)) return false;
  const repeated = source.split('|').map((part) => (part.replace(/\\./g, '').match(/[*+{]/g) ?? []).length);
  return repeated.every((times) => times <= 1);
}

/** `^` and `$` mean the ends of the whole text, not of its parts. */
function isAtSeam(search: RegExp, text: string, match: RegExpMatchArray, { first, last }: Ends): boolean {
  const start = match.index ?? 0;
  if (!first && start === 0 && search.source.includes('^')) return true;
  return !last && start + match[0].length === text.length && /\$(?!\{)/.test(search.source);
}

interface Ends {
  readonly first: boolean;
  readonly last: boolean;
}

function replacePiece(
  interpreter: Interpreter,
  piece: Extract<Piece, { kind: 'piece' }>,
  search: RegExp,
  by: Value,
  ends: Ends,
): Piece[] {
  const result: Piece[] = [];
  let from = 0;
  const matches = search.global
    ? [...piece.text.matchAll(search)]
    : [search.exec(piece.text)].filter((m) => m !== null);
  for (const match of matches) {
    if (isAtSeam(search, piece.text, match, ends)) continue;
    result.push(
      { ...piece, text: piece.text.slice(from, match.index) },
      ...replacement(interpreter, match, by),
    );
    from = match.index + match[0].length;
  }
  result.push({ ...piece, text: piece.text.slice(from) });
  return result;
}

function replacement(
  interpreter: Interpreter,
  match: RegExpExecArray | RegExpMatchArray,
  by: Value,
): readonly Piece[] {
  if (by.kind === 'function') {
    const args = match.map((part) => () => [
      { value: { kind: 'text', pieces: [{ kind: 'piece', text: part, source: null }] } as const, guard: {} },
    ]);
    return asPieces(
      interpreter.returned(by, args)[0]?.value ?? unknownValue('value', 'the replacement is not known'),
    );
  }
  return asPieces(by);
}

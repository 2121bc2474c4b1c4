import { asUnknown } from './unknown.js';
import { combinationLimit, product, noGuard, certain } from './guarded.js';
import { givenUp } from './too-deep.js';
import type { Guarded, Piece, TextValue, Value } from './value.js';

export function plainText(text: string): TextValue {
  return { kind: 'text', pieces: text === '' ? [] : [{ kind: 'piece', text, source: null }] };
}

/** The text when all of it is known, null otherwise. */
export function knownText(value: Value): string | null {
  if (value.kind !== 'text') return null;
  if (value.pieces.some((piece) => piece.kind === 'unknown')) return null;
  return value.pieces.map((piece) => (piece.kind === 'piece' ? piece.text : '')).join('');
}

/** Any value in the place of a string: what is not a text becomes a unknown. */
export function asPieces(value: Value): readonly Piece[] {
  if (value.kind === 'text') return value.pieces;
  if (value.kind === 'unknown') return [value];
  return [asUnknown(value)];
}

/** No address is made of more pieces. Texts that are put together of themselves double with each step. */
const pieceLimit = 2_000;

/** A text in pieces; one in too many is not followed: half of it would pass for another. */
function textOf(pieces: readonly Piece[]): TextValue {
  if (pieces.length <= pieceLimit) return { kind: 'text', pieces };
  const [first] = pieces;
  return { kind: 'text', pieces: [...(first?.kind === 'piece' ? [first] : []), givenUp('value')] };
}

/**
 * The concatenation of parts, in all combinations that can hold together. Beyond the limit stands a text that begins as all of
 * them do: whose host it is stays known.
 */
export function concatTexts(parts: readonly (readonly Guarded[])[]): readonly Guarded[] {
  const joined = joinSure(parts);
  let result = certain(plainText(''));
  let isCut = false;
  for (const part of joined) {
    result = product(
      result,
      part,
      (left, right) => textOf(joinPieces([...asPieces(left), ...asPieces(right)])),
      null,
    );
    // What is left is put together to its end: half a text would pass for a whole one.
    isCut ||= result.length > combinationLimit;
  }
  if (!isCut) return result;
  return [...result.slice(0, combinationLimit), { value: beginningOf(joined), guard: noGuard }];
}

/** What all combinations begin with, and then nothing that is known. */
function beginningOf([first]: readonly (readonly Guarded[])[]): Value {
  const [only, ...others] = first ?? [];
  const sure = only === undefined || others.length > 0 ? [] : asPieces(only.value);
  return { kind: 'text', pieces: [...sure, givenUp('value')] };
}

/** Neighbours that can be but one thing are put together at once: one by one, each step would copy all before it. */
function joinSure(parts: readonly (readonly Guarded[])[]): readonly (readonly Guarded[])[] {
  const joined: (readonly Guarded[])[] = [];
  let run: Piece[] = [];
  const close = (): void => {
    if (run.length > 0) joined.push(certain(textOf(joinPieces(run))));
    run = [];
  };
  for (const part of parts) {
    const [only, ...others] = part;
    if (only !== undefined && others.length === 0 && Object.keys(only.guard).length === 0) {
      for (const piece of asPieces(only.value)) run.push(piece);
    } else {
      close();
      joined.push(part);
    }
  }
  close();
  return joined;
}

/** Keeps pieces apart by where they stand, drops empty ones. */
function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((piece) => piece.kind === 'unknown' || piece.text !== '');
}

/** Changes the known parts of a text; unknowns stay. */
export function mapPieces(value: TextValue, change: (text: string) => string): TextValue {
  return {
    kind: 'text',
    pieces: joinPieces(
      value.pieces.map((piece) =>
        piece.kind === 'unknown' ? piece : { ...piece, text: change(piece.text) },
      ),
    ),
  };
}

import { plainText } from '../text.js';
import type { Piece, TextValue, Value } from '../value.js';

/** A part of a URL that is followed as its text; null for a property that URLs do not have. */
export function urlMember(url: TextValue, name: string): Value | null {
  switch (name) {
    case 'href':
    case 'url':
      return url;
    case 'search':
    case 'hash':
      return plainText('');
    case 'protocol':
      return plainText('https:');
    case 'origin':
      return { kind: 'text', pieces: split(url).origin };
    case 'host':
    case 'hostname':
      return { kind: 'text', pieces: withoutScheme(split(url).origin) };
    case 'pathname':
    case 'path':
      return { kind: 'text', pieces: split(url).path };
    default:
      return null;
  }
}

/** Scheme and host on one side, the path without its query on the other. */
function split(url: TextValue): { origin: readonly Piece[]; path: readonly Piece[] } {
  const [first, ...rest] = beginningJoined(url.pieces);
  if (first === undefined) return { origin: [], path: [] };
  if (first.kind === 'unknown') return { origin: [first], path: withoutQuery(rest) };
  const end = /^[a-z]+:\/\/[^/?#]*/i.exec(first.text)?.[0].length ?? 0;
  if (end === 0) return { origin: [], path: withoutQuery(url.pieces) };
  return {
    origin: [{ ...first, text: first.text.slice(0, end) }],
    path: withoutQuery(
      [{ ...first, text: first.text.slice(end) }, ...rest].filter(
        (piece) => piece.kind === 'unknown' || piece.text !== '',
      ),
    ),
  };
}

/** The known pieces at the beginning as one: scheme and host may be written apart. */
function beginningJoined(pieces: readonly Piece[]): readonly Piece[] {
  const end = pieces.findIndex(({ kind }) => kind === 'unknown');
  const known = (end === -1 ? pieces : pieces.slice(0, end)).filter((piece) => piece.kind === 'piece');
  const [first] = known;
  if (first === undefined || /^[a-z]+:\/\/[^/?#]/i.test(first.text)) return pieces;
  const text = known.map((piece) => piece.text).join('');
  return [{ ...first, text }, ...pieces.slice(known.length)];
}

function withoutQuery(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'unknown') {
      result.push(piece);
      continue;
    }
    const cut = piece.text.search(/[?#]/);
    if (cut < 0) {
      result.push(piece);
      continue;
    }
    if (cut > 0) result.push({ ...piece, text: piece.text.slice(0, cut) });
    break;
  }
  return result;
}

function withoutScheme(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece) =>
    piece.kind === 'unknown' ? piece : { ...piece, text: piece.text.replace(/^[a-z]+:\/\//i, '') },
  );
}

import { combinationLimit, combine, cutOff, only } from './alternatives.js';
import type { Alternative, HoleValue, Piece, TextValue, Value } from './value.js';

export function plainText(text: string): TextValue {
  return { kind: 'text', pieces: text === '' ? [] : [{ kind: 'piece', text, source: null }] };
}

/** The text when all of it is known, null otherwise. */
export function knownText(value: Value): string | null {
  if (value.kind !== 'text') return null;
  if (value.pieces.some((piece) => piece.kind === 'hole')) return null;
  return value.pieces.map((piece) => (piece.kind === 'piece' ? piece.text : '')).join('');
}

/** Any value in the place of a string: what is not a text becomes a hole. */
export function asPieces(value: Value): readonly Piece[] {
  if (value.kind === 'text') return value.pieces;
  if (value.kind === 'hole') return [value];
  return [asHole(value)];
}

/** What a value that is no string, or not known, stands for inside one. */
export function asHole(value: Value): HoleValue {
  if (value.kind === 'hole') return value;
  if (value.kind === 'external') {
    const environment = isEnvironment(value.path) && value.package === 'global';
    const name = value.path.filter((part) => part !== '()').at(-1) ?? 'value';
    if (value.package !== 'global' && !value.path.includes('()')) {
      return hole(name, `\`${name}\` comes from \`${value.package}\`, which is not part of the project`, {
        settledBy: 'elsewhere',
      });
    }
    return hole(name, `\`${value.path.join('.').replaceAll('.()', '()')}\` is not known before run time`, {
      environment,
    });
  }
  if (value.kind === 'absent') return hole('undefined', 'no value is given');
  return hole('value', `it is ${describe(value)}, not text`);
}

function isEnvironment(path: readonly string[]): boolean {
  const name = path.join('.');
  return name.startsWith('process.env') || name.startsWith('import.meta') || name.startsWith('Deno.env');
}

function describe(value: Value): string {
  return value.kind === 'array' || value.kind === 'object' ? `an ${value.kind}` : `a ${value.kind}`;
}

/** An unknown that nobody can settle, unless said otherwise. */
export function hole(name: string, reason: string, more: Partial<HoleValue> = {}): HoleValue {
  return {
    kind: 'hole',
    name,
    reason,
    settledBy: 'nobody',
    owner: null,
    environment: false,
    trail: [],
    ...more,
  };
}

/** The concatenation of parts, in all combinations that can hold together. */
export function concatTexts(parts: readonly (readonly Alternative[])[]): readonly Alternative[] {
  let result = only(plainText(''));
  for (const part of parts) {
    result = combine(result, part, (left, right) => ({
      kind: 'text',
      pieces: joinPieces([...asPieces(left), ...asPieces(right)]),
    }));
    if (result.length >= combinationLimit) return [...result, ...cutOff];
  }
  return result;
}

/** Keeps pieces apart by where they stand, drops empty ones. */
function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((piece) => piece.kind === 'hole' || piece.text !== '');
}

/** Changes the known parts of a text; holes stay. */
export function mapPieces(value: TextValue, change: (text: string) => string): TextValue {
  return {
    kind: 'text',
    pieces: joinPieces(
      value.pieces.map((piece) => (piece.kind === 'hole' ? piece : { ...piece, text: change(piece.text) })),
    ),
  };
}

/** Text with holes written as `{name}`, for messages and for matching. */
export function showText(value: TextValue): string {
  return value.pieces.map((piece) => (piece.kind === 'hole' ? `{${piece.name}}` : piece.text)).join('');
}

import type { DeclarationMistake } from '../model/declaration.js';
import type { Place } from '../model/place.js';

/** A file written by people is some kilobytes; beyond this it is something else. */
const longest = 100_000;
const deepest = 64;

/** What must not even reach the YAML parser: it recurses, and some nestings end the whole process. */
export function checkText(text: string, file: string, most = longest): DeclarationMistake | null {
  if (text.length > most) {
    return {
      message: `\`${file}\` is ${sizeOf(text.length)} long; a declaration has at most ${sizeOf(most)}.`,
      help: 'Check that this is the declaration and not some generated file.',
      place: placeAt(text, file, 0),
    };
  }
  const offset = tooDeepAt(text);
  if (offset === null) return null;
  return {
    message: `\`${file}\` is nested more than ${deepest} levels deep.`,
    help: 'A declaration needs four levels; look for brackets or dashes that were never closed or typed by mistake.',
    place: placeAt(text, file, offset),
  };
}

/** Counts open brackets, and indicators in a row (`- - - -`). Quotes are not looked at: text rarely holds sixty-four. */
function tooDeepAt(text: string): number | null {
  let brackets = 0;
  let indicators = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if (character === '[' || character === '{') brackets += 1;
    else if ((character === ']' || character === '}') && brackets > 0) brackets -= 1;
    if ((character === '-' || character === '?') && isBlank(text.charAt(offset + 1))) indicators += 1;
    else if (!isBlank(character)) indicators = 0;
    if (character === '\n') indicators = 0;
    if (brackets > deepest || indicators > deepest) return offset;
  }
  return null;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

function sizeOf(length: number): string {
  return `${Math.ceil(length / 1000)} kB`;
}

function placeAt(text: string, file: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { file, start: position, end: position };
}

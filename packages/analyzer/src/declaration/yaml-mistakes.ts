import type { YAMLError } from 'yaml';
import type { DeclarationMistake } from '../model/declaration.js';
import type { Place } from '../model/place.js';
import type { YamlSource } from './yaml-source.js';

/** Mistakes of the YAML itself. */
export interface YamlMistakes {
  readonly mistakes: readonly DeclarationMistake[];
  /** Where the text stops making sense: what is read behind it cannot be trusted. Null when all of it does. */
  readonly brokenFrom: number | null;
}

/** These leave the rest of the tree as it was meant. */
const harmless: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED', 'MULTIPLE_DOCS']);

const words: Readonly<Record<string, readonly [message: string, help: string]>> = {
  DUPLICATE_KEY: ['This key stands here twice.', 'Merge the two; the last one would win unseen.'],
  TAG_RESOLVE_FAILED: ['A declaration takes no YAML tags.', 'Remove the word that begins with `!`.'],
  MULTIPLE_DOCS: [
    'The file holds several YAML documents; only the first is read.',
    'Remove the `---`, or give each app its own file.',
  ],
  TAB_AS_INDENT: ['YAML takes no tab for indentation.', 'Indent with spaces.'],
};

export function findYamlMistakes({ document, placeOf }: YamlSource): YamlMistakes {
  const troubles: readonly YAMLError[] = [...document.errors];
  const breaking = troubles.filter((trouble) => !harmless.has(trouble.code)).map((trouble) => trouble.pos[0]);
  const mistakes = [...troubles, ...document.warnings].map(({ code, message, pos }) => {
    const [text, help] = words[code] ?? [`This is not YAML: ${message}.`, 'Correct the syntax of this line.'];
    return { message: text, help, place: onOneLine(placeOf(pos[0], pos[1])) };
  });
  return { mistakes, brokenFrom: breaking.length === 0 ? null : Math.min(...breaking) };
}

/** The parser points at whole documents and at white space; a person wants to see where it begins. */
function onOneLine(place: Place): Place {
  const { start, end } = place;
  if (start.line === end.line && end.column > start.column) return place;
  return { ...place, end: { line: start.line, column: start.column + 1 } };
}

import type { Catalog } from '@leastscope/scope-catalog';
import { comparePlaces, compareText } from '../lookups/places.js';
import type { Declaration, DeclarationMistake } from '../model/declaration.js';
import { checkText } from './check-text.js';
import { findMeaningMistakes } from './meaning-mistakes.js';
import { declarationSchema, partialSchema } from './schema.js';
import type { DeclarationData, PartialData } from './schema.js';
import type { SchemaMistake } from './schema-mistakes.js';
import { sharpenReasons } from './sharpen-reasons.js';
import { toDeclaration } from './to-declaration.js';
import { findYamlMistakes } from './yaml-mistakes.js';
import { readYaml } from './yaml-source.js';
import type { Path, YamlSource } from './yaml-source.js';
import { inOrder } from './in-order.js';
import { keepWhatIsRight, valuesOf } from './keep-what-is-right.js';
import { parseAccepted } from './parse-accepted.js';

export interface ParsedDeclaration {
  /** What could be understood; null when app, requested scopes or purposes are not among it. */
  readonly declaration: Declaration | null;
  /** Every mistake, by place. */
  readonly mistakes: readonly DeclarationMistake[];
}

/** `leastscope-accepted.yaml`, which lies beside the declaration and adds to its exceptions. */
export interface AcceptedFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads `scope-declaration.yaml`. All mistakes come in one run, each with the place of its value; what is right is
 * kept, so that one bad line does not silence the rest of a check. Never throws on what a file holds.
 *
 * @example
 * const { declaration, mistakes } = parseDeclaration(text, 'scope-declaration.yaml', loadCatalog());
 */
export function parseDeclaration(
  text: string,
  file: string,
  catalog: Catalog,
  accepted: AcceptedFile | null = null,
): ParsedDeclaration {
  const { declaration, mistakes } = parseAlone(text, file, catalog);
  if (accepted === null) return { declaration, mistakes };
  const beside = parseAccepted(accepted.text, accepted.file, catalog);
  return {
    declaration:
      declaration === null
        ? null
        : { ...declaration, exceptions: [...declaration.exceptions, ...beside.exceptions] },
    mistakes: [...mistakes, ...beside.mistakes],
  };
}

function parseAlone(text: string, file: string, catalog: Catalog): ParsedDeclaration {
  const refusal = checkText(text, file);
  if (refusal !== null) return { declaration: null, mistakes: [refusal] };
  const source = readYaml(text, file);
  const yaml = findYamlMistakes(source);
  const raw = valuesOf(source);
  if ('mistake' in raw)
    return { declaration: null, mistakes: inOrder([...yaml.mistakes, raw.mistake], file) };
  const {
    data,
    mistakes: unfit,
    removed,
  } = keepWhatIsRight(source, {
    whole: declarationSchema,
    partial: partialSchema,
    unitOf: (path) => (path[0] === 'exceptions' ? path.slice(0, 2) : path),
  });
  const mistakes = sharpenReasons(unfit, raw.values, catalog);
  if (yaml.brokenFrom !== null) {
    // Behind the break the tree is a guess: its mistakes would be noise, and its values must not be judged by.
    const before = mistakes.filter(
      (mistake) => !mistake.isAbsence && isBefore(mistake, source, yaml.brokenFrom ?? 0),
    );
    return { declaration: null, mistakes: inOrder([...yaml.mistakes, ...before], file) };
  }
  const meaning = data === null ? { mistakes: [], removed: [] } : findMeaningMistakes(data, source, catalog);
  const all = inOrder([...yaml.mistakes, ...mistakes, ...meaning.mistakes], file);
  if (data === null || !isUsable(data)) return { declaration: null, mistakes: all };
  return { declaration: toDeclaration(data, source, file, incompleteOf(removed), meaning), mistakes: all };
}

/** Without these three there is nothing to hold code against. */
function isUsable(data: PartialData): data is DeclarationData {
  return data.app !== undefined && data.requestedScopes !== undefined && data.purposes !== undefined;
}

/** The sections that lost a whole entry, or themselves. */
function incompleteOf(removed: readonly Path[]): readonly string[] {
  const sections = removed.filter((path) => path.length <= 2).map(([section]) => String(section));
  return [...new Set(sections)].sort(compareText);
}

function isBefore(mistake: SchemaMistake, source: YamlSource, offset: number): boolean {
  return comparePlaces(mistake.place, source.placeOf(offset, offset)) < 0;
}

import type { Catalog } from '@leastscope/scope-catalog';
import { comparePlaces, compareText } from '../lookups/places.js';
import type { Declaration, DeclarationMistake } from '../model/declaration.js';
import { checkText } from './check-text.js';
import { findMeaningMistakes } from './meaning-mistakes.js';
import { declarationSchema, partialSchema } from './schema.js';
import type { DeclarationData, PartialData } from './schema.js';
import { findSchemaMistakes } from './schema-mistakes.js';
import type { SchemaMistake } from './schema-mistakes.js';
import { sharpenReasons } from './sharpen-reasons.js';
import { toDeclaration } from './to-declaration.js';
import { findYamlMistakes } from './yaml-mistakes.js';
import { placeOfAlias, readYaml, removeAt } from './yaml-source.js';
import type { Path, YamlSource } from './yaml-source.js';

export interface ParsedDeclaration {
  /** What could be understood; null when app, requested scopes or purposes are not among it. */
  readonly declaration: Declaration | null;
  /** Every mistake, by place. */
  readonly mistakes: readonly DeclarationMistake[];
}

/** More than this says nothing new. */
const mostMistakes = 100;
/** A declaration needs no aliases at all; some are fine, a bomb is not. */
const mostAliases = 50;

/**
 * Reads `scope-declaration.yaml`. All mistakes come in one run, each with the place of its value; what is right is
 * kept, so that one bad line does not silence the rest of a check. Never throws on what a file holds.
 *
 * @example
 * const { declaration, mistakes } = parseDeclaration(text, 'scope-declaration.yaml', loadCatalog());
 */
export function parseDeclaration(text: string, file: string, catalog: Catalog): ParsedDeclaration {
  const refusal = checkText(text, file);
  if (refusal !== null) return { declaration: null, mistakes: [refusal] };
  const source = readYaml(text, file);
  const yaml = findYamlMistakes(source);
  const raw = valuesOf(source);
  if ('mistake' in raw)
    return { declaration: null, mistakes: inOrder([...yaml.mistakes, raw.mistake], file) };
  const { data, mistakes: unfit, removed } = keepWhatIsRight(source);
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

function valuesOf(
  source: YamlSource,
): { readonly values: unknown } | { readonly mistake: DeclarationMistake } {
  try {
    return { values: source.document.toJS({ maxAliasCount: mostAliases }) };
  } catch (error) {
    // The parser's way to refuse an alias without anchor and an alias bomb; anything else is a bug and goes on.
    if (!(error instanceof ReferenceError)) throw error;
    const isBomb = error.message.startsWith('Excessive');
    return {
      mistake: {
        message: isBomb ? 'The aliases of this file multiply beyond measure.' : `${error.message}.`,
        help: 'Write the values out; a declaration needs no anchors and aliases.',
        place: placeOfAlias(source),
      },
    };
  }
}

/** Without these three there is nothing to hold code against. */
function isUsable(data: PartialData): data is DeclarationData {
  return data.app !== undefined && data.requestedScopes !== undefined && data.purposes !== undefined;
}

interface Kept {
  /** Null when there is next to nothing right. */
  readonly data: PartialData | null;
  readonly mistakes: readonly SchemaMistake[];
  readonly removed: readonly Path[];
}

/** Takes out what is wrong, innermost first, until the rest fits the schema or nothing is left. */
function keepWhatIsRight(source: YamlSource): Kept {
  const valuesNow = (): unknown => source.document.toJS({ maxAliasCount: mostAliases }) ?? {};
  const whole = declarationSchema.safeParse(valuesNow(), { reportInput: true });
  const mistakes = whole.success ? [] : findSchemaMistakes(whole.error.issues, source);
  if (mistakes.length > mostMistakes) return { data: null, mistakes, removed: [] };
  const removed: Path[] = [];
  for (;;) {
    const result = partialSchema.safeParse(valuesNow(), { reportInput: true });
    if (result.success) return { data: result.data, mistakes, removed };
    const wrong = findSchemaMistakes(result.error.issues, source).map((mistake) => mistake.remove);
    const taken = takeOut(wrong, source);
    if (taken.length === 0) return { data: null, mistakes, removed };
    removed.push(...taken);
  }
}

/** A value that is missing takes the thing around it along. Later items first, so that indexes hold. */
function takeOut(paths: readonly Path[], source: YamlSource): readonly Path[] {
  const present = new Map<string, Path>();
  for (const path of paths) {
    const target = existing(path, source);
    if (target.length > 0) present.set(JSON.stringify(target), target);
  }
  return [...present.values()].sort(deepestAndLastFirst).filter((path) => removeAt(source, path));
}

function existing(path: Path, source: YamlSource): Path {
  return path.length === 0 || source.document.hasIn(path) ? path : existing(path.slice(0, -1), source);
}

function deepestAndLastFirst(a: Path, b: Path): number {
  if (a.length !== b.length) return b.length - a.length;
  const different = a.findIndex((step, index) => step !== b[index]);
  const [left, right] = [a[different], b[different]];
  return typeof left === 'number' && typeof right === 'number' ? right - left : 0;
}

/** The sections that lost a whole entry, or themselves. */
function incompleteOf(removed: readonly Path[]): readonly string[] {
  const sections = removed.filter((path) => path.length <= 2).map(([section]) => String(section));
  return [...new Set(sections)].sort(compareText);
}

function isBefore(mistake: SchemaMistake, source: YamlSource, offset: number): boolean {
  return comparePlaces(mistake.place, source.placeOf(offset, offset)) < 0;
}

function inOrder(mistakes: readonly DeclarationMistake[], file: string): readonly DeclarationMistake[] {
  const sorted = [...mistakes]
    .map(({ message, help, place }) => ({ message, help, place }))
    .sort((a, b) => comparePlaces(a.place, b.place) || compareText(a.message, b.message));
  const rest = sorted.length - mostMistakes;
  const last = sorted[mostMistakes];
  if (rest <= 0 || last === undefined) return sorted;
  const more = {
    message: `\`${file}\` has ${rest} more mistakes.`,
    help: 'Correct the first ones.',
    place: last.place,
  };
  return [...sorted.slice(0, mostMistakes), more];
}

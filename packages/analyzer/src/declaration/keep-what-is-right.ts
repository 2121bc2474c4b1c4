import type * as z from 'zod';
import type { DeclarationMistake } from '../model/declaration.js';
import { findSchemaMistakes } from './schema-mistakes.js';
import type { SchemaMistake } from './schema-mistakes.js';
import { placeOfAlias, removeAt, removeLostAliases } from './yaml-source.js';
import type { Path, YamlSource } from './yaml-source.js';
import { mostMistakes } from './in-order.js';

/** A declaration needs no aliases at all; some are fine, a bomb is not. */
const mostAliases = 50;

export function valuesOf(
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

/** How a file is read. */
export interface Form<T> {
  readonly whole: z.ZodType;
  /** The same when parts of it may be missing. */
  readonly partial: z.ZodType<T>;
  /**
   * What goes as a whole where a part of it is wrong. An exception without one of its limits would hold for more than anybody
   * has accepted.
   */
  readonly unitOf: (path: Path) => Path;
}

export interface Kept<T> {
  /** Null when there is next to nothing right. */
  readonly data: T | null;
  readonly mistakes: readonly SchemaMistake[];
  readonly removed: readonly Path[];
}

/** Takes out what is wrong, innermost first, until the rest fits the schema or nothing is left. */
export function keepWhatIsRight<T>(source: YamlSource, { whole: wanted, partial, unitOf }: Form<T>): Kept<T> {
  const valuesNow = (): unknown => source.document.toJS({ maxAliasCount: mostAliases }) ?? {};
  const whole = wanted.safeParse(valuesNow(), { reportInput: true });
  const mistakes = whole.success ? [] : findSchemaMistakes(whole.error.issues, source, wanted);
  if (mistakes.length > mostMistakes) return { data: null, mistakes, removed: [] };
  const removed: Path[] = [];
  for (;;) {
    const result = partial.safeParse(valuesNow(), { reportInput: true });
    if (result.success) return { data: result.data, mistakes, removed };
    const wrong = findSchemaMistakes(result.error.issues, source, wanted).map((mistake) =>
      unitOf(mistake.remove),
    );
    const taken = takeOut(wrong, source);
    if (taken.length === 0) return { data: null, mistakes, removed };
    removed.push(...taken, ...removeLostAliases(source));
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

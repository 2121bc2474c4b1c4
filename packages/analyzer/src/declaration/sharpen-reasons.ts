import type { Catalog } from '@leastscope/scope-catalog';
import type { SchemaMistake } from './schema-mistakes.js';
import type { Path } from './yaml-source.js';

/**
 * A missing reason weighs more where the kind of the purpose rules the category out: the mistake says so. With its reason
 * even such a category is the app's to declare and the reviewer's to judge.
 */
export function sharpenReasons(
  mistakes: readonly SchemaMistake[],
  values: unknown,
  catalog: Catalog,
): readonly SchemaMistake[] {
  return mistakes.map((mistake) => {
    const { remove } = mistake;
    if (remove.length !== 5 || remove[2] !== 'also' || remove[4] !== 'because') return mistake;
    const kind = valueAt(values, [...remove.slice(0, 2), 'kind']);
    const category = valueAt(values, [...remove.slice(0, 4), 'category']);
    if (typeof kind !== 'string' || typeof category !== 'string') return mistake;
    if (catalog.purposeByKind.get(kind)?.never.includes(category) !== true) return mistake;
    return {
      ...mistake,
      message: `A purpose of kind \`${kind}\` never takes \`${category}\` without a reason, and \`because\` is missing.`,
      help: 'Say in `because` what this purpose does with it, or declare a purpose of its own for what needs the category, with the code that does it.',
    };
  });
}

function valueAt(values: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    values,
  );
}

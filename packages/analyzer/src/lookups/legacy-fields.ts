import type { Catalog, CategoryId, LegacyField } from '@leastscope/scope-catalog';

/** The fields that a path of the first generation answers with; none where they are not known. */
export function legacyFieldsOf({ legacyFields }: Catalog, path: string): readonly LegacyField[] {
  return legacyFields.filter(({ under }) => path.startsWith(under));
}

/** Whether the source of the fields shows the answer of this very operation; others share its names, not all of its data. */
export function isWholeAnswerKnown({ legacyFields }: Catalog, path: string): boolean {
  return legacyFields.some(({ shownBy }) => shownBy === path);
}

/** What the first generation has in an object of this name: of `recipient_address` a `phone` and a `zipcode`. */
export function legacyMembersOf(
  { legacyFields }: Catalog,
  object: string,
): readonly (readonly [name: string, category: CategoryId])[] {
  return legacyFields.flatMap(({ path, category }) => {
    const steps = path.replaceAll('[]', '').split('.');
    const name = steps.at(-1) ?? '*';
    return steps.at(-2) === object && name !== '*' ? [[name, category] as const] : [];
  });
}

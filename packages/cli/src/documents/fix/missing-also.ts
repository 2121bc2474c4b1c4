import { isAllowed, type Analysis, type DeclaredPurpose, type Finding } from '@leastscope/analyzer';
import { answerOfPurpose, type Catalog, type CategoryId } from '@leastscope/scope-catalog';

/** A category that the kind of a purpose takes once it is declared, and where it is wanted. */
export interface MissingAlso {
  readonly purpose: string;
  readonly category: CategoryId;
  /** `src/orders.ts:12` */
  readonly seen: string;
}

/**
 * What a purpose would have to declare under `also` for a finding to be answered, a list for each purpose that could; none
 * where no declaration would do.
 */
export function missingAlso(
  { rule, data, place, suppressed }: Finding,
  { declaration }: Pick<Analysis, 'declaration'>,
  catalog: Catalog,
): readonly (readonly MissingAlso[])[] {
  const asked = askedOf(rule, data);
  const ids = data['purposes'] ?? [];
  const owners = (declaration?.purposes ?? []).filter(({ id }) => ids.includes(id));
  if (suppressed !== null || asked.length === 0) return [];
  const seen = `${place.file}:${String(place.start.line)}`;
  return owners.flatMap((owner) => {
    const missing = undeclared(owner, asked, catalog);
    return missing === null ? [] : [missing.map((category) => ({ purpose: owner.id, category, seen }))];
  });
}

function askedOf(rule: Finding['rule'], { category, categories }: Finding['data']): readonly string[] {
  if (rule === 'field-not-allowed' && typeof category === 'string') return [category];
  return rule === 'exceeds-purpose' && categories !== undefined && typeof categories !== 'string'
    ? categories
    : [];
}

/** Null where the kind never takes one of them, or nothing is missing: then it is about something else. */
function undeclared(
  owner: DeclaredPurpose,
  asked: readonly CategoryId[],
  catalog: Catalog,
): readonly CategoryId[] | null {
  const missing = asked.filter((category) => !isAllowed(catalog, [owner], category));
  const isOptional = missing.every(
    (category) => answerOfPurpose(catalog, owner.kind, category) === 'optional',
  );
  return isOptional && missing.length > 0 ? missing : null;
}

/** What `check --fix-unsafe` writes: where only one purpose could declare it, that one does, and a person says why. */
export function alsoToDeclare(analysis: Analysis, catalog: Catalog): readonly MissingAlso[] {
  const all = analysis.findings.flatMap((finding) => {
    const [only, ...others] = missingAlso(finding, analysis, catalog);
    return only === undefined || others.length > 0 ? [] : only;
  });
  return [...new Map(all.map((one) => [`${one.purpose} ${one.category}`, one])).values()];
}

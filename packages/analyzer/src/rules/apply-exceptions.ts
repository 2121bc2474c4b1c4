import type { Catalog } from '@leastscope/scope-catalog';
import type { DeclaredException } from '../model/declaration.js';
import type { Finding } from '../model/finding.js';
import type { RuleContext } from '../model/judgement.js';
import { familyOf } from '../purposes/endpoint-family.js';

/** Marks what an exception of the declaration silences, up to and with its last day. */
export function applyExceptions(findings: readonly Finding[], context: RuleContext): readonly Finding[] {
  const holding = exceptionsOf(context).filter((exception) => !isExpired(exception, context));
  return findings.map((finding) => {
    if (finding.suppressed !== null) return finding;
    const fitting = holding.filter((exception) => excepts(context.catalog, exception, finding));
    const [by] = fitting;
    if (by === undefined || !coverAll(context.catalog, fitting, finding)) return finding;
    const reason = `${by.reason} (approved by ${by.approvedBy}, until ${by.until})`;
    return { ...finding, suppressed: { by: 'exception', reason, place: by.place } };
  });
}

export function exceptionsOf(context: RuleContext): readonly DeclaredException[] {
  return context.declaration?.exceptions ?? [];
}

export function isExpired(exception: DeclaredException, { asOf }: RuleContext): boolean {
  return asOf > exception.until;
}

export function excepts(catalog: Catalog, exception: DeclaredException, finding: Finding): boolean {
  if (exception.rule !== finding.rule) return false;
  const { scope, file, recipient } = exception;
  return (
    (file === null || file === finding.place.file) &&
    (scope === null || scopesOf(finding).includes(scope)) &&
    (recipient === null || finding.data['host'] === recipient) &&
    subjectsOf(finding).some((subject) => isOf(catalog, exception, subject))
  );
}

/** What one decision is about; null where the finding names none. */
interface Subject {
  readonly endpoint: string | null;
  readonly category: string | null;
}

/** A finding may speak of several endpoints and categories; it is silenced when each is excepted with each. */
function coverAll(catalog: Catalog, exceptions: readonly DeclaredException[], finding: Finding): boolean {
  return subjectsOf(finding).every((subject) =>
    exceptions.some((exception) => isOf(catalog, exception, subject)),
  );
}

function subjectsOf(finding: Finding): readonly Subject[] {
  return orNone(endpointsOf(finding)).flatMap((endpoint) =>
    orNone(categoriesOf(finding)).map((category) => ({ endpoint, category })),
  );
}

function orNone(items: readonly string[]): readonly (string | null)[] {
  return items.length > 0 ? items : [null];
}

/** Endpoints by family: an exception for one holds for its next version too. */
function isOf(catalog: Catalog, { endpoint, category }: DeclaredException, subject: Subject): boolean {
  const fitsEndpoint =
    endpoint === null ||
    (subject.endpoint !== null && familyOf(catalog, subject.endpoint) === familyOf(catalog, endpoint));
  return fitsEndpoint && (category === null || category === subject.category);
}

function scopesOf({ data }: Finding): readonly string[] {
  return [...listOf(data['scope']), ...listOf(data['scopes'])];
}

function endpointsOf({ data: { endpoint, endpoints } }: Finding): readonly string[] {
  return endpoints === undefined || typeof endpoints === 'string' ? listOf(endpoint) : endpoints;
}

/** What the decision is about: one category, several, else the personal ones. A text holds names for people. */
function categoriesOf({ data: { category, categories, personal } }: Finding): readonly string[] {
  if (typeof category === 'string') return [category];
  const several = [categories, personal].flatMap((list) => (typeof list === 'object' ? [list] : []));
  return several.find((list) => list.length > 0) ?? [];
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

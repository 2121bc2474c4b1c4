import type { HeldSchema } from './held-schema.js';
import type { CatalogData, Field } from './types.js';
import { alternativeProblems } from './validation/alternative-problems.js';
import { categoryProblems } from './validation/category-problems.js';
import { identityProblems } from './validation/identity-problems.js';
import { platformProblems } from './validation/platform-problems.js';
import type { CatalogProblem } from './validation/problem.js';
import { referenceProblems } from './validation/reference-problems.js';
import { schemaProblems } from './validation/schema-problems.js';
import { scopeProblems } from './validation/scope-problems.js';
import { sinkProblems } from './validation/sink-problems.js';
import { templateProblems } from './validation/template-problems.js';
import { webhookProblems } from './validation/webhook-problems.js';

export { hasPlace } from './held-schema.js';
export type { HeldSchema } from './held-schema.js';
export type { CatalogProblem, ProblemKind } from './validation/problem.js';

/**
 * Everything that is wrong with the data of a catalog, sorted. An empty answer is what CI waits for:
 * `validateCatalog(data, fields).length === 0`. With schemas of the platform at hand the catalog is held against them
 * too; without any, nothing is asked about where fields were seen.
 */
export function validateCatalog(
  data: CatalogData,
  fields: readonly Field[],
  schemas: readonly HeldSchema[] = [],
): readonly CatalogProblem[] {
  const problems = [
    ...identityProblems(data, fields),
    ...scopeProblems(data),
    ...categoryProblems(data, fields),
    ...templateProblems(data),
    ...referenceProblems(data, fields),
    ...sinkProblems(data),
    ...alternativeProblems(data, fields),
    ...webhookProblems(data, fields),
    ...platformProblems(data),
    ...(schemas.length === 0 ? [] : schemaProblems(data, fields, schemas)),
  ];
  return problems.sort(
    (a, b) => compare(a.kind, b.kind) || compare(a.row, b.row) || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

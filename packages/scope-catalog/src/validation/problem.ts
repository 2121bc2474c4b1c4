export type ProblemKind =
  | 'ambiguous-template'
  | 'category-conflict'
  | 'category-unanswered'
  | 'duplicate'
  | 'endpoint-without-category'
  | 'endpoint-without-scope'
  | 'family-scopes-differ'
  | 'field-unseen'
  | 'malformed-alternative'
  | 'malformed-category'
  | 'malformed-sink'
  | 'malformed-webhook'
  | 'name-mismatch'
  | 'no-gain'
  | 'no-provenance'
  | 'orphan-scope'
  | 'platform'
  | 'rest-row'
  | 'scope-without-category'
  | 'swallowed-identity'
  | 'unknown-category'
  | 'unknown-endpoint'
  | 'unknown-package'
  | 'unknown-scope'
  | 'unknown-webhook'
  | 'unlisted-operation';

/** One thing that is wrong with one row. */
export interface CatalogProblem {
  readonly kind: ProblemKind;
  /** Which row: its table and key, for example `endpoint GET /order/202309/orders`. */
  readonly row: string;
  readonly message: string;
}

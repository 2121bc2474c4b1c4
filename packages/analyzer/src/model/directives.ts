import type { Place } from './place.js';

/**
 * A comment that speaks to leastscope:
 * `// leastscope-ignore-next-line exceeds-purpose -- reason`, `// leastscope-purpose ship-orders`,
 * `// leastscope-endpoint GET /order/202507/orders`.
 */
export interface Directive {
  readonly kind: 'ignore-next-line' | 'purpose' | 'endpoint';
  /** The rule that an `ignore-next-line` names, as written; null when it names none, and for the other kinds. */
  readonly rule: string | null;
  /** Purpose id or endpoint, as written; empty for `ignore-next-line`. */
  readonly text: string;
  /** What stands after `--`; null when there is nothing. */
  readonly reason: string | null;
  readonly place: Place;
  /** The line of the statement that it speaks of, or the whole file. */
  readonly appliesTo: number | 'file';
}

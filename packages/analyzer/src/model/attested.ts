import type { CategoryId } from '@leastscope/scope-catalog';
import type { Place } from './place.js';

/** What only people can say of the company: nobody reads it from code, and no paper makes it up. */

export type ControlAnswer = 'yes' | 'no' | 'partial' | 'not-applicable';

/** A measure that only people can attest, by its id in the catalog: `access-control-policy`. */
export interface DeclaredControl {
  readonly id: string;
  readonly answer: ControlAnswer;
  /** Path of the file that proves it, relative to the declaration's folder. */
  readonly document: string | null;
  /** What is said instead of a document. */
  readonly statement: string | null;
  /** Why the answer is not yes. */
  readonly because: string | null;
  readonly owner: string | null;
  /** `YYYY-MM-DD`. */
  readonly reviewed: string | null;
  /** ISO 8601 duration after the review; one year where the declaration does not say. */
  readonly validFor: string;
  readonly place: Place;
}

export interface DeclaredCertification {
  readonly name: string;
  readonly issuer: string | null;
  /** Last day, `YYYY-MM-DD`. */
  readonly validUntil: string | null;
  readonly document: string | null;
  readonly place: Place;
}

/** Whose data it is processed for: the other side of a processor's record. */
export interface DeclaredControllers {
  readonly who: string;
  /** Where the list of them is kept. */
  readonly register: string | null;
  readonly place: Place;
}

/** How requests of people are answered. */
export interface DeclaredRights {
  readonly channel: string | null;
  /** ISO 8601 durations. */
  readonly answerWithin: string | null;
  readonly forwardToSellerWithin: string | null;
  readonly access: DeclaredRight | null;
  readonly rectify: DeclaredRight | null;
  readonly export: DeclaredRight | null;
  readonly erase: DeclaredRight | null;
  readonly place: Place;
}

export interface DeclaredRight {
  readonly how: string;
  /** `file#function` that does it. */
  readonly handler: string | null;
  readonly place: Place;
}

export interface DeclaredBackups {
  /** ISO 8601 duration. */
  readonly retention: string | null;
  readonly country: string | null;
}

/** A text is read as the algorithm. */
export interface DeclaredEncryption {
  readonly algorithm: string;
  readonly scope: 'disk' | 'column' | 'application' | null;
  readonly document: string | null;
  readonly place: Place;
}

/** A period of one category that differs from the purpose's. */
export interface DeclaredCategoryRetention {
  readonly category: CategoryId;
  readonly period: string;
  readonly after: string | null;
  readonly because: string | null;
  /** The law that asks for it: `§ 147 AO`. */
  readonly law: string | null;
  readonly place: Place;
}

/** Why the narrower way to an endpoint's data will not do. */
export interface DeclaredNotNarrower {
  /** `METHOD /path`, as written. */
  readonly endpoint: string;
  readonly because: string;
  readonly place: Place;
}

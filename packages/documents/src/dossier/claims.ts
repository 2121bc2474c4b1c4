import type { CategoryId } from '@leastscope/scope-catalog';
import type { Spot } from '../cells/cell.js';

/**
 * What the app says of itself, as far as the papers need it; each thing with the line where it is said. Null and empty
 * mean that it is not said.
 */
export interface Claims {
  /** The declaration's file, relative to the project; null without one. */
  readonly file: string | null;
  readonly app: ClaimedApp | null;
  readonly requestedScopes: readonly { readonly key: string; readonly at: Spot }[];
  readonly purposes: readonly ClaimedPurpose[];
  readonly company: ClaimedCompany | null;
  readonly controllers: { readonly who: string; readonly register: string | null; readonly at: Spot } | null;
  readonly recipients: readonly ClaimedRecipient[];
  readonly stores: readonly ClaimedStore[];
  readonly rights: ClaimedRights | null;
  readonly controls: ReadonlyMap<string, ClaimedControl>;
  readonly certifications: readonly ClaimedCertification[];
  readonly protection: ClaimedProtection | null;
  readonly notice: ClaimedNotice | null;
  readonly webhooks: readonly { readonly type: number; readonly at: Spot }[];
  readonly deletionHandler: { readonly handler: string; readonly at: Spot } | null;
  readonly exceptions: readonly ClaimedException[];
}

export interface ClaimedApp {
  readonly name: string;
  readonly tokens: readonly string[];
  readonly markets: readonly string[];
  readonly at: Spot;
}

export interface ClaimedPurpose {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly use: string | null;
  readonly seenAt: string | null;
  readonly owner: string | null;
  readonly since: string | null;
  readonly until: string | null;
  /** The controller's instruction that it rests on. */
  readonly instruction: string | null;
  readonly retention: ClaimedRetention | null;
  readonly shareWith: readonly string[];
  readonly notNarrower: readonly { readonly endpoint: string; readonly because: string; readonly at: Spot }[];
  readonly at: Spot;
}

/** ISO 8601 durations; `byCategory` is for categories that differ. */
export interface ClaimedRetention {
  readonly period: string | null;
  readonly after: string | null;
  readonly onDeauthorization: string | null;
  readonly byCategory: ReadonlyMap<CategoryId, ClaimedCategoryRetention>;
  readonly at: Spot;
}

export interface ClaimedCategoryRetention {
  readonly period: string;
  readonly after: string | null;
  readonly because: string | null;
  readonly law: string | null;
  readonly at: Spot;
}

export interface ClaimedCompany {
  readonly legalName: string;
  readonly website: string | null;
  readonly headquarters: string | null;
  readonly systemLocations: readonly string[];
  readonly privacyContact: string | null;
  readonly representative: string | null;
  readonly dpo: string | null;
  readonly dpoReason: string | null;
  readonly at: Spot;
}

export interface ClaimedRecipient {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  readonly country: string | null;
  readonly transferMechanism: string | null;
  readonly contract: string | null;
  readonly hosts: readonly string[];
  readonly packages: readonly string[];
  readonly aka: readonly string[];
  readonly receives: readonly CategoryId[];
  readonly at: Spot;
}

export interface ClaimedStore {
  readonly id: string;
  readonly kind: string;
  readonly country: string | null;
  readonly encryptionAtRest: string | null;
  readonly holds: readonly CategoryId[];
  readonly code: readonly string[];
  readonly provider: string | null;
  readonly backups: { readonly retention: string | null; readonly country: string | null } | null;
  readonly at: Spot;
}

/** Each right as it is met, with the function that does it where one is named. */
export interface ClaimedRights {
  readonly channel: string | null;
  readonly answerWithin: string | null;
  readonly forwardToSellerWithin: string | null;
  readonly access: string | null;
  readonly rectify: string | null;
  readonly export: string | null;
  readonly erase: string | null;
  readonly at: Spot;
}

export interface ClaimedControl {
  readonly answer: 'yes' | 'no' | 'partial' | 'not-applicable';
  readonly document: string | null;
  readonly statement: string | null;
  readonly because: string | null;
  readonly owner: string | null;
  /** `YYYY-MM-DD`. */
  readonly reviewed: string | null;
  /** ISO 8601 duration. */
  readonly validFor: string;
  readonly at: Spot;
}

export interface ClaimedCertification {
  readonly name: string;
  readonly issuer: string | null;
  readonly validUntil: string | null;
  readonly document: string | null;
  readonly at: Spot;
}

export interface ClaimedProtection {
  readonly inTransit: string | null;
  readonly accessReviewed: string | null;
  readonly incidentDrill: string | null;
  readonly penetrationTest: string | null;
  readonly at: Spot;
}

export interface ClaimedNotice {
  readonly url: string;
  readonly copy: string | null;
  readonly updated: string | null;
  readonly at: Spot;
}

export interface ClaimedException {
  readonly rule: string;
  readonly subject: string;
  readonly until: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly at: Spot;
}

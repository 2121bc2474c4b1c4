import type { CategoryId, Principal, PurposeKind, ScopeKey } from '@leastscope/scope-catalog';
import type { RuleId, Severity } from './finding.js';
import type { Place } from './place.js';

/** A value of the declaration with the place it stands at. */
export interface Placed<T> {
  readonly value: T;
  readonly place: Place;
}

/** What the app says of itself: `scope-declaration.yaml`, validated, every value with its place. */
export interface Declaration {
  /** Relative to the project root. */
  readonly file: string;
  readonly app: DeclaredApp;
  readonly requestedScopes: readonly Placed<ScopeKey>[];
  readonly purposes: readonly DeclaredPurpose[];
  readonly webhooks: readonly Placed<number>[];
  readonly deletion: { readonly handler: Placed<string> } | null;
  readonly manualUsage: readonly ManualUse[];
  readonly clients: readonly DeclaredClient[];
  readonly exceptions: readonly DeclaredException[];
  /** Rule severities set by the app: `rules: { surplus-data: off }`. */
  readonly rules: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
}

export interface DeclaredApp {
  readonly name: string;
  readonly type: 'public' | 'custom';
  readonly category: string | null;
  readonly markets: readonly string[];
  /** Whose tokens the app holds; empty when the declaration does not say. */
  readonly tokens: readonly Principal[];
  readonly place: Place;
}

export interface DeclaredPurpose {
  readonly id: string;
  /** A purpose of the catalog. */
  readonly kind: PurposeKind;
  readonly text: string;
  /** Globs relative to the declaration's folder; empty means the whole app. */
  readonly code: readonly string[];
  readonly also: readonly { readonly category: CategoryId; readonly because: string; readonly place: Place }[];
  readonly retention: DeclaredRetention | null;
  readonly shareWith: readonly string[];
  readonly place: Place;
  readonly places: { readonly id: Place; readonly kind: Place; readonly text: Place; readonly code: Place | null };
}

export interface DeclaredRetention {
  /** ISO 8601 durations, or null when not given. */
  readonly period: string | null;
  readonly after: string | null;
  readonly onDeauthorization: string | null;
  readonly place: Place;
}

export interface ManualUse {
  /** `METHOD /path`, as written. */
  readonly endpoint: string;
  readonly purpose: string | null;
  readonly where: string;
  readonly place: Place;
}

/** A client that cannot be learned from code: `#platform/http:ttsRequest`, and where its arguments stand. */
export interface DeclaredClient {
  readonly module: string;
  readonly export: string;
  readonly method: number | null;
  readonly path: number;
  readonly place: Place;
}

export interface DeclaredException {
  readonly rule: RuleId;
  readonly endpoint: string | null;
  readonly scope: ScopeKey | null;
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly place: Place;
}

/** A mistake in the declaration, before it becomes a finding. */
export interface DeclarationMistake {
  readonly message: string;
  readonly help: string;
  readonly place: Place;
}

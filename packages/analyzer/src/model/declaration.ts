import type { CategoryId, Principal, PurposeKind, ScopeKey } from '@leastscope/scope-catalog';
import type {
  DeclaredBackups,
  DeclaredCategoryRetention,
  DeclaredCertification,
  DeclaredControl,
  DeclaredControllers,
  DeclaredEncryption,
  DeclaredNotNarrower,
  DeclaredRights,
} from './attested.js';
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
  /** Files saved from the platform's console, relative to the declaration; null where it names none. */
  readonly console: DeclaredConsole | null;
  readonly webhooks: readonly Placed<number>[];
  readonly deletion: { readonly handler: Placed<string> } | null;
  readonly manualUsage: readonly ManualUse[];
  readonly clients: readonly DeclaredClient[];
  readonly exceptions: readonly DeclaredException[];
  /** Rule severities set by the app: `rules: { surplus-data: off }`. */
  readonly rules: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
  /** For the evidence only: never judged by the rules that read code. */
  readonly evidence: DeclaredEvidence;
  /** Sections from which a mistaken part had to be left out. What is not there may be missing, so claim nothing of it. */
  readonly incomplete: readonly string[];
}

export interface DeclaredConsole {
  readonly service: string | null;
  readonly scopes: string | null;
  /** `YYYY-MM-DD`. */
  readonly exported: string | null;
  readonly place: Place;
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
  readonly also: readonly {
    readonly category: CategoryId;
    readonly because: string;
    readonly place: Place;
  }[];
  readonly retention: DeclaredRetention | null;
  readonly shareWith: readonly string[];
  /** How the data is used, for the notice. */
  readonly use: string | null;
  /** Where a reviewer can test it. */
  readonly seenAt: string | null;
  readonly owner: string | null;
  /** Days, `YYYY-MM-DD`. */
  readonly since: string | null;
  readonly until: string | null;
  /** The controller's instruction that it rests on. */
  readonly instruction: string | null;
  readonly notNarrower: readonly DeclaredNotNarrower[];
  readonly place: Place;
  readonly places: {
    readonly id: Place;
    readonly kind: Place;
    readonly text: Place;
    readonly code: Place | null;
  };
}

export interface DeclaredRetention {
  /** ISO 8601 durations, or null when not given. */
  readonly period: string | null;
  readonly after: string | null;
  readonly onDeauthorization: string | null;
  /** Categories whose period differs. */
  readonly byCategory: readonly DeclaredCategoryRetention[];
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
  /** Relative to the project root. */
  readonly file: string | null;
  readonly category: CategoryId | null;
  /** A host, as findings name it. */
  readonly recipient: string | null;
  /** The rest of what a finding is known by, see `FindingPoint`. */
  readonly field: string | null;
  readonly store: string | null;
  readonly purpose: string | null;
  readonly subject: string | null;
  readonly symbol: string | null;
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason: string;
  readonly approvedBy: string;
  /** Which entry of `leastscope-accepted.yaml` it was written in, from 0; null for those of the declaration. */
  readonly batch: number | null;
  readonly place: Place;
}

/** Facts about the company and its systems that no code can tell. */
export interface DeclaredEvidence {
  readonly company: DeclaredCompany | null;
  readonly recipients: readonly DeclaredRecipient[];
  readonly storage: readonly DeclaredStore[];
  readonly protection: DeclaredProtection | null;
  readonly privacyNotice: DeclaredNotice | null;
  readonly controllers: DeclaredControllers | null;
  readonly rights: DeclaredRights | null;
  readonly controls: readonly DeclaredControl[];
  readonly certifications: readonly DeclaredCertification[];
}

export interface DeclaredNotice {
  readonly url: string;
  /** Path of a saved copy of the page, relative to the declaration's folder. */
  readonly copy: string | null;
  /** `YYYY-MM-DD`. */
  readonly updated: string | null;
  readonly place: Place;
}

export interface DeclaredCompany {
  readonly legalName: string;
  readonly registeredName: string | null;
  readonly website: string | null;
  readonly securityContact: string | null;
  readonly representative: string | null;
  readonly alternateWorkforceLocations: readonly string[];
  readonly subcontractors: readonly string[];
  readonly headquarters: string | null;
  readonly foreignOwnership: string | null;
  readonly workforceLocations: readonly string[];
  readonly systemLocations: readonly string[];
  readonly privacyContact: string | null;
  readonly dpo: string | null;
  readonly dpoReason: string | null;
  readonly place: Place;
}

/** Somebody data is handed to; `shareWith` of a purpose names its id. */
export interface DeclaredRecipient {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  readonly country: string | null;
  readonly transferMechanism: string | null;
  /** What binds it to the code: hosts (`*.carrier.example` for all below), packages, texts of what hands data to it. */
  readonly hosts: readonly string[];
  readonly packages: readonly string[];
  readonly code: readonly string[];
  /** Path of the contract, relative to the declaration's folder. */
  readonly contract: string | null;
  /** Other names of it. */
  readonly aka: readonly string[];
  readonly receives: readonly CategoryId[];
  readonly place: Place;
}

export interface DeclaredStore {
  readonly id: string;
  readonly kind: string;
  readonly country: string | null;
  /** The algorithm; the whole of what is said of it stands in `encryption`. */
  readonly encryptionAtRest: string | null;
  readonly encryption: DeclaredEncryption | null;
  readonly holds: readonly CategoryId[];
  /** What stores there, as the code says it: `prisma.label`. */
  readonly code: readonly string[];
  readonly provider: string | null;
  readonly region: string | null;
  readonly backups: DeclaredBackups | null;
  readonly place: Place;
}

export interface DeclaredProtection {
  readonly inTransit: string | null;
  /** Dates, `YYYY-MM-DD`. */
  readonly accessReviewed: string | null;
  readonly incidentDrill: string | null;
  readonly penetrationTest: string | null;
  readonly mfaForAdmins: boolean | null;
  /** What it proves to the file that proves it. */
  readonly evidence: Readonly<Record<string, string>>;
  readonly place: Place;
}

/** A mistake in the declaration, before it becomes a finding. */
export interface DeclarationMistake {
  readonly message: string;
  readonly help: string;
  readonly place: Place;
}

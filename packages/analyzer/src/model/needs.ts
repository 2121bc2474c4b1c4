import type { CategoryId, EndpointId, HttpMethod, ScopeKey } from '@leastscope/scope-catalog';
import type { ExposedSecret, FieldRead, Outflow, DeletionEvidence, HandledWebhook } from './data-flow.js';
import type { ManualUse } from './declaration.js';
import type { FileKind } from './file-kind.js';
import type { Place, RelatedPlace } from './place.js';

/** `needed`: a resolved call requires it. `possibly-needed`: the method or part of the path stayed open. */
export type UseState = 'needed' | 'possibly-needed';

/** An endpoint that a request names. */
export interface RequestMatch {
  readonly method: HttpMethod;
  /** The path as the code has it, ids as `{name}`. */
  readonly path: string;
  /** Null when the request goes to the platform but the catalog has no such endpoint. */
  readonly endpoint: EndpointId | null;
  /** `family`: the catalog knows the operation at other versions only. `legacy`: a v1 path. */
  readonly fit: 'exact' | 'family' | 'legacy' | 'none';
  readonly state: UseState;
}

/** A call matched to an endpoint. One per call site and endpoint, placed at the outermost call that names it. */
export interface Use extends RequestMatch {
  readonly place: Place;
  /** Where the text of the path stands, when that is elsewhere in the same file. */
  readonly pathPlace: Place | null;
  /** Where the text of the path stands, when that is in another file. */
  readonly pathElsewhere?: Place;
  /** Helpers on the way, from the call down to the request. */
  readonly via: readonly RelatedPlace[];
  readonly fileKind: FileKind;
  /** How the endpoint was found: a path, an SDK method, or a directive. */
  readonly evidence: 'path' | 'sdk' | 'directive';
  /** The exported helper that it stands in, where nothing in the application is seen to call that. */
  readonly uncalled?: string;
  /** Switches of the request that the files on the way set: without one of them, leaving it out brings nothing. */
  readonly switches?: readonly string[];
}

/** Who could still settle an open value. */
export type SettledBy = 'caller' | 'elsewhere' | 'nobody';

/** A call that reaches the platform and whose endpoint is not decidable. */
export interface OpenCall {
  readonly place: Place;
  /** One sentence a person agrees with: "the path comes from `req.body.path`". */
  readonly reason: string;
  readonly settledBy: SettledBy;
  /** What is known of the path, open parts as `{*}`; null when nothing is. */
  readonly knownPath: string | null;
  /** The host that it goes to, where that is none of the platform's, though path and signature are. */
  readonly otherHost?: string;
  readonly method: HttpMethod | null;
  readonly via: readonly RelatedPlace[];
  readonly fileKind: FileKind;
}

/** A file that could not be read or parsed. Never silently skipped. */
export interface UnreadFile {
  readonly file: string;
  readonly reason: string;
  readonly place: Place | null;
}

/** A scope string written in code, in a place that lists or checks scopes. */
export interface ScopeMention {
  readonly scope: string;
  readonly place: Place;
}

/** A path of endpoints that stands in a text of the code: a table, a command line, code that is made at run time. */
export interface PathMention {
  /** The endpoints that it may name. */
  readonly endpoints: readonly EndpointId[];
  readonly place: Place;
}

/** What one scope is needed for. */
export interface ScopeNeed {
  readonly scope: ScopeKey;
  readonly state: 'needed' | 'possibly-needed';
  /** What speaks for it first: code, else a manual use, else a declared webhook. */
  readonly status: 'required' | 'required-by-webhook' | 'manual';
  /** Uses that this scope serves in the chosen cover. */
  readonly uses: readonly Use[];
  /** Declared webhooks, by type, that the platform sends only with this scope. */
  readonly webhooks: readonly number[];
  readonly manual: readonly ManualUse[];
  /** Other scopes that would have served too, and why this one was chosen. */
  readonly alternatives: readonly ScopeKey[];
  readonly reason: string;
}

/** The app's secret, read from a variable that bundlers write into the page. */
export interface PublicSecret {
  /** As it is written: `NEXT_PUBLIC_APP_SECRET`. */
  readonly variable: string;
  /** What makes it public: `NEXT_PUBLIC_`. */
  readonly prefix: string;
  readonly place: Place;
}

/** What the code needs, proven by places, with what is left open. */
export interface Needs {
  readonly uses: readonly Use[];
  readonly open: readonly OpenCall[];
  /** Calls in helpers that nobody calls: listed, never needed. */
  readonly unreached: readonly OpenCall[];
  readonly unread: readonly UnreadFile[];
  readonly scopeMentions: readonly ScopeMention[];
  readonly publicSecrets: readonly PublicSecret[];
  /** Secrets of the app's configuration that are logged, answered or handed on. Sorted by place. */
  readonly exposedSecrets: readonly ExposedSecret[];
  /** Paths of endpoints in texts of the code that no call is seen to ask for. */
  readonly pathMentions: readonly PathMention[];
  /** The smallest set of scopes that serves every needed use; sorted by key. */
  readonly scopes: readonly ScopeNeed[];
  /** Uses whose endpoint has no known scope: shown as gaps, never judged. */
  readonly gaps: readonly Use[];
  /** Categories that the used endpoints deliver or take. */
  readonly categories: readonly CategoryNeed[];
  /** Parts of responses that the code asks for by name. Sorted by place. */
  readonly reads: readonly FieldRead[];
  /** Where parts of responses leave the code that could be followed. Sorted by place. */
  readonly outflows: readonly Outflow[];
  /** What the declared deletion handler does; null when none is declared, or the host does not look. */
  readonly deletion: DeletionEvidence | null;
  /** Types of webhooks that the code asks for, by type; none where the host does not look. */
  readonly handledWebhooks: readonly HandledWebhook[];
  readonly coverage: Coverage;
  /** What is requested held against what is needed; null without a declaration. */
  readonly difference: ScopeDifference | null;
  readonly verdict: Verdict;
}

/** `unknown` where removals cannot be decided, or where there is nothing to judge. */
export type Verdict = 'minimal' | 'not-minimal' | 'unknown';

/** Requested against needed. Sorted by scope key. */
export interface ScopeDifference {
  /** Requested and surely not needed. */
  readonly drop: readonly ScopeRemoval[];
  /** Requested and not seen to be needed, but something open could need it. */
  readonly possiblyUnused: readonly ScopeRemoval[];
  /** Needed and not requested. Certain even when calls are open. */
  readonly add: readonly ScopeKey[];
  /** Requested keys that this catalog does not know: nothing is claimed of them. */
  readonly unknown: readonly ScopeKey[];
}

export interface ScopeRemoval {
  readonly scope: ScopeKey;
  /** Where it is requested. */
  readonly place: Place;
  /** Only code in tests calls for it. */
  readonly testUses: readonly Use[];
  /** Uses that it would serve as well, but that a scope of the minimum serves: with how much less data opened. */
  readonly servedBy: readonly ScopeKey[];
  /** Uses in helpers that nothing calls, where no other use needs it: then it may be unused. */
  readonly uncalledUses?: readonly Use[];
  /** Why it may be needed after all; empty in `drop`. */
  readonly doubts: readonly Doubt[];
}

/** Something open that could need a scope. */
export interface Doubt {
  /** "an open call", "a webhook that states no scope". */
  readonly what: string;
  readonly place: Place | null;
}

export interface CategoryNeed {
  readonly category: CategoryId;
  readonly role: 'primary' | 'incidental' | 'sent';
  readonly endpoints: readonly EndpointId[];
}

export interface Coverage {
  /** Production and script calls whose endpoint is known. */
  readonly resolved: number;
  readonly open: number;
  readonly unreached: number;
  readonly inTests: number;
  readonly filesListed: number;
  readonly filesRead: number;
  readonly filesUnread: number;
}

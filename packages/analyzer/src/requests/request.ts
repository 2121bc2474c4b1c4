import type { CallSite } from '../model/program.js';
import type { RequestMatch } from '../model/needs.js';
import type { Guard, SourceSpan, UnknownValue, Value } from '../values/value.js';

/** One way in which a call comes to a request, through however many helpers. */
export type RequestCandidate = HttpRequest | SdkRequest | OpenOperation | OpenCallee;

interface Reached {
  /** The request was seen to be sent by a recognised client. */
  readonly isSeen: boolean;
  /** Calls on the way, from the next helper down to the request. */
  readonly via: readonly CallSite[];
}

/** The library names the endpoint itself. */
export interface SdkRequest extends Reached {
  readonly kind: 'sdk';
  readonly match: RequestMatch;
}

/** A client of the platform's library is called, and which of its operations is not known. */
export interface OpenOperation extends Reached {
  readonly kind: 'operation';
  readonly operation: UnknownValue;
}

/** It is not even known what is called. */
export interface OpenCallee extends Reached {
  readonly kind: 'callee';
  readonly callee: UnknownValue;
  /** Open arguments of the call: who gives them may be another function than who gives the callee. */
  readonly unknowns: readonly UnknownValue[];
  /** What the call hands over: whoever gave the callee may request by it. */
  readonly passed: readonly Value[];
}

/** A request as far as the code says it: from the pieces of its URL to what is held against the catalog. */
export interface HttpRequest extends Reached {
  readonly kind: 'request';
  /** A text in pieces. */
  readonly url: Value;
  /** `platform`: a host of the Partner API. `alike`: one that is called like it, misspelt or a gateway. `foreign`: authorization pages, other APIs of the company. `other`: a host that is known and is not. `open`: not known, or none. */
  readonly host: 'platform' | 'alike' | 'foreign' | 'other' | 'open';
  /** The host as the code writes it; null when it is not known, or none is written. */
  readonly hostName: string | null;
  /** A host of a developer's own machine, or of a test: it stands for any other. */
  readonly isLocal: boolean;
  /** It begins with the path: nothing stands before it, not even something open. */
  readonly isRelative: boolean;
  /** The path with unknowns as `{name}`, from the first slash; null when none is known. */
  readonly path: string | null;
  /** A segment of the path is empty: `/orders//detail`, `/orders/`. */
  readonly hasGap: boolean;
  /** Unknown parts of the path. */
  readonly unknowns: readonly UnknownValue[];
  /** Where the first text of the path stands. */
  readonly source: SourceSpan | null;
  /** Null when it is not known. */
  readonly method: string | null;
  /** What stands for the method, where that is open. */
  readonly openMethod: UnknownValue | null;
  /** False when nothing but the client's default says the method. */
  readonly isMethodGiven: boolean;
  readonly hasTokenHeader: boolean;
  /** Query parameters are handed over beside the URL. */
  readonly hasQuery: boolean;
  /** The app's key is among them. */
  readonly hasAppKey: boolean;
  /** The token header or the signing query is seen to stand with it: in the call, or in a file on the way. */
  readonly isSigned: boolean;
  /** A file on the way is seen to ask a host of the platform's own, too: one that is called like it is a slip there. */
  readonly isBesideOwnHost: boolean;
  /** It is not even sure that anything is sent. */
  readonly isVague: boolean;
  readonly guard: Guard;
}

export function asRequest(candidate: RequestCandidate): HttpRequest | null {
  return candidate.kind === 'request' ? candidate : null;
}

import type { EndpointId, HttpMethod } from '@leastscope/scope-catalog';
import type { UseState } from './needs.js';

/** A request as far as the code says it, ready to be held against the catalog. */
export interface RequestShape {
  readonly host: 'platform' | 'alike' | 'foreign' | 'other' | 'open';
  /** With holes as `{name}`; null when nothing of it is known. */
  readonly path: string | null;
  /** Null when it is not known. */
  readonly method: string | null;
  /** False when nothing but the client's default says the method. */
  readonly isMethodGiven: boolean;
  /** The token header or the signing query stands with the request. */
  readonly isSigned: boolean;
  /** A file on the way asks a host of the platform's own, too: one that is called like it is a slip there. */
  readonly isBesideOwnHost: boolean;
  /** The request was seen to be sent by a recognised client. */
  readonly isSeen: boolean;
}

/** One endpoint that a request names. */
export interface RequestMatch {
  /** Null when the request goes to the platform and the catalog has no such endpoint. */
  readonly endpoint: EndpointId | null;
  readonly method: HttpMethod;
  readonly path: string;
  readonly fit: 'exact' | 'family' | 'legacy' | 'none';
  readonly state: UseState;
}

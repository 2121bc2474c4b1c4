import type { Catalog, Endpoint, LegacyEndpoint } from '@leastscope/scope-catalog';
import { apiHosts, placeRequest } from './place-request.js';
import type { SeenRequest } from './request.js';

/** All requests to one operation. */
export interface SeenOperation {
  /** `GET /order/202507/orders`; of an operation that the catalog lacks only the words that it knows. */
  readonly name: string;
  /** Null for one that the catalog lacks. Of another version than the catalog has, one that it has. */
  readonly endpoint: Endpoint | LegacyEndpoint | null;
  readonly isKnownVersion: boolean;
  requests: number;
  /** Answered with the error of a missing scope. */
  missingScope: number;
  /** Answered with 401 or 403, and no code that could be read. */
  refused: number;
}

/** What the files tell, added up. */
export interface Tally {
  readonly operations: readonly SeenOperation[];
  readonly requests: number;
  /** To other hosts: dropped. */
  readonly otherHosts: number;
  /** Without a method, a host or a path that could be understood. */
  readonly unclear: number;
  /** Without a host, and told by their path. */
  readonly byPath: number;
  /** To operations that the catalog lacks, beyond those that are listed. */
  readonly unlisted: number;
}

/** More shapes of unknown paths than that are noise, and would grow without end. */
const mostUnknown = 200;

export interface Counter {
  readonly hosts: ReadonlySet<string>;
  readonly add: (request: SeenRequest) => void;
  readonly tally: () => Tally;
}

/** `missingScope`: the platform's code of that error. */
export function createCounter(catalog: Catalog, missingScope: number): Counter {
  const hosts = apiHosts(catalog);
  const operations = new Map<string, SeenOperation>();
  const sums = { requests: 0, otherHosts: 0, unclear: 0, byPath: 0, unlisted: 0 };
  let unknown = 0;
  const operation = (name: string, endpoint: SeenOperation['endpoint'], isKnownVersion: boolean) => {
    const seen = operations.get(name);
    if (seen !== undefined) return seen;
    if (endpoint === null && (unknown += 1) > mostUnknown) return null;
    const fresh: SeenOperation = {
      name,
      endpoint,
      isKnownVersion,
      requests: 0,
      missingScope: 0,
      refused: 0,
    };
    operations.set(name, fresh);
    return fresh;
  };
  const find = (request: SeenRequest): SeenOperation | 'dropped' | null => {
    const placed = placeRequest(request, catalog, hosts);
    switch (placed.kind) {
      case 'other-host':
        sums.otherHosts += 1;
        return 'dropped';
      case 'unclear':
        sums.unclear += 1;
        return 'dropped';
      case 'unknown':
        return operation(placed.name, null, false);
      case 'version':
        return operation(placed.name, placed.endpoint, false);
      case 'endpoint':
        if (placed.isByPath) sums.byPath += 1;
        return operation(placed.endpoint.id, placed.endpoint, true);
    }
  };
  return {
    hosts,
    add: (request) => {
      const seen = find(request);
      if (seen === 'dropped') return;
      sums.requests += 1;
      if (seen === null) {
        sums.unlisted += 1;
        return;
      }
      seen.requests += 1;
      if (request.code === missingScope) seen.missingScope += 1;
      else if (request.code === null && (request.status === 401 || request.status === 403)) seen.refused += 1;
    },
    tally: () => ({
      ...sums,
      operations: [...operations.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    }),
  };
}

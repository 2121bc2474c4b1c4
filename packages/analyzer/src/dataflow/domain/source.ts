import { keyOfPlace } from '../../lookups/places.js';
import type { SecretKind } from '../../lookups/secret-names.js';
import type { Use } from '../../model/needs.js';
import type { Place } from '../../model/place.js';
import type { CallSite } from '../../model/program.js';

/**
 * Where data of the platform enters the code. `response`: the answer to a call whose endpoint is known. `request`: the
 * answer to a request of a helper, as long as only a caller names the endpoint. `webhook`: the body of a webhook. `secret`:
 * a secret or a token that the app is configured with.
 */
export type Source =
  | { readonly kind: 'response'; readonly use: Use }
  | { readonly kind: 'request'; readonly site: CallSite }
  | WebhookSource
  | SecretSource;

/** A variable of the environment, at the place where it is read. */
export interface SecretSource {
  readonly kind: 'secret';
  readonly secret: SecretKind;
  readonly name: string;
  readonly place: Place;
}

/** What a handler of the app is sent, at the place where it takes the body. */
export interface WebhookSource {
  readonly kind: 'webhook';
  /** The type of the webhook; null as long as nothing of the handler was asked which it takes. */
  readonly type: number | null;
  readonly place: Place;
}

const keys = new WeakMap<Source | Use, string>();

/** Two sources of one key are the same. */
export function keyOfSource(source: Source): string {
  const known = keys.get(source);
  if (known !== undefined) return known;
  const key = keyOf(source);
  keys.set(source, key);
  return key;
}

function keyOf(source: Source): string {
  switch (source.kind) {
    case 'response':
      return keyOfUse(source.use);
    case 'request':
      return `${source.site.file}#${String(source.site.call)}`;
    case 'webhook':
      return `webhook ${String(source.type)} ${keyOfPlace(source.place)}`;
    case 'secret':
      return `secret ${source.name} ${keyOfPlace(source.place)}`;
  }
}

function keyOfUse(use: Use): string {
  const known = keys.get(use);
  if (known !== undefined) return known;
  const key = `${keyOfPlace(use.place)} ${use.method} ${use.path}`;
  keys.set(use, key);
  return key;
}

const sources = new WeakMap<Use, Source>();

/** The answer to a use; one object for one use. */
export function responseTo(use: Use): Source {
  const known = sources.get(use) ?? { kind: 'response', use };
  sources.set(use, known);
  return known;
}

/** The answer to a request whose endpoint is still to be named by a caller. */
export function responseToRequest(site: CallSite): Source {
  return { kind: 'request', site };
}

export function isSameSource(a: Source, b: Source): boolean {
  return a === b || keyOfSource(a) === keyOfSource(b);
}

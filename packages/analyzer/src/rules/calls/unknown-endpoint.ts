import { findEndpoints, intendedEndpoints, platformPaths } from '@leastscope/scope-catalog';
import type { Catalog } from '@leastscope/scope-catalog';
import { isNewerThanCatalog } from '../../lookups/newer-version.js';
import { isTokenPath, tokenEndpoints } from '../../lookups/token-path.js';
import type { Use } from '../../model/needs.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';
import { relatedOf } from '../wording/related-places.js';

type MessageId =
  'space' | 'token' | 'newer' | 'method' | 'otherPath' | 'version' | 'first' | 'firstAlone' | 'near' | 'none';

const why =
  'If the platform does not have it either, it answers 36009009 (no such path) or 36009010 (wrong method); which scope the call needs cannot be said.';
const help = 'Correct it to {{nearest:or}} if that is what is meant.';
const message = '`{{endpoint}}` is unknown to this catalog';
const firstGeneration =
  '`{{endpoint}}` is unknown to this catalog; it looks like a path of the first API generation, which the platform has closed.';
const compare = 'Compare path and method with the Partner Center.';

export const unknownEndpoint = defineRule<MessageId>({
  id: 'unknown-endpoint',
  meta: {
    title: 'A call goes to an endpoint that the catalog does not know.',
    defaultSeverity: 'error',
    horizon: 'file',
    why: 'The host or the form of the path says that the call is meant for the platform, but no endpoint fits it. Most often a path, a version or a method is misspelt, and the call fails at run time.',
    fix: 'Compare with the endpoint that the message names. If the endpoint is newer than the catalog, name it in an exception until the catalog has it.',
  },
  messages: {
    space: { message: `${message}: it has white space around it. Without, it is {{nearest}}.`, why, help },
    token: {
      message: `${message}: the platform gives tokens at {{tokens}} only.`,
      why: 'The platform answers that there is no such path, or that the method is wrong; no scope is needed to ask for a token.',
      help: 'Call {{tokens:or}} instead.',
    },
    newer: {
      message:
        '`{{endpoint}}` is not in this catalog, and may be newer than it: endpoints are listed completely until {{listed}}.',
      why: 'What is newer than the last complete listing cannot be judged: neither whether it exists nor which scope it needs.',
      help: 'Update the catalog, or except the call in the declaration until the catalog has it.',
    },
    method: { message: `${message}: the path takes {{methods:or}}.`, why, help },
    otherPath: { message: `${message}: the path takes {{methods:or}}.`, why, help: compare },
    version: {
      message: `${message}: a version is written as year and month in six digits, so \`{{version}}\` is none. What is meant is probably {{nearest:or}}.`,
      why,
      help,
    },
    first: { message: firstGeneration, why, help: 'Move to {{nearest:or}} if that is what is meant.' },
    firstAlone: { message: firstGeneration, why, help: compare },
    near: { message: `${message}; what is meant is probably {{nearest:or}}.`, why, help },
    none: {
      message: `${message}, and nothing in it is similar.`,
      why,
      help: 'Check path and method. If the endpoint is newer than the catalog, except it in the declaration until the catalog has it.',
    },
  },
  check: ({ uses, catalog }) => {
    const tried = placesOfKnown(uses);
    const explained = new Map<string, Explained>();
    return uses
      .filter((use) => use.endpoint === null && use.fit === 'none')
      .map((use) => {
        // Code that multiplies its possibilities names the same path at many places.
        const endpoint = `${use.method} ${use.path}`;
        const explanation = explained.get(endpoint) ?? explain(catalog, use);
        explained.set(endpoint, explanation);
        return {
          ...(tried.has(placeOfPath(use)) ? { atMost: 'warning' as const } : {}),
          ...explanation,
          place: use.place,
          related: relatedOf(use),
        };
      });
  },
});

/** Where paths are sent by a method that is known: the same call tries others until one answers. */
function placesOfKnown(uses: readonly Use[]): ReadonlySet<string> {
  return new Set(uses.filter(({ endpoint }) => endpoint !== null).map(placeOfPath));
}

function placeOfPath({ path, place: { file, start } }: Use): string {
  return `${file}:${String(start.line)}:${String(start.column)} ${path}`;
}

type Explained = Pick<Report<MessageId>, 'message' | 'data' | 'atMost'>;

/** The plainest mistake that explains it. */
function explain(catalog: Catalog, use: Use): Explained {
  const { method, path } = use;
  const endpoint = `${method} ${path}`;
  const trimmed = findEndpoints(catalog, method, path.trim())?.endpoints[0];
  if (path !== path.trim() && trimmed !== undefined)
    return { message: 'space', data: { endpoint, nearest: [trimmed.id] } };
  if (isTokenPath(catalog, path))
    return { message: 'token', data: { endpoint, tokens: tokenEndpoints(catalog) }, atMost: 'warning' };
  if (isNewerThanCatalog(catalog, path))
    return { message: 'newer', data: { endpoint, listed: catalog.listed }, atMost: 'note' };
  const nearest = intendedEndpoints(catalog, method, path.trim()).map(({ id }) => id);
  const methods = methodsOfPath(catalog, path.trim());
  if (methods.length > 0)
    return { message: nearest.length > 0 ? 'method' : 'otherPath', data: { endpoint, methods, nearest } };
  if (platformPaths(catalog).isLegacy(path.trim()))
    return { message: nearest.length > 0 ? 'first' : 'firstAlone', data: { endpoint, nearest } };
  if (nearest.length === 0) return { message: 'none', data: { endpoint } };
  const version = oddVersion(catalog, path);
  if (version !== null) return { message: 'version', data: { endpoint, nearest, version } };
  return { message: 'near', data: { endpoint, nearest } };
}

/** An id is no fixed text: `/orders/{id}` is not `/orders/search` by another method. */
function methodsOfPath(catalog: Catalog, path: string): readonly string[] {
  const found = findEndpoints(catalog, null, path);
  const samePath = found === null || found.fit === 'loose' ? [] : found.endpoints;
  return [...new Set(samePath.map((one) => one.method))];
}

/** The second segment, where it is a number but not a version: `2309` in `/product/2309/brands`. */
function oddVersion(catalog: Catalog, path: string): string | null {
  const segment = path.trim().split('/')[2] ?? '';
  return /^[vV]?\d+$/.test(segment) && !platformPaths(catalog).isVersion(segment) ? segment : null;
}

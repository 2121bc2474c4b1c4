import { findEndpoints, nearestEndpoints } from '@leastscope/scope-catalog';
import type { Catalog } from '@leastscope/scope-catalog';
import type { Use } from '../../model/needs.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';
import { relatedOf } from '../wording/related-places.js';

type MessageId = 'space' | 'method' | 'version' | 'near' | 'none';

const why =
  'The platform answers 36009009 (no such path) or 36009010 (wrong method), and nobody can say which scope the call needs.';
const help = 'Correct it to `{{nearest}}` if that is what is meant.';
const message = '`{{endpoint}}` is unknown to this catalog';

export const unknownEndpoint = defineRule<MessageId>({
  id: 'unknown-endpoint',
  meta: {
    title: 'A call goes to an endpoint that the catalog does not know.',
    defaultSeverity: 'error',
    horizon: 'file',
    why: 'The host or the form of the path says that the call is meant for the platform, but no endpoint fits it. Most often a path, a version or a method is misspelt, and the call fails at run time.',
    fix: 'Compare with the nearest endpoint that the message names. If the endpoint is newer than the catalog, name it in an exception until the catalog has it.',
  },
  messages: {
    space: {
      message: `${message}: it has white space around it. Without, it is \`{{nearest}}\`.`,
      why,
      help,
    },
    method: { message: `${message}: the path takes {{methods:or}}.`, why, help },
    version: {
      message: `${message}: a version is written as year and month in six digits, so \`{{version}}\` is none. The nearest is \`{{nearest}}\`.`,
      why,
      help,
    },
    near: { message: `${message}; the nearest is \`{{nearest}}\`.`, why, help },
    none: {
      message: `${message}, and nothing in it is similar.`,
      why,
      help: 'Check path and method. If the endpoint is newer than the catalog, except it in the declaration until the catalog has it.',
    },
  },
  check: ({ uses, catalog }) =>
    uses
      .filter((use) => use.endpoint === null && use.fit === 'none')
      .map((use) => ({ ...explain(catalog, use), place: use.place, related: relatedOf(use) })),
});

/** The plainest mistake that explains it. */
function explain(catalog: Catalog, use: Use): Pick<Report<MessageId>, 'message' | 'data'> {
  const { method, path } = use;
  const endpoint = `${method} ${path}`;
  const trimmed = findEndpoints(catalog, method, path.trim())?.endpoints[0];
  if (path !== path.trim() && trimmed !== undefined) {
    return { message: 'space', data: { endpoint, nearest: trimmed.id } };
  }
  // An id is no fixed text: `/orders/{id}` is not `/orders/search` by another method.
  const found = findEndpoints(catalog, null, path.trim());
  const samePath = found === null || found.fit === 'loose' ? [] : found.endpoints;
  const [other] = samePath;
  if (other !== undefined) {
    const methods = [...new Set(samePath.map((one) => one.method))];
    return { message: 'method', data: { endpoint, methods, nearest: other.id } };
  }
  const nearest = nearestEndpoints(catalog, method, path.trim(), 1)[0]?.id;
  if (nearest === undefined) return { message: 'none', data: { endpoint } };
  const version = oddVersion(path);
  if (version !== null) return { message: 'version', data: { endpoint, nearest, version } };
  return { message: 'near', data: { endpoint, nearest } };
}

/** The second segment, where it is a number but not a version: `2309` in `/product/2309/brands`. */
function oddVersion(path: string): string | null {
  const segment = path.trim().split('/')[2] ?? '';
  return /^[vV]?\d+$/.test(segment) && !/^\d{6}$/.test(segment) ? segment : null;
}

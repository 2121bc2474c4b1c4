import { mentionsPlatform, type Catalog } from '@leastscope/scope-catalog';
import type { HttpRequest } from '../requests/request.js';
import { asPieces } from '../values/text.js';
import type { Value } from '../values/value.js';
import { words } from '../util/words.js';

/** Words in the name of a variable that name nobody: `NEXT_PUBLIC_API_BASE_URL` is the app's own as often as not. */
const commonWords = words(`
  API APP APPS BASE URL URI HOST HOSTNAME DOMAIN ORIGIN ENDPOINT ADDRESS
  PUBLIC NEXT VITE REACT NUXT EXPO SITE WEB WEBSITE SERVER SERVICE SERVICES
  BACKEND FRONTEND CLIENT INTERNAL SELF LOCAL PROXY GATEWAY PROD DEV TEST
  ROOT PATH PORT HTTP HTTPS SECRET VERCEL DEPLOYMENT CANONICAL REMOTE TARGET
`);

/**
 * To whom a call sends that may send any of these requests: their host, or the variable that configures it (`ERP_URL`)
 * where its name says whose it is. A host that stands in the code counts beside a configured one, whose default it is. Null
 * where they differ, where nothing is known, and for the platform.
 */
export function recipientOf(catalog: Catalog, all: readonly HttpRequest[]): string | null {
  const elsewhere = all.filter(({ url }) => !isOwnMachine(url));
  const requests = elsewhere.length > 0 ? elsewhere : all;
  const hosts = requests.map(hostIn);
  const configured = requests.map(({ url }) => variableIn(url));
  if (requests.some((_, at) => hosts[at] === null && configured[at] === null)) return null;
  const known = new Set(hosts.filter((host) => host !== null));
  const named =
    known.size > 0
      ? known
      : new Set(configured.filter((name) => name !== null && namesSomebody(catalog, name)));
  const [only] = named;
  return named.size === 1 ? (only ?? null) : null;
}

/** The machine that the code runs on: what a developer falls back to where nothing is configured. */
function isOwnMachine(url: Value): boolean {
  const [first] = url.kind === 'text' ? url.pieces : [];
  const text = first?.kind === 'piece' ? first.text : '';
  return /^https?:\/\/(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\]|host\.docker\.internal)(?:[/:?#]|$)/i.test(
    text,
  );
}

function hostIn({ url, host }: HttpRequest): string | null {
  if (url.kind !== 'text' || host === 'platform') return null;
  const first = url.pieces[0];
  const text = first?.kind === 'piece' ? first.text : '';
  return /^https?:\/\/([\w.-]+\.[a-z]{2,})(?:[/:?#]|$)/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** The variable that an address begins with. */
function variableIn(url: Value): string | null {
  const [first] = asPieces(url);
  if (first?.kind !== 'unknown') return null;
  return first.environment || /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(first.name) ? first.name : null;
}

function namesSomebody(catalog: Catalog, variable: string): boolean {
  if (mentionsPlatform(catalog, variable)) return false;
  return variable.split('_').some((word) => word.length > 2 && !commonWords.has(word.toUpperCase()));
}

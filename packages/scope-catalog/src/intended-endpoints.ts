import { editDistance } from './edit-distance.js';
import { intentOf, intentOfEndpoint, type PathIntent } from './path-intent.js';
import { platformPaths } from './platform-path.js';
import type { Catalog, Endpoint, HttpMethod } from './types.js';

interface Ranked {
  readonly endpoint: Endpoint;
  readonly cost: number;
  /** How far its words are from those that were asked for. */
  readonly words: number;
}

/** Longer than any path, even with a host in front. */
const longestPath = 400;

/** More words than this that nobody asked for make it another operation. */
const mostExtraWords = 2;

/** Two readings of the same words that lie no further apart than this are both named. */
const closeEnough = 0.3;

/**
 * The endpoints that were probably meant by a path that the catalog lacks, likeliest first, at most two: those of the
 * same intent. A read is meant by a read and a list by a list, the module and the resource agree, and nothing that was
 * asked is left out. Empty rather than wrong.
 */
export function intendedEndpoints(catalog: Catalog, method: HttpMethod, path: string): readonly Endpoint[] {
  if (path.length > longestPath) return [];
  const asked = intentOf(method, path);
  const old = asked.isFirstGeneration ? replacementByName(catalog, path) : null;
  if (old !== null) return [old];
  const ranked = rankedOf(catalog, method, asked);
  const found = ranked.length > 0 ? ranked : elsewhere(catalog, method, asked);
  return likeliest(onePerFamily(found)).map(({ endpoint }) => endpoint);
}

function rankedOf(catalog: Catalog, method: HttpMethod, asked: PathIntent): readonly Ranked[] {
  return catalog.endpoints
    .filter(({ host }) => host === 'api')
    .map((endpoint) => rank(method, asked, endpoint))
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => a.cost - b.cost || byVersion(asked.version)(a.endpoint, b.endpoint));
}

/**
 * Where the module is none of the platform's, the endpoints of other modules that say the very same otherwise:
 * `/shop/202309/shops` is one of those that end in `/202309/shops`.
 */
function elsewhere(catalog: Catalog, method: HttpMethod, asked: PathIntent): readonly Ranked[] {
  const { isVersion } = platformPaths(catalog);
  if (asked.words.length === 0 || asked.version === null || !isVersion(asked.version)) return [];
  const modules = new Set(
    catalog.endpoints.filter(({ host }) => host === 'api').map((one) => intentOfEndpoint(one).module),
  );
  if (modules.has(asked.module)) return [];
  return [...modules]
    .flatMap((module) => rankedOf(catalog, method, { ...asked, module }))
    .filter(({ words, endpoint }) => words === 0 && endpoint.method === method);
}

/** What replaces the one path of the first generation that ends in the same words. */
function replacementByName(catalog: Catalog, path: string): Endpoint | null {
  const end = path.trim().split('/').slice(3).join('/');
  const rows = catalog.legacyEndpoints.filter((row) => row.path.split('/').slice(3).join('/') === end);
  const [row] = rows;
  const id = rows.length === 1 ? row?.replacement : null;
  return id == null || end === '' ? null : (catalog.endpointById.get(id) ?? null);
}

function rank(method: HttpMethod, asked: PathIntent, endpoint: Endpoint): Ranked {
  const meant = intentOfEndpoint(endpoint);
  const isExcluded =
    asked.access !== meant.access ||
    (asked.access === 'read' ? !isSameAmount(asked, meant) : !isSameChange(asked, meant));
  if (isExcluded) return { endpoint, cost: Infinity, words: Infinity };
  const module = moduleCost(asked, meant);
  const words = module === Infinity ? Infinity : module + wordCost(asked, meant);
  const form =
    (method === endpoint.method ? 0 : 0.3) +
    0.25 * Math.abs(asked.ids - meant.ids) +
    (asked.amount === meant.amount ? 0 : 0.1) +
    (meant.access === 'write' && !isSameStep(asked, meant) ? 1 : 0);
  return { endpoint, cost: words + form, words };
}

/** What takes something away is meant by what does; and whoever names one thing does not make another. */
function isSameChange(asked: PathIntent, meant: PathIntent): boolean {
  return asked.isRemoval === meant.isRemoval && asked.ids <= meant.ids;
}

/** Making is not changing; and what only marks as read is no write of the thing itself. */
function isSameStep(asked: PathIntent, meant: PathIntent): boolean {
  const isOther = asked.change !== null && meant.change !== null && asked.change !== meant.change;
  return !isOther && meant.reads.every((word) => asked.reads.includes(word));
}

function isSameAmount(asked: PathIntent, meant: PathIntent): boolean {
  return asked.amount === null || meant.amount === null || asked.amount === meant.amount;
}

/** The first generation divided its modules otherwise; since then a module is no neighbour of another. */
function moduleCost(asked: PathIntent, meant: PathIntent): number {
  const slip = likeness(asked.module, meant.module);
  if (slip !== null) return slip;
  return asked.isFirstGeneration && asked.words.length > 0 ? 1 : Infinity;
}

/** Every word that was asked for has its counterpart; of the others, none stands in the last segment. */
function wordCost(asked: PathIntent, meant: PathIntent): number {
  const left = [...meant.words];
  let cost = 0;
  for (const word of asked.words) {
    const found = nearestWord(left, word);
    if (found === null) {
      if (isModuleName(asked, word)) continue;
      return Infinity;
    }
    left.splice(found.index, 1);
    cost += found.slip;
  }
  const isOther = meant.last.some((word) => left.includes(word) && !isModuleName(meant, word));
  return isOther || left.length > mostExtraWords ? Infinity : cost + 0.2 * left.length;
}

/** `/product/202309/search`: the module names the resource. */
function isModuleName(intent: PathIntent, word: string): boolean {
  return word === intent.module;
}

function nearestWord(words: readonly string[], wanted: string): { index: number; slip: number } | null {
  const slips = words.map((word) => likeness(wanted, word));
  const best = Math.min(...slips.map((slip) => slip ?? Infinity));
  return best === Infinity ? null : { index: slips.indexOf(best), slip: best };
}

/** Nought for the same word, a little for a slip in it, null for another word; `deactivate` is another than `activate`. */
function likeness(asked: string, known: string): number | null {
  if (asked === known) return 0;
  if (asked.endsWith(known) || known.endsWith(asked)) return null;
  const length = Math.max(asked.length, known.length);
  const distance = Math.abs(asked.length - known.length) > 2 ? length : editDistance(asked, known);
  return distance <= Math.floor(length / 4) ? distance / length : null;
}

function likeliest(ranked: readonly Ranked[]): readonly Ranked[] {
  const [first] = ranked;
  if (first === undefined) return [];
  return ranked
    .filter(({ cost, words }) => words === first.words && cost - first.cost <= closeEnough)
    .slice(0, 2);
}

function onePerFamily(ranked: readonly Ranked[]): readonly Ranked[] {
  const seen = new Set<string>();
  return ranked.filter(({ endpoint }) => {
    const isNew = !seen.has(endpoint.family);
    seen.add(endpoint.family);
    return isNew;
  });
}

/** Of one operation the version that was asked for, else the newest. */
function byVersion(asked: string | null): (a: Endpoint, b: Endpoint) => number {
  const keyOf = ({ version }: Endpoint): string => (version === asked ? '~' : (version ?? ''));
  return (a, b) => {
    if (a.family === b.family && keyOf(a) !== keyOf(b)) return keyOf(a) < keyOf(b) ? 1 : -1;
    return a.id < b.id ? -1 : 1;
  };
}

import type { Finding } from '../model/finding.js';
import { loadCatalog } from '@leastscope/scope-catalog';
import { rangeOf } from './range-of.js';
import type { Suggest } from './edit.js';

/**
 * The path of a deprecated endpoint, to that of its replacement, where nothing else has to change: same method, and the
 * same ids in the same order.
 */
export const replacePath: Suggest = (finding, { text }) => {
  const { endpoint } = finding.data;
  if (finding.rule !== 'deprecated-endpoint' || typeof endpoint !== 'string') return null;
  const replacement = replacementOf(endpoint);
  if (replacement === null || !isSameShape(endpoint, replacement)) return null;
  const found = findPath(text, finding, pathOf(endpoint));
  if (found === null) return null;
  const { range, ids } = found;
  return { says: 'replacePath', data: { replacement }, range, text: fillIn(pathOf(replacement), ids) };
};

function replacementOf(endpoint: string): string | null {
  const { endpointById, legacyEndpoints } = loadCatalog();
  const legacy = legacyEndpoints.find(({ id }) => id === endpoint);
  return endpointById.get(endpoint)?.replacedBy ?? legacy?.replacement ?? null;
}

function pathOf(endpoint: string): string {
  return endpoint.slice(endpoint.indexOf(' ') + 1);
}

const id = /\{[^}]*\}/g;

function isSameShape(before: string, after: string): boolean {
  const shapeOf = (endpoint: string): string =>
    [endpoint.split(' ')[0], ...(endpoint.match(id) ?? [])].join();
  return shapeOf(before) === shapeOf(after);
}

interface FoundPath {
  readonly range: readonly [number, number];
  /** What stands for the ids, in order. */
  readonly ids: readonly string[];
}

/** An id as it may be written: `${orderId}`, `{order_id}`, `:order_id`, `4711`. */
const writtenId = String.raw`(\$\{[^{}]*\}|\{\w+\}|:\w+|[\w%.~-]+)`;

/** The one spot where the path stands in full and that begins in the call, or where the evidence says that it stands. */
function findPath(text: string, { place, related }: Finding, path: string): FoundPath | null {
  const pieces = path.split(id).map((piece) => piece.replace(/[.+*?^$()[\]{}|\\]/g, String.raw`\$&`));
  const pattern = new RegExp(`${pieces.join(writtenId)}(?=["'\`?#])`, 'g');
  const places = [place, ...related.map((one) => one.place).filter(({ file }) => file === place.file)];
  const ranges = places.map((one) => rangeOf(text, one));
  const found = [...text.matchAll(pattern)].filter(({ index }) =>
    ranges.some(([start, end]) => start <= index && index < end),
  );
  const [first] = found;
  if (first === undefined || found.length > 1) return null;
  return { range: [first.index, first.index + first[0].length], ids: first.slice(1) };
}

function fillIn(path: string, ids: readonly string[]): string {
  const left = [...ids];
  return path.replace(id, (name) => left.shift() ?? name);
}

import {
  fieldsOf,
  webhookEndpoint,
  type Catalog,
  type CategoryId,
  type Endpoint,
  type LegacyEndpoint,
} from '@leastscope/scope-catalog';
import { isEnvelope, tellsOutcome } from '../../lookups/answer-envelope.js';
import { isPersonal } from '../../lookups/personal.js';
import type { ResponsePart } from '../../model/data-flow.js';
import { resolveEndpoint } from '../../lookups/resolve-endpoint.js';
import {
  categoriesBelow,
  legacySchema,
  payloadSchema,
  responseSchema,
  plain,
  type FieldNode,
} from './response-schema.js';
import { hasMark, isCharacter, isMark, isWholeResponse, type AccessPath } from '../domain/access-path.js';

/**
 * Where the steps of a part lead in what its source gives. Null when to nothing that is data of it, and while nobody
 * names the endpoint.
 */
export function matchSchema(catalog: Catalog, of: AccessPath): ResponsePart | null {
  if (isCharacter(of)) return null;
  switch (of.source.kind) {
    case 'response': {
      const { endpoint, legacy } = resolveEndpoint(catalog, of.source.use);
      if (endpoint === null) return null;
      if (legacy === null) return locateIn(catalog, endpoint, of);
      const part = inFirstGeneration(catalog, endpoint, legacy, of) ?? locateIn(catalog, endpoint, of);
      return part === null ? null : { ...part, calledAs: legacy.id };
    }
    case 'request':
    case 'secret':
      return null;
    case 'webhook':
      return of.source.type === null ? null : inPayload(catalog, of.source.type, of);
  }
}

/** What a webhook brings. What its page does not name is nobody's data: its type, the time it was sent. */
function inPayload(catalog: Catalog, type: number, of: AccessPath): ResponsePart | null {
  const tree = payloadSchema(catalog, type);
  const found = tree === null ? null : follow(tree, of.fields);
  if (found === null || found === 'nothing') return null;
  return { ...partOf(found, of.without), endpoint: webhookEndpoint(type) };
}

/** What a path of the first generation answers, by the names of then; null where it has no such field. */
function inFirstGeneration(
  catalog: Catalog,
  endpoint: Endpoint,
  legacy: LegacyEndpoint,
  of: AccessPath,
): ResponsePart | null {
  const tree = legacySchema(catalog, legacy);
  const found = tree === null ? null : follow(tree, of.fields);
  return found === null || found === 'nothing' ? null : partAt(endpoint, found, of.without);
}

function locateIn(catalog: Catalog, endpoint: Endpoint, of: AccessPath): ResponsePart | null {
  const tree = responseSchema(catalog, endpoint);
  if (tree === null) return whole(catalog, endpoint, of);
  const starts = of.isOpaque ? startsOf(tree) : [tree];
  for (const start of starts) {
    const found = follow(start, of.fields);
    if (found === 'nothing') return null;
    if (found !== null) return partAt(endpoint, found, of.without);
  }
  return unlisted(catalog, endpoint, tree, of);
}

/** The answer of an endpoint without classified fields is known as a whole only: by its residual row, else by its call. */
function whole(catalog: Catalog, endpoint: Endpoint, of: AccessPath): ResponsePart {
  if (!isWholeResponse(of)) return field(endpoint, pathOf('data', of.fields), []);
  const { primary, incidental } = endpoint.categories;
  const rest = fieldsOf(catalog, endpoint.id).find(
    ({ path, direction }) => path === '*' && direction === 'response',
  );
  const categories = rest === undefined ? [...new Set([...primary, ...incidental])].sort() : [rest.category];
  return { endpoint: endpoint.id, kind: 'record', path: 'data', categories };
}

/**
 * The same field as one of what its answer is known to hold as a whole only: the catalog has a single row for all of it,
 * and no name. Null where the field has a category, is an id, or tells only how the request went.
 */
export function asPartOfWhole(catalog: Catalog, part: ResponsePart): ResponsePart | null {
  if (part.kind !== 'field' || part.categories.length > 0 || /(?:^|[._])id$/.test(part.path)) return null;
  if (tellsOutcome(part.path) || isEnvelope(catalog, part.path)) return null;
  const rows = fieldsOf(catalog, part.endpoint).filter(({ direction }) => direction === 'response');
  const [only] = rows;
  if (rows.length !== 1 || only?.path !== '*' || !isPersonal(catalog, only.category)) return null;
  return { ...part, categories: [only.category], isSomeOf: true };
}

/** What cannot be seen into may give the answer, or a list or a record out of it. */
function startsOf(tree: FieldNode): readonly FieldNode[] {
  const children = [...tree.children.values()];
  const items = children.flatMap((child) => child.children.get('[]') ?? []);
  return [tree, ...children, ...items];
}

interface Found {
  readonly node: FieldNode;
  /** Steps below a node whose rows say `x.*`. */
  readonly rest: readonly string[];
  /** The last step, as the code has it. */
  readonly asked: string;
}

/** Follows steps as far as rows go. `nothing`: so little of a single value that it is no field any more. */
function follow(start: FieldNode, steps: readonly string[]): Found | 'nothing' | null {
  let at = start;
  for (const [index, step] of steps.entries()) {
    const isField = at.children.size === 0 && at.category !== null;
    if (isField && hasMark(step, 'short')) return 'nothing';
    if (isMark(step)) {
      at = marked(at, step);
      continue;
    }
    const item = at.children.get('[]');
    const next = at.children.get(plain(step)) ?? item?.children.get(plain(step));
    if (next !== undefined) {
      at = next;
      continue;
    }
    if (isField) return 'nothing';
    // `asArray(order)` and its kin make a list of what may be one.
    if (step === '[]' && at.rest === null) continue;
    const open = [at, item].find((one) => (one?.rest ?? null) !== null);
    return open === undefined ? null : { node: open, rest: steps.slice(index), asked: step };
  }
  return { node: at, rest: [], asked: steps.findLast((step) => !isMark(step)) ?? '' };
}

/** Any value of a list is an item; of a record, something of it. */
function marked(at: FieldNode, step: string): FieldNode {
  return hasMark(step, 'anyValue') ? (at.children.get('[]') ?? at) : at;
}

function partAt(endpoint: Endpoint, found: Found, without: readonly string[]): ResponsePart {
  return { ...partOf(found, without), endpoint: endpoint.id };
}

function partOf({ node, rest, asked }: Found, without: readonly string[]): Omit<ResponsePart, 'endpoint'> {
  const names = rest.filter((step) => !isMark(step));
  if (names.some((step) => step !== '[]'))
    return {
      kind: 'field',
      path: pathOf(node.path, names),
      categories: node.rest === null ? [] : [node.rest],
    };
  if (node.children.size === 0 && node.category !== null && node.rest === null)
    return { kind: 'field', path: shownPath(node, asked), categories: [node.category] };
  const of = listed(node);
  return { kind: 'record', path: of.path, categories: categoriesBelow(of, without) };
}

/** Names of today are told as the catalog has them, others as the code does. */
function shownPath({ path, isOldName }: FieldNode, asked: string): string {
  return isOldName === true ? `${path.slice(0, path.lastIndexOf('.'))}.${snake(asked)}` : path;
}

/** What is left out of a list's records is left out of each item. */
function listed(node: FieldNode): FieldNode {
  const item = node.children.get('[]');
  return item !== undefined && node.children.size === 1 ? item : node;
}

function field(endpoint: Endpoint, path: string, categories: readonly CategoryId[]): ResponsePart {
  return { endpoint: endpoint.id, kind: 'field', path, categories };
}

/** A property that no row names, by the way it was asked for. */
function unlisted(catalog: Catalog, endpoint: Endpoint, tree: FieldNode, of: AccessPath): ResponsePart {
  const path = pathOf(tree.path, of.fields);
  const siblings = of.isOpaque ? [] : personalSiblings(catalog, tree, of.fields);
  if (siblings.length === 0) return field(endpoint, path, []);
  return { ...field(endpoint, path, siblings), isSomeOf: true };
}

/**
 * The categories of what stands beside an unnamed property in its object, where all that is named in there is personal;
 * else none. What lies deeper (the participants of a conversation) tells what the object holds, not what its own id is.
 */
function personalSiblings(
  catalog: Catalog,
  tree: FieldNode,
  steps: readonly string[],
): readonly CategoryId[] {
  const known = steps.findLastIndex((_, index) => isNode(follow(tree, steps.slice(0, index + 1))));
  const found = known < 0 ? null : follow(tree, steps.slice(0, known + 1));
  if (found === null || found === 'nothing' || found.node.children.size < 2) return [];
  if (!categoriesBelow(found.node).every((one) => isPersonal(catalog, one))) return [];
  const beside = [...found.node.children.values()].filter(({ children }) => children.size === 0);
  return [...new Set(beside.flatMap((one) => categoriesBelow(one)))].sort();
}

function isNode(found: ReturnType<typeof follow>): boolean {
  return found !== null && found !== 'nothing';
}

function pathOf(start: string, steps: readonly string[]): string {
  return steps
    .filter((step) => !isMark(step))
    .reduce((path, step) => (step === '[]' ? `${path}[]` : `${path}.${snake(step)}`), start);
}

/** Names of the platform are written with underscores; SDKs and helpers write them in camel case. */
function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

import {
  fieldsOf,
  payloadFieldsOfWebhook,
  type Catalog,
  type CategoryId,
  type Endpoint,
  type LegacyEndpoint,
} from '@leastscope/scope-catalog';
import { isAnyDepth, leftOnly } from '../domain/access-path.js';
import { legacyFieldsOf, legacyMembersOf } from '../../lookups/legacy-fields.js';
import { oncePer } from '../../util/once-per.js';

/** The classified fields of a response as a tree. Names are compared without case and underscores: SDKs rename them. */
export interface FieldNode {
  /** As the catalog writes the way here: `data.orders[].recipient_address`. */
  readonly path: string;
  readonly children: Map<string, FieldNode>;
  /** The category of a single field; null where nothing says it. */
  category: CategoryId | null;
  /** The category of everything below that no row names (`x.y.*`). */
  rest: CategoryId | null;
  /** A name of the first generation in an object of today: the code may spell it in its own way. */
  readonly isOldName?: true;
}

/** Trees that were made before, by what they are of. */
type Trees<Key> = Map<Key, FieldNode | null>;

const treesOfEndpoints = oncePer<Catalog, Trees<string>>(() => new Map());

/** The fields that an endpoint answers with; null where the catalog has no row of any version of it. */
export function responseSchema(catalog: Catalog, endpoint: Endpoint): FieldNode | null {
  return treeFor(treesOfEndpoints(catalog), endpoint.id, () => build(catalog, endpoint));
}

const treesOfWebhooks = oncePer<Catalog, Trees<number>>(() => new Map());

/**
 * The fields of a webhook's body, from its top level; null where the catalog has none of them. The body as a whole is
 * `data`, which is all of it that is of interest.
 */
export function payloadSchema(catalog: Catalog, type: number): FieldNode | null {
  return treeFor(treesOfWebhooks(catalog), type, () => payloadTree(catalog, type));
}

function payloadTree(catalog: Catalog, type: number): FieldNode | null {
  const rows = payloadFieldsOfWebhook(catalog, type);
  const data = treeOf(rows.filter(({ path }) => path.startsWith('data.')));
  const top = rows.filter(({ path }) => path !== '*' && !path.startsWith('data'));
  if (data === null && top.length === 0) return null;
  const root = node('data');
  if (data !== null) root.children.set('data', data);
  for (const { path, category } of top) root.children.set(plain(path), { ...node(path), category });
  return root;
}

const treesOfLegacy = oncePer<Catalog, Trees<string>>(() => new Map());

/** The fields that a path of the first generation answers with; null where they are not known. */
export function legacySchema(catalog: Catalog, { path }: LegacyEndpoint): FieldNode | null {
  return treeFor(treesOfLegacy(catalog), path, () => {
    const tree = treeOf(legacyFieldsOf(catalog, path));
    if (tree !== null) addNamesOfToday(tree);
    return tree;
  });
}

function treeFor<Key>(trees: Trees<Key>, of: Key, make: () => FieldNode | null): FieldNode | null {
  const known = trees.get(of);
  if (known !== undefined) return known;
  const tree = make();
  trees.set(of, tree);
  return tree;
}

/** The list that was `order_list` then is `orders` today, and code asks old paths for it by either name. */
function addNamesOfToday(root: FieldNode): void {
  for (const [name, child] of [...root.children]) {
    const today = name.replace(/list$/, 's');
    if (!root.children.has(today)) root.children.set(today, child);
  }
}

function build(catalog: Catalog, endpoint: Endpoint): FieldNode | null {
  const root = treeOf(rowsOf(catalog, endpoint));
  if (root !== null) addLegacyNames(catalog, root);
  return root;
}

/** Objects of today are read by the names of yesterday too; what today's rows name stays as they say. */
function addLegacyNames(catalog: Catalog, at: FieldNode): void {
  const name = at.path.slice(at.path.lastIndexOf('.') + 1);
  if (at.rest === null && at.children.size > 0)
    for (const [member, category] of legacyMembersOf(catalog, name)) {
      const key = plain(member);
      if (!at.children.has(key))
        at.children.set(key, { ...node(`${at.path}.${member}`), category, isOldName: true });
    }
  for (const child of at.children.values()) addLegacyNames(catalog, child);
}

function treeOf(rows: readonly { readonly path: string; readonly category: CategoryId }[]): FieldNode | null {
  if (rows.length === 0) return null;
  const root = node('data');
  for (const { path, category } of rows) {
    if (path === '*') continue;
    const steps = stepsOf(path);
    const isRest = steps.at(-1) === '*';
    const at = walk(root, isRest ? steps.slice(0, -1) : steps);
    if (isRest) at.rest = category;
    else at.category = category;
  }
  return root;
}

/** Its own rows; where it has none but the residual one, those of another version of the operation. */
function rowsOf(catalog: Catalog, endpoint: Endpoint) {
  const versions = [
    endpoint,
    ...catalog.endpoints
      .filter((one) => one.family === endpoint.family && one.id !== endpoint.id)
      .sort((a, b) => ((a.version ?? '') < (b.version ?? '') ? 1 : -1)),
  ];
  for (const version of versions) {
    const rows = fieldsOf(catalog, version.id).filter(({ direction }) => direction === 'response');
    if (rows.some(({ path }) => path !== '*')) return rows;
  }
  return [];
}

/** `data.orders[].cpf` → `orders`, `[]`, `cpf`. */
function stepsOf(path: string): readonly string[] {
  return path
    .replace(/^data\.?/, '')
    .split('.')
    .flatMap((name) => {
      const lists = /(?:\[\])*$/.exec(name)?.[0].length ?? 0;
      return [name.slice(0, name.length - lists), ...Array.from({ length: lists / 2 }, () => '[]')];
    })
    .filter((step) => step !== '');
}

function walk(root: FieldNode, steps: readonly string[]): FieldNode {
  return steps.reduce((at, step) => {
    const name = plain(step);
    const next = at.children.get(name) ?? node(step === '[]' ? `${at.path}[]` : `${at.path}.${step}`);
    at.children.set(name, next);
    return next;
  }, root);
}

function node(path: string): FieldNode {
  return { path, children: new Map(), category: null, rest: null };
}

/** `recipientAddress` and `recipient_address` are one name. */
export function plain(name: string): string {
  return name === '[]' ? name : name.replace(/[_-]/g, '').toLowerCase();
}

/** All categories in a subtree, the node's own included, but for the named children, and those named at any depth. */
export function categoriesBelow(of: FieldNode, without: readonly string[] = []): readonly CategoryId[] {
  if (without.length > 0) return categoriesBut(of, without);
  const known = below.get(of);
  if (known !== undefined) return known;
  const found = categoriesBut(of, without);
  below.set(of, found);
  return found;
}

/** Trees are made once a catalog, and every response that goes somewhere asks for all that is in it. */
const below = new WeakMap<FieldNode, readonly CategoryId[]>();

function categoriesBut(of: FieldNode, without: readonly string[]): readonly CategoryId[] {
  const deep = without.filter((name) => isAnyDepth(name) || leftOnly([name]) !== null);
  const only = leftOnly(without)?.map(plain) ?? null;
  const left = new Set(without.map((name) => plain(isAnyDepth(name) ? name.slice(3) : name)));
  const own = [of.category, of.rest].filter((category) => category !== null);
  const children = [...of.children].filter(([name]) =>
    only === null || name === '[]' ? !left.has(name) : only.includes(name),
  );
  return [...new Set([...own, ...children.flatMap(([, child]) => categoriesBelow(child, deep))])].sort();
}

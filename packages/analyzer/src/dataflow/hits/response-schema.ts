import { fieldsOf, type Catalog, type CategoryId, type Endpoint } from '@leastscope/scope-catalog';

/** The classified fields of a response as a tree. Names are compared without case and underscores: SDKs rename them. */
export interface FieldNode {
  /** As the catalog writes the way here: `data.orders[].recipient_address`. */
  readonly path: string;
  readonly children: Map<string, FieldNode>;
  /** The category of a single field; null where nothing says it. */
  category: CategoryId | null;
  /** The category of everything below that no row names (`x.y.*`). */
  rest: CategoryId | null;
}

const trees = new WeakMap<Catalog, Map<string, FieldNode | null>>();

/** The fields that an endpoint answers with; null where the catalog has no row of any version of it. */
export function responseSchema(catalog: Catalog, endpoint: Endpoint): FieldNode | null {
  const known = trees.get(catalog) ?? new Map<string, FieldNode | null>();
  trees.set(catalog, known);
  const before = known.get(endpoint.id);
  if (before !== undefined) return before;
  const tree = build(catalog, endpoint);
  known.set(endpoint.id, tree);
  return tree;
}

function build(catalog: Catalog, endpoint: Endpoint): FieldNode | null {
  const rows = rowsOf(catalog, endpoint);
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

/** All categories in a subtree, the node's own included, but for the named children. */
export function categoriesBelow(of: FieldNode, without: readonly string[] = []): readonly CategoryId[] {
  const left = new Set(without.map(plain));
  const own = [of.category, of.rest].filter((category) => category !== null);
  const children = [...of.children].filter(([name]) => !left.has(name));
  return [...new Set([...own, ...children.flatMap(([, child]) => categoriesBelow(child))])].sort();
}

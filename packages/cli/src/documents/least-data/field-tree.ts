import type { GrantedFields } from '@leastscope/analyzer';

/**
 * What of an answer goes and what stays, as it nests; the name of a list ends in `[]`. `drop` and `keep` are leaves; the name
 * `*` speaks of all that is not named beside it.
 */
export interface FieldTree {
  [name: string]: FieldTree | 'drop' | 'keep';
}

/** Around every answer; whatever a purpose allows, these belong to the call and not to a person. */
const envelope: FieldTree = { code: 'keep', message: 'keep', request_id: 'keep' };

/** Kept names count only beside something of the same object that goes as a whole; elsewhere unnamed fields stay anyway. */
export function fieldTree({ refused, allowed }: Pick<GrantedFields, 'refused' | 'allowed'>): FieldTree {
  const root: FieldTree = Object.create(null) as FieldTree;
  for (const { path } of refused) put(root, path.split('.'), 'drop');
  for (const { path } of allowed) if (!path.endsWith('*')) put(root, path.split('.'), 'keep');
  return withoutIdle(root['*'] === 'drop' ? belowData(root) : root, 0);
}

/** All that is not named in an answer stands below `data`. */
function belowData({ ['*']: rest = 'drop', ...named }: FieldTree): FieldTree {
  const { data } = named;
  return { ...envelope, ...named, data: { ...(typeof data === 'object' ? data : {}), '*': rest } };
}

/** What is refused by its own name goes, whatever stands below it; what is kept on the way to something is an object. */
function put(tree: FieldTree, [written = '', ...rest]: readonly string[], leaf: 'drop' | 'keep'): void {
  // The same field may be known as one and as many.
  const name = Object.keys(tree).find((one) => plainName(one) === plainName(written)) ?? written;
  const there = tree[name];
  if (there === 'drop') return;
  if (rest.length === 0) {
    if (leaf === 'drop' || there === undefined) tree[name] = leaf;
    return;
  }
  const below: FieldTree = typeof there === 'object' ? there : (Object.create(null) as FieldTree);
  tree[name] = below;
  put(below, rest, leaf);
}

/** Objects in which nothing goes need not be looked into. */
function withoutIdle(tree: FieldTree, depth: number): FieldTree {
  const entries = Object.entries(tree).map(
    ([name, below]) => [name, typeof below === 'object' ? folded(below, depth + 1) : below] as const,
  );
  const kept = tree['*'] === 'drop' ? entries : entries.filter(([, below]) => below !== 'keep');
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Below `data` and what is listed in it, an object goes whole where all that is named in it goes: the rest of it is alike. */
function folded(tree: FieldTree, depth: number): FieldTree | 'drop' | 'keep' {
  const below = withoutIdle(tree, depth);
  const fates = Object.values(below);
  if (fates.length === 0) return 'keep';
  const isWhole =
    depth > 2 && Object.keys(tree).length > 1 && Object.keys(below).length === Object.keys(tree).length;
  return isWhole && fates.every((fate) => fate === 'drop') ? 'drop' : below;
}

/** The name as the answer has it. */
export function plainName(name: string): string {
  return name.replace(/\[\]$/, '');
}

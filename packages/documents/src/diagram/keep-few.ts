import { compareText } from '../cells/make-cells.js';
import type { GraphEdge, GraphNode } from './graph.js';

/** A node to be, and what flows between it and purposes. */
export interface Candidate {
  readonly key: string;
  readonly node: Omit<GraphNode, 'id'>;
  readonly flows: readonly CandidateFlow[];
}

export interface CandidateFlow {
  /** Id of the purpose; empty where none owns it. */
  readonly purpose: string;
  readonly direction: 'to-purpose' | 'from-purpose';
  readonly categories: readonly string[];
  /** False: it flows only possibly. */
  readonly isCertain: boolean;
  readonly kind: GraphEdge['kind'];
}

export interface Few {
  readonly nodes: readonly GraphNode[];
  /** The node that stands for a key; null where there is none. */
  readonly idOf: (key: string) => string | null;
  readonly edges: (purposeOf: (key: string) => string | null) => readonly GraphEdge[];
}

/** A picture of more than about twenty nodes is read by nobody. */
const mostOfOneSort = 5;

/** The first few, and one node for all the rest: the picture says how many there are, tables say which. */
export function keepFew(sort: string, all: readonly Candidate[]): Few {
  const few = all.length > mostOfOneSort ? all.slice(0, mostOfOneSort - 1) : all;
  const rest = all.length - few.length;
  const ids = new Map(
    all.map(({ key }, index) => [key, index < few.length ? `${sort}${index + 1}` : `${sort}More`]),
  );
  const nodes: GraphNode[] = few.map(({ node }, index) => ({ id: `${sort}${index + 1}`, ...node }));
  const kind = all.at(-1)?.node.kind ?? 'more';
  if (rest > 0) nodes.push({ id: `${sort}More`, kind, lines: [`and ${rest} more`], state: 'plain' });
  const idOf = (key: string): string | null => ids.get(key) ?? null;
  return { nodes, idOf, edges: (purposeOf) => edgesOf(all, idOf, purposeOf) };
}

function edgesOf(
  all: readonly Candidate[],
  idOf: (key: string) => string | null,
  purposeOf: (key: string) => string | null,
): readonly GraphEdge[] {
  const merged = new Map<
    string,
    { readonly edge: Omit<GraphEdge, 'label'>; readonly categories: Map<string, boolean> }
  >();
  for (const { flows, key } of all)
    for (const { categories, direction, isCertain, kind, purpose } of flows) {
      const ends = [idOf(key), purposeOf(purpose)] as const;
      const [from, to] = direction === 'to-purpose' ? ends : [ends[1], ends[0]];
      if (from === null || to === null) continue;
      const name = `${from} ${to} ${kind}`;
      const before = merged.get(name) ?? { edge: { from, to, kind }, categories: new Map<string, boolean>() };
      for (const category of categories)
        before.categories.set(category, isCertain || before.categories.get(category) === true);
      merged.set(name, before);
    }
  return [...merged.values()].map(({ categories, edge }) => ({ ...edge, label: labelOf(categories) }));
}

const mostNamed = 3;

function labelOf(categories: ReadonlyMap<string, boolean>): string {
  const sorted = [...categories]
    .sort(([a], [b]) => compareText(a, b))
    .map(([category, isCertain]) => (isCertain ? category : `possibly ${category}`));
  const rest = sorted.length - mostNamed;
  return rest > 1 ? `${sorted.slice(0, mostNamed).join(', ')} and ${rest} more` : sorted.join(', ');
}

import { plain } from '../faces/plain.js';
import { clusters, type Graph, type GraphEdge, type GraphNode } from './graph.js';

/** The picture in Graphviz' language, which also lays out the SVG. */
export function toDot(graph: Graph, gaps: string): string {
  const boxes = clusters.flatMap(({ kinds, title }, index) => {
    const nodes = graph.nodes.filter(({ kind }) => kinds.includes(kind));
    if (nodes.length === 0) return [];
    return [
      `  subgraph cluster_${index} {`,
      `    label=${quote(title)}; color="#b8c2cc"; style="rounded"; fontcolor="#525c68"; fontsize=12;`,
      ...nodes.map((node) => `    ${nodeText(node)}`),
      '  }',
    ];
  });
  const outside = graph.nodes.filter(({ kind }) => !clusters.some(({ kinds }) => kinds.includes(kind)));
  return [
    `// gaps: ${gaps}`,
    'digraph dataflow {',
    `  label=${quote(graph.legend.join('\n'))};`,
    '  rankdir=LR; labelloc=b; fontname="Helvetica,Arial,sans-serif"; fontsize=10; fontcolor="#525c68"; nodesep=0.3; ranksep=0.9; bgcolor="transparent";',
    '  node [fontname="Helvetica,Arial,sans-serif", fontsize=11, shape=box, style="filled,rounded", fillcolor="#eef3f8", color="#6b7c8d", fontcolor="#1c2127", margin="0.3,0.1"];',
    '  edge [fontname="Helvetica,Arial,sans-serif", fontsize=9, color="#3f6a94", fontcolor="#33475b", arrowsize=0.7];',
    ...boxes,
    ...outside.map((node) => `  ${nodeText(node)}`),
    ...graph.edges.map((edge) => `  ${edgeText(edge)}`),
    ...toTheRight(graph),
    '}',
    '',
  ].join('\n');
}

const looks: Readonly<Record<GraphNode['kind'], string>> = {
  endpoints: '',
  webhook: ', shape=box, style="filled,rounded", fillcolor="#e8f4ee"',
  purpose: ', fillcolor="#fff6e0"',
  handler: ', fillcolor="#e8f4ee"',
  store: ', shape=cylinder, style="filled", fillcolor="#ece9fa"',
  recipient: ', shape=box, style="filled", fillcolor="#f5f5f5"',
  'not-followed': ', shape=hexagon, style="filled", fillcolor="#fff"',
  more: '',
};

const states: Readonly<Record<GraphNode['state'], string>> = {
  plain: '',
  unseen: ', style="filled,dashed"',
  undeclared: ', color="#b3261e", fontcolor="#8a1c1c", penwidth=2',
};

function nodeText({ id, kind, lines, state }: GraphNode): string {
  return `${id} [label=${quote(lines.join('\n'))}${looks[kind]}${states[state]}];`;
}

function edgeText({ from, kind, label, to }: GraphEdge): string {
  const look = {
    data: '',
    deletes: ', style=dashed, color="#6b7c8d", fontcolor="#525c68", dir=forward, constraint=false',
    declared: ', style=dashed',
  }[kind];
  return `${from} -> ${to} [label=${quote(folded(label))}${look}];`;
}

/** A place that nothing flows to still stands on the side of the places. */
function toTheRight({ edges, nodes }: Graph): readonly string[] {
  const first = nodes.find(({ kind }) => kind === 'purpose');
  const reached = new Set(edges.filter(({ kind }) => kind !== 'deletes').map(({ to }) => to));
  const idle = nodes.filter(({ id, kind }) => sides.has(kind) && !reached.has(id));
  return first === undefined ? [] : idle.map(({ id }) => `  ${first.id} -> ${id} [style=invis];`);
}

const sides: ReadonlySet<GraphNode['kind']> = new Set(['store', 'recipient', 'not-followed']);

/** One category a line: a long label pulls the picture apart. */
function folded(label: string): string {
  return label.replaceAll(', ', '\n').replace(' and ', '\nand ');
}

/** A quoted string of DOT; a new line of ours is `\n` in it. Backslashes of others have no say. */
function quote(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => plain(line).replace(/[\\"]/g, '\\$&').replaceAll('&', '&amp;'));
  return `"${lines.join('\\n')}"`;
}

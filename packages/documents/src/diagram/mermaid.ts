import { plain } from '../faces/plain.js';
import { clusters, type Graph, type GraphEdge, type GraphNode } from './graph.js';

/** The picture as Mermaid text. Labels are quoted, and what could end a quote or be taken for markup is an entity. */
export function toMermaid(graph: Graph, gaps: string): string {
  const inside = clusters.flatMap(({ kinds, title }, index) => {
    const nodes = graph.nodes.filter(({ kind }) => kinds.includes(kind));
    if (nodes.length === 0) return [];
    return [
      `  subgraph group${index + 1}["${escape(title)}"]`,
      ...nodes.map((node) => `    ${nodeText(node)}`),
      '  end',
    ];
  });
  const outside = graph.nodes.filter(({ kind }) => !clusters.some(({ kinds }) => kinds.includes(kind)));
  return [
    `%% gaps: ${gaps}`,
    ...graph.legend.map((line) => `%% ${plain(line).replace(/[{}]/g, '')}`),
    'flowchart LR',
    ...inside,
    ...outside.map((node) => `  ${nodeText(node)}`),
    ...graph.edges.map((edge) => `  ${edgeText(edge)}`),
    '  classDef unseen stroke-dasharray: 4 3',
    '  classDef undeclared stroke:#b3261e,stroke-width:2px,color:#b3261e',
    '',
  ].join('\n');
}

const shapes: Readonly<Record<GraphNode['kind'], readonly [string, string]>> = {
  endpoints: ['[', ']'],
  webhook: ['([', '])'],
  purpose: ['[', ']'],
  handler: ['[', ']'],
  store: ['[(', ')]'],
  recipient: ['[[', ']]'],
  'not-followed': ['{{', '}}'],
  more: ['[', ']'],
};

function nodeText({ id, kind, lines, state }: GraphNode): string {
  const [open, close] = shapes[kind];
  const mark = state === 'plain' ? '' : `:::${state}`;
  return `${id}${open}"${lines.map(escape).join('<br/>')}"${close}${mark}`;
}

function edgeText({ from, kind, label, to }: GraphEdge): string {
  const text = label === '' ? '' : `|"${escape(label)}"|`;
  return `${from} ${kind === 'data' ? '-->' : '-.->'}${text} ${to}`;
}

/** Mermaid reads `#35;` as an entity by its number. */
function escape(text: string): string {
  return plain(text).replace(/[^\p{L}\p{N} .,:/@_-]/gu, (char) => `#${char.codePointAt(0) ?? 63};`);
}

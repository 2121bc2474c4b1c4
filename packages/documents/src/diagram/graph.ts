/** The data flow as a picture, before any language of pictures. */
export interface Graph {
  readonly title: string;
  /** What stands below the picture: how to read it, commit and date. */
  readonly legend: readonly string[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export type NodeKind =
  'endpoints' | 'webhook' | 'purpose' | 'handler' | 'store' | 'recipient' | 'not-followed' | 'more';

export interface GraphNode {
  /** Letters and digits only. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly lines: readonly string[];
  /** `plain`: declared and seen. `unseen`: declared only. `undeclared`: seen only. */
  readonly state: 'plain' | 'unseen' | 'undeclared';
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly kind: 'data' | 'deletes' | 'declared';
}

export const clusters: readonly { readonly title: string; readonly kinds: readonly NodeKind[] }[] = [
  { title: 'TikTok Shop Partner API', kinds: ['endpoints', 'webhook'] },
  { title: 'The app', kinds: ['purpose', 'handler'] },
];

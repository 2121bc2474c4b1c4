import { compareText } from '../cells/make-cells.js';
import { openHandOvers, type Dossier } from '../dossier/dossier.js';
import { isDeleted } from '../papers/rights.js';
import type { Graph, GraphEdge, GraphNode } from './graph.js';
import { recipientNodes, storeNodes } from './place-nodes.js';
import { keepFew } from './keep-few.js';
import { sourceFlows } from './source-flows.js';

/** Platform, purposes, stores and recipients with what flows between them; deletion is drawn back to the stores. */
export function makeGraph(dossier: Dossier): Graph {
  const { claims, commit, catalog } = dossier;
  const sources = keepFew('source', sourceFlows(dossier));
  const purposes = keepFew('purpose', purposeNodes(dossier));
  const stores = keepFew('store', storeNodes(dossier));
  const recipients = keepFew('recipient', recipientNodes(dossier));
  const open = notFollowed(dossier);
  const deletion = deletionParts(dossier, stores.idOf);
  const edges = [sources, stores, recipients].flatMap((few) => few.edges(purposes.idOf));
  return {
    title: `${claims.app?.name ?? 'The app'}: data flow`,
    legend: [
      'Dashed: declared, and bound to nothing seen in code. Red: seen in code, and bound to nothing declared. Grey dashed line: deletes.',
      `Commit ${commit === '' ? 'none' : commit.slice(0, 12)}. Catalog of ${catalog.date}.`,
    ],
    nodes: [sources, purposes, stores, recipients]
      .flatMap(({ nodes }) => nodes)
      .concat(deletion.nodes, open.nodes),
    edges: [...edges, ...deletion.edges, ...open.edges],
  };
}

function purposeNodes({
  claims,
  data,
}: Dossier): readonly { key: string; node: Omit<GraphNode, 'id'>; flows: [] }[] {
  const declared = claims.purposes.map(({ id }) => ({
    key: id,
    node: { kind: 'purpose' as const, lines: [id], state: 'plain' as const },
    flows: [] as [],
  }));
  const isAstray = data.some(({ purpose }) => purpose === null);
  const node = { kind: 'purpose' as const, lines: ['no declared purpose'], state: 'undeclared' as const };
  return isAstray ? [...declared, { key: '', node, flows: [] }] : declared;
}

function notFollowed(dossier: Dossier): Pick<Graph, 'nodes' | 'edges'> {
  const count = openHandOvers(dossier).length;
  if (count === 0) return { nodes: [], edges: [] };
  const lines = ['not followed', `${count} ${count === 1 ? 'hand-over' : 'hand-overs'}`];
  return { nodes: [{ id: 'open', kind: 'not-followed', lines, state: 'undeclared' }], edges: [] };
}

/** The handler, what calls it, and the stores that it is seen to empty. */
function deletionParts(
  { claims, evidence }: Dossier,
  idOf: (key: string) => string | null,
): Pick<Graph, 'nodes' | 'edges'> {
  const handler = claims.deletion?.handler.value ?? null;
  if (handler === null) return { nodes: [], edges: [] };
  const name = handler.split('#').at(-1) ?? handler;
  const withdrawal = claims.webhooks.some(({ value }) => value === 6);
  const emptied = evidence.stores.filter(isDeleted).flatMap(({ declaredAs, name: own }) => {
    const id = idOf(declaredAs?.id ?? own);
    return id === null ? [] : [id];
  });
  const edges: GraphEdge[] = [...new Set(emptied)]
    .sort(compareText)
    .map((to) => ({ from: 'handler', to, label: 'deletes', kind: 'deletes' }));
  const node: GraphNode = { id: 'handler', kind: 'handler', lines: [name], state: 'plain' };
  if (!withdrawal) return { nodes: [node], edges };
  const webhook: GraphNode = {
    id: 'webhook6',
    kind: 'webhook',
    lines: ['webhook 6', 'seller withdraws'],
    state: 'plain',
  };
  return {
    nodes: [webhook, node],
    edges: [{ from: 'webhook6', to: 'handler', label: '', kind: 'data' }, ...edges],
  };
}

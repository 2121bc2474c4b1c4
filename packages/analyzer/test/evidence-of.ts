import { loadCatalog } from '@leastscope/scope-catalog';
import { parseDeclaration } from '../src/declaration/parse-declaration.js';
import type { Evidence } from '../src/model/evidence.js';
import { analyzeSources, type Sources } from './generate/run.js';

/** The evidence of an app whose sources stand in memory, with a handler of the withdrawal where one is given. */
export function evidenceOf(sources: Sources, handler: string | null = null): Evidence {
  const deletion = handler === null ? '' : `deletion: { handler: ${handler} }\n`;
  const text = `schema: 1\napp: { name: ParcelPilot, type: public, tokens: [seller] }\nrequestedScopes: []\npurposes: []\n${deletion}`;
  const parsed = parseDeclaration(text, 'scope-declaration.yaml', loadCatalog());
  const { evidence } = analyzeSources(sources, parsed);
  if (evidence === null) throw new Error('the evidence was not looked for');
  return evidence;
}

/** Code that asks for an order, as `order`, and its recipient, as `to`. */
export const read = `
  const res = await fetch('https://open-api.tiktokglobalshop.com/order/202309/orders/search', { method: 'POST' });
  const { data } = await res.json();
  const order = data.orders[0];
  const to = order.recipient_address;
`;

/** Names of stores, with what deletes them: `orders erased`. */
export function verdicts(evidence: Evidence): readonly string[] {
  return evidence.stores.map(({ name, deletion }) => `${name} ${deletion.verdict}`);
}

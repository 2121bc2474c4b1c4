import type { Evidence, Needs, Outflow, SeenData } from '@leastscope/analyzer';
import { webhookTypeOf } from '@leastscope/scope-catalog';
import type { Claims } from './claims.js';

/**
 * The evidence as far as outflows alone tell it: for an analysis that brings none of its own. What deletes a store is
 * left unknown, since nothing here follows the handler to a store.
 */
export function evidenceFromFlows(
  { outflows }: Needs,
  claims: Claims,
  mayOwn: (names: readonly string[], host: string) => boolean,
): Evidence {
  const counted = outflows.filter(({ fileKind, part }) => fileKind !== 'test' && part.categories.length > 0);
  return {
    version: 1,
    handOvers: counted.flatMap((flow) =>
      flow.to === 'escaped'
        ? [{ to: flow.sink, at: flow.takenAt, data: dataOf(flow), declaredAs: null }]
        : [],
    ),
    recipients: grouped(counted, (flow) => (flow.to === 'sent' ? flow.recipient : null)).map(
      ([host, flows]) => ({
        name: host,
        by: 'host' as const,
        host,
        declaredAs: bound('recipient', recipientOf(host, claims, mayOwn)),
        received: flows.flatMap(dataOf),
      }),
    ),
    stores: grouped(counted, (flow) => (flow.to === 'stored' ? receiverOf(flow.sink) : null)).map(
      ([name, flows]) => ({
        name,
        kind: 'other' as const,
        declaredAs: bound('store', storeOf(name, claims)),
        written: flows.flatMap(dataOf),
        deletion: unknownDeletion,
      }),
    ),
    security: [],
  };
}

const unknownDeletion = {
  verdict: 'not-known',
  at: [],
  reachedFrom: [],
  after: null,
  reason: 'what deletes this store was not worked out',
} as const;

function grouped(
  flows: readonly Outflow[],
  nameOf: (flow: Outflow) => string | null,
): readonly (readonly [string, readonly Outflow[]])[] {
  const groups = new Map<string, Outflow[]>();
  for (const flow of flows) {
    const name = nameOf(flow);
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), flow]);
  }
  return [...groups];
}

function dataOf({ part, takenAt, isCertain }: Outflow): SeenData[] {
  const webhook = webhookTypeOf(part.endpoint);
  const endpoint = webhook === null ? part.endpoint : null;
  return part.categories.map((category) => ({
    category,
    endpoint,
    webhook,
    path: part.path,
    at: takenAt,
    isCertain,
  }));
}

/** `prisma.label` of `prisma.label.create`. */
function receiverOf(sink: string): string {
  return sink.includes('.') ? sink.slice(0, sink.lastIndexOf('.')) : sink;
}

/** The one whose name may stand for the host. Where several may, nothing is said of any. */
function recipientOf(
  host: string,
  { recipients }: Claims,
  mayOwn: (names: readonly string[], host: string) => boolean,
): string | null {
  const exact = recipients.find(({ hosts }) => hosts.some((one) => host === one || host.endsWith(`.${one}`)));
  if (exact !== undefined) return exact.id;
  const likely = recipients.filter(({ aka, id, name }) => mayOwn([id, name, ...aka], host));
  return likely.length === 1 ? (likely[0]?.id ?? null) : null;
}

function storeOf(name: string, { stores }: Claims): string | null {
  return stores.find(({ code }) => code.includes(name))?.id ?? null;
}

function bound<Kind extends 'recipient' | 'store'>(
  kind: Kind,
  id: string | null,
): { readonly kind: Kind; readonly id: string } | null {
  return id === null ? null : { kind, id };
}

import { alternativesOf } from '@leastscope/scope-catalog';
import type { Endpoint } from '@leastscope/scope-catalog';
import type { Answer } from './answer.js';
import { explainCall, explainPoint, needsOf, nothingYet } from './ask.js';
import type { Asked } from './ask.js';

/** The calls of an endpoint, whatever their version, with what is read of the answers and where they go. */
export function whyEndpoint(endpoint: Endpoint, asked: Asked): Answer {
  const needs = needsOf(asked);
  const isOne = (id: string | null): boolean =>
    asked.catalog.endpointById.get(id ?? '')?.family === endpoint.family;
  const calls = needs.uses.filter((use) => isOne(use.endpoint));
  const reads = needs.reads.filter(({ part }) => part.kind === 'field' && isOne(part.endpoint));
  const outflows = needs.outflows.filter(({ part }) => isOne(part.endpoint));
  const manual = (asked.analysis.declaration?.manualUsage ?? []).filter((use) => isOne(use.endpoint));
  return {
    subject: { kind: 'endpoint', id: endpoint.id, title: endpoint.title },
    ...nothingYet(needs),
    says: saysOf(endpoint, calls.length + manual.length),
    calls: calls.map((use) => explainCall(use, null, asked)),
    reads: reads.map((read) => explainPoint(read, read.part.categories, asked)),
    outflows: outflows.map((outflow) => explainPoint(outflow, outflow.part.categories, asked)),
    manual,
    alternatives: alternativesOf(asked.catalog, endpoint.id).map(({ title }) => title),
  };
}

function saysOf({ scopes, scopeConfidence }: Endpoint, calls: number): string {
  if (calls === 0) return 'Nothing calls it.';
  if (scopeConfidence === 'not-needed') return 'It is called, and needs no scope.';
  if (scopes.length === 0) return 'It is called; this catalog does not know which scope it needs.';
  return `It is called, and needs ${scopes.join(' or ')}.`;
}

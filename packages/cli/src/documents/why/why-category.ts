import type { FieldRead, Needs, Outflow, Use } from '@leastscope/analyzer';
import type { Category } from '@leastscope/scope-catalog';
import { isEvidence } from '../possible-data.js';
import type { Answer, ExplainedCall } from './answer.js';
import { explainCall, explainPoint, needsOf, nothingYet } from './ask.js';
import type { Asked } from './ask.js';
import { shownPlaces } from './shown-places.js';

/** Every place where data of a category is read, kept, logged or sent, and the calls that bring it. */
export function whyCategory(category: Category, asked: Asked): Answer {
  const needs = needsOf(asked);
  const ids = namesFor(category, asked);
  const concerns = ({ part }: FieldRead | Outflow): boolean => part.categories.some((id) => ids.has(id));
  // Records on the way to a field hold it too; only a field is asked for by name.
  const reads = needs.reads.filter((read) => read.part.kind === 'field' && concerns(read));
  const outflows = needs.outflows.filter(concerns);
  const calls = needs.uses.flatMap((use) => bringing(use, category, asked));
  return {
    subject: { kind: 'category', id: category.id, title: category.title },
    ...nothingYet(needs),
    says: saysOf(calls.length, reads, outflows),
    calls,
    reads: reads.map((read) => explainPoint(read, [category.id], asked)),
    outflows: outflows.map((outflow) => explainPoint(outflow, [category.id], asked)),
    webhooks: webhooksWith(category, asked),
    shown: shownOf(ids, needs, asked),
  };
}

/** Records that hold it, on the way to a field; and where it arrives, by the line that takes it there. */
function shownOf(
  ids: ReadonlySet<string>,
  { reads }: Needs,
  { analysis: { evidence } }: Asked,
): Answer['shown'] {
  const records = reads.filter(
    ({ part }) => part.kind === 'record' && part.categories.some((id) => ids.has(id)),
  );
  const arriving =
    evidence === null
      ? []
      : shownPlaces(evidence, { name: () => true, data: ({ category }) => ids.has(category) });
  return [
    ...records.map(({ isBeyondImports, isCertain, part, place }) => ({
      deed: 'read' as const,
      place,
      what: part.endpoint,
      category: null,
      path: part.path,
      isCertain: isCertain && !isBeyondImports,
    })),
    ...arriving.filter(({ category }) => category !== null),
  ];
}

/** Itself, and what may hold it: a label holds a name. */
function namesFor({ id }: Category, { catalog }: Asked): ReadonlySet<string> {
  const holders = catalog.categories.filter(({ holds }) => holds.includes(id));
  return new Set([id, ...holders.map((holder) => holder.id)]);
}

function bringing(use: Use, { id }: Category, asked: Asked): readonly ExplainedCall[] {
  const categories = asked.catalog.endpointById.get(use.endpoint ?? '')?.categories;
  if (categories === undefined) return [];
  if (categories.primary.includes(id)) return [explainCall(use, 'called for', asked)];
  if (categories.incidental.includes(id)) return [explainCall(use, 'comes along', asked)];
  return categories.sent.includes(id) ? [explainCall(use, 'is sent', asked)] : [];
}

/** Declared webhooks that bring it. */
function webhooksWith({ id }: Category, { analysis, catalog }: Asked): Answer['webhooks'] {
  return (analysis.declaration?.webhooks ?? []).flatMap(({ value }) => {
    const webhook = catalog.webhookByType.get(value);
    if (webhook?.categories.includes(id) !== true) return [];
    return [{ type: webhook.type, title: webhook.title }];
  });
}

function saysOf(calls: number, reads: readonly FieldRead[], outflows: readonly Outflow[]): string {
  if (reads.some(isEvidence)) return 'The code reads it.';
  if (outflows.some(isEvidence))
    return 'No field of it is read by name, but records that hold it go further.';
  if (reads.length + outflows.length > 0)
    return 'The code possibly reads it or hands it on; nothing is sure.';
  return calls > 0 ? 'Calls bring it, and nothing is seen to read it.' : 'No call brings it.';
}

import { isCounted } from '../lookups/counted.js';
import { comparePlaces, compareText } from '../lookups/places.js';
import type { Evidence } from '../model/evidence.js';
import type { Place } from '../model/place.js';
import type { EvidenceInput } from './evidence-context.js';
import { createBinding } from './declared-as.js';
import { findHandOvers } from './find-hand-overs.js';
import { findRecipients } from './find-recipients.js';
import { findSecuritySigns } from './find-security-signs.js';
import { findStores } from './find-stores.js';
import { createTakings } from './taken.js';

/** What the papers rest on: the flows as they are, told by who receives, what keeps, and what deletes. */
export function findEvidence(input: EvidenceInput): Evidence {
  const counted = [...input.outflows, ...input.escapedFields].filter(({ fileKind }) =>
    isCounted(fileKind, input.includeTests),
  );
  const takings = createTakings(input.program);
  const context = {
    ...input,
    taken: counted.flatMap((outflow) => takings(outflow) ?? []),
    binding: createBinding(input.declaration),
  };
  const recipients = findRecipients(context);
  return {
    version: 1,
    handOvers: findHandOvers(context).toSorted(
      (a, b) => comparePlaces(a.at, b.at) || compareText(a.to, b.to),
    ),
    recipients: recipients.toSorted(
      (a, b) => byPlace(a.received[0]?.at, b.received[0]?.at) || compareText(a.name, b.name),
    ),
    stores: findStores(context).toSorted(
      (a, b) => byPlace(a.written[0]?.at, b.written[0]?.at) || compareText(a.name, b.name),
    ),
    security: findSecuritySigns(context).toSorted(
      (a, b) => comparePlaces(a.at, b.at) || compareText(a.what, b.what),
    ),
  };
}

function byPlace(a: Place | undefined, b: Place | undefined): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return comparePlaces(a, b);
}

import { isCounted } from '../lookups/counted.js';
import { comparePlaces, compareText } from '../lookups/places.js';
import type { Evidence } from '../model/evidence.js';
import type { Place } from '../model/place.js';
import { once } from '../util/once.js';
import type { EvidenceContext, EvidenceInput } from './evidence-context.js';
import { createBinding } from './declared-as.js';
import { findHandOvers } from './find-hand-overs.js';
import { findRecipients } from './find-recipients.js';
import { findSecuritySigns } from './find-security-signs.js';
import { findStores } from './find-stores.js';
import { createTakings } from './taken.js';

/**
 * What the papers rest on: the flows as they are, told by who receives, what keeps, and what deletes. Each list is worked
 * out when it is first asked for: most runs write no paper.
 */
export function findEvidence(input: EvidenceInput): Evidence {
  const context = once(() => contextOf(input));
  const handOvers = once(() =>
    findHandOvers(context()).toSorted((a, b) => comparePlaces(a.at, b.at) || compareText(a.to, b.to)),
  );
  const recipients = once(() =>
    findRecipients(context()).toSorted(
      (a, b) => byPlace(a.received[0]?.at, b.received[0]?.at) || compareText(a.name, b.name),
    ),
  );
  const stores = once(() =>
    findStores(context()).toSorted(
      (a, b) => byPlace(a.written[0]?.at, b.written[0]?.at) || compareText(a.name, b.name),
    ),
  );
  const security = once(() =>
    findSecuritySigns(context()).toSorted((a, b) => comparePlaces(a.at, b.at) || compareText(a.what, b.what)),
  );
  return {
    version: 1,
    get handOvers() {
      return handOvers();
    },
    get recipients() {
      return recipients();
    },
    get stores() {
      return stores();
    },
    get security() {
      return security();
    },
  };
}

function contextOf(input: EvidenceInput): EvidenceContext {
  const counted = [...input.outflows, ...input.escapedFields].filter(({ fileKind }) =>
    isCounted(fileKind, input.includeTests),
  );
  const takings = createTakings(input.program);
  return {
    ...input,
    taken: counted.flatMap((outflow) => takings(outflow) ?? []),
    binding: createBinding(input.declaration),
  };
}

function byPlace(a: Place | undefined, b: Place | undefined): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return comparePlaces(a, b);
}

import { isOnlyPossible } from '../cells/make-cells.js';
import type { Datum } from '../dossier/datum.js';
import type { Dossier } from '../dossier/dossier.js';
import type { Recipient, Store } from '../dossier/places.js';
import type { Candidate, CandidateFlow } from './keep-few.js';

export function storeNodes({ data, stores }: Dossier): readonly Candidate[] {
  return stores.map((store) => {
    const flows = arriving(data, ({ stored }) => stored, store.arrivals);
    const { claim, key } = store;
    const details = [claim?.kind ?? store.seen[0]?.kind, claim?.country ?? 'country not declared'];
    return {
      key,
      node: {
        kind: 'store',
        lines: [key, details.filter((one) => one !== undefined).join(', ')],
        state: stateOf(store, flows),
      },
      flows,
    };
  });
}

export function recipientNodes({ claims, data, recipients }: Dossier): readonly Candidate[] {
  return recipients.map((recipient) => {
    const { claim, key } = recipient;
    const flows = arriving(data, ({ sent }) => sent, recipient.arrivals);
    const declared = claims.purposes
      .filter(({ shareWith }) => flows.length === 0 && shareWith.includes(key))
      .map(({ id }): CandidateFlow => ({
        purpose: id,
        direction: 'from-purpose',
        categories: [],
        isCertain: true,
        kind: 'declared',
      }));
    const country = claim === null ? 'not declared' : (claim.country ?? 'country not declared');
    return {
      key,
      node: { kind: 'recipient', lines: [claim?.name ?? key, country], state: stateOf(recipient, flows) },
      flows: [...flows, ...declared],
    };
  });
}

function stateOf(
  { claim, seen }: Store | Recipient,
  flows: readonly CandidateFlow[],
): Candidate['node']['state'] {
  if (claim === null) return 'undeclared';
  return seen.length === 0 && flows.length === 0 ? 'unseen' : 'plain';
}

function arriving(
  data: readonly Datum[],
  pick: (datum: Datum) => Datum['stored'],
  arrivals: ReadonlySet<string>,
): readonly CandidateFlow[] {
  return data.flatMap((datum) => {
    const by = pick(datum).filter(({ name }) => arrivals.has(name));
    if (by.length === 0) return [];
    const { category, purpose } = datum;
    const flow = { purpose: purpose ?? '', categories: [category], isCertain: !isOnlyPossible(by) };
    return [{ ...flow, direction: 'from-purpose', kind: 'data' }];
  });
}

import { compareText, isOnlyPossible } from '../cells/make-cells.js';
import { sightingsOf } from '../dossier/datum.js';
import type { Dossier } from '../dossier/dossier.js';
import type { Candidate, CandidateFlow } from './keep-few.js';

/** What the platform gives, by the group of endpoints or the webhook that it comes from. */
export function sourceFlows(dossier: Dossier): readonly Candidate[] {
  const groups = new Map<string, CandidateFlow[]>();
  const add = (group: string, flow: CandidateFlow): void => {
    groups.set(group, [...(groups.get(group) ?? []), flow]);
  };
  for (const datum of dossier.data) {
    const isCertain = !isOnlyPossible(sightingsOf([datum]));
    add(groupOf(datum.source, dossier), { ...flow(datum.purpose, [datum.category]), isCertain });
  }
  for (const use of dossier.analysis.needs.uses)
    if (use.fileKind !== 'test' && use.state === 'needed')
      add(groupOf(use.endpoint ?? use.path, dossier), flow(dossier.purposeOf(use), []));
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([group, flows]) => ({
      key: group,
      node: { kind: group.startsWith('webhook') ? 'webhook' : 'endpoints', lines: [group], state: 'plain' },
      flows: flows.filter(({ purpose, categories }) => purpose !== '' || categories.length > 0),
    }));
}

function flow(purpose: string | null, categories: readonly string[]): CandidateFlow {
  return { purpose: purpose ?? '', direction: 'to-purpose', categories, isCertain: true, kind: 'data' };
}

/** `POST /order/202309/orders/search data.orders[].id` is of the group "Order". */
function groupOf(source: string, { catalog }: Dossier): string {
  const [first = '', second = ''] = source.split(' ');
  if (first === 'webhook') return `webhook ${second}`;
  const endpoint = catalog.endpointById.get(`${first} ${second}`);
  return endpoint === undefined ? 'endpoints that the catalog does not know' : `${endpoint.group} endpoints`;
}

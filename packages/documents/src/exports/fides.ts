import { stringify } from 'yaml';
import { compareText } from '../cells/make-cells.js';
import { plain } from '../faces/plain.js';
import type { CategoryId } from '@leastscope/scope-catalog';
import type { Dossier } from '../dossier/dossier.js';
import type { Store } from '../dossier/places.js';
import { subjectOf } from '../dossier/personal.js';
import { recipientsOf, undeclaredRecipients } from './recipients-of.js';
import { slug } from './record-graph.js';

/** For tools that read fideslang 3.1: the app as a system, its purposes as privacy declarations, its stores as datasets. */
export function toFides(dossier: Dossier, gaps: string): string {
  const systems = [
    appSystem(dossier),
    platform,
    ...dossier.claims.recipients.map(({ id, name }) => thirdParty(id, name)),
    ...undeclaredRecipients(dossier).map((name) => thirdParty(name, name, undeclared)),
  ];
  const datasets = dossier.stores.map((store) => datasetOf(store, dossier));
  const text = stringify(
    { system: systems, dataset: datasets },
    { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  );
  return `# gaps: ${gaps}\n${text}`;
}

const platform = {
  fides_key: 'tiktok_shop',
  name: 'TikTok Shop Partner API',
  system_type: 'Third Party',
  privacy_declarations: [],
};

/** What the code shows and nobody declared is told, and told as such. */
const undeclared = 'Seen in the code to receive personal data; bound to no declared recipient.';

function thirdParty(id: string, name: string, description?: string): object {
  return {
    fides_key: key(id),
    name: plain(name),
    ...(description === undefined ? {} : { description }),
    system_type: 'Third Party',
    privacy_declarations: [],
  };
}

function appSystem(dossier: Dossier): object {
  const { claims, data, role } = dossier;
  const { app, company, privacyNotice, purposes } = claims;
  return {
    fides_key: key(app?.name ?? 'app'),
    name: plain(app?.name ?? 'app'),
    system_type: 'Application',
    responsibility: [role === 'controller' ? 'Controller' : 'Processor'],
    ...(company === null ? {} : { legal_name: plain(company.legalName) }),
    ...(privacyNotice === null ? {} : { privacy_policy: plain(privacyNotice.url) }),
    processes_personal_data: data.length > 0,
    ingress: [{ fides_key: 'tiktok_shop', type: 'system', data_categories: keysOf(data, dossier) }],
    egress: egressOf(dossier),
    privacy_declarations: purposes.map((purpose) => declarationOf(purpose, dossier)),
  };
}

/** Recipients that data is seen to reach, and those that a purpose shares with: declarations may name no others. */
function egressOf(dossier: Dossier): readonly object[] {
  const shared = new Set(dossier.claims.purposes.flatMap(({ shareWith }) => shareWith));
  return dossier.recipients.flatMap(({ arrivals, claim, key: name }) => {
    const sent = dossier.data.filter((datum) => datum.sent.some(({ name }) => arrivals.has(name)));
    if (sent.length === 0 && (claim === null || !shared.has(claim.id))) return [];
    return [{ fides_key: key(claim?.id ?? name), type: 'system', data_categories: keysOf(sent, dossier) }];
  });
}

function declarationOf(purpose: Dossier['claims']['purposes'][number], dossier: Dossier): object {
  const own = dossier.data.filter((datum) => datum.purpose === purpose.id);
  const shared = recipientsOf(purpose, dossier).map(({ claim, key: id }) => ({
    id,
    name: claim?.name ?? id,
  }));
  const stores = dossier.stores.filter(({ arrivals }) =>
    own.some(({ stored }) => stored.some(({ name }) => arrivals.has(name))),
  );
  const { period = null, after = null } = purpose.retention ?? {};
  return {
    name: plain(purpose.id),
    data_categories: keysOf(own, dossier),
    data_use: dossier.catalog.purposeByKind.get(purpose.kind)?.fidesDataUse ?? 'essential.service',
    data_subjects: [
      ...new Set(own.map(({ category }) => (subjectOf(category) === 'buyer' ? 'customer' : 'commercial'))),
    ].sort(compareText),
    ...(period === null
      ? {}
      : { retention_period: plain(after === null ? period : `${period} from ${after}`) }),
    data_shared_with_third_parties: shared.length > 0,
    ...(shared.length === 0 ? {} : { third_parties: plain(shared.map(({ name }) => name).join(', ')) }),
    ingress: ['tiktok_shop'],
    // Of a system without any, not even an empty list is taken.
    ...(shared.length === 0 ? {} : { egress: shared.map(({ id }) => key(id)) }),
    dataset_references: stores.map((store) => key(store.key)),
  };
}

function datasetOf(store: Store, dossier: Dossier): object {
  return {
    fides_key: key(store.key),
    name: plain(store.key),
    collections: store.seen.map(({ name, written }) => ({
      name: plain(name),
      fields: [...new Set(written.map(({ path }) => path))].map((path) => ({
        name: plain(path),
        data_categories: keysOf(
          written.filter((one) => one.path === path),
          dossier,
        ),
      })),
    })),
  };
}

function keysOf(data: readonly { readonly category: CategoryId }[], { catalog }: Dossier): readonly string[] {
  const keys = data.map(({ category }) => catalog.categoryById.get(category)?.fideslangKey ?? 'user');
  return [...new Set(keys)].sort(compareText);
}

function key(text: string): string {
  return slug(text).replaceAll('-', '_');
}

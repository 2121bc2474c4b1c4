import { compareText } from '../cells/make-cells.js';
import type { DeclaredPurpose, DeclaredRecipient } from '@leastscope/analyzer';
import type { Dossier } from '../dossier/dossier.js';
import { subjectOf } from '../dossier/personal.js';
import { recipientsOf, undeclaredRecipients } from './recipients-of.js';

/** RDF before any of its languages. Names are prefixed: `dpv:Process`, `app:ship-orders`. */
export interface Resource {
  /** Null: a node without a name. */
  readonly id: string | null;
  readonly type: string | null;
  readonly properties: readonly (readonly [string, readonly Value[]])[];
}

export type Value =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'duration'; readonly text: string }
  | { readonly kind: 'resource'; readonly resource: Resource };

export interface RecordGraph {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly resources: readonly Resource[];
}

/** The record in the words of the Data Privacy Vocabulary 2.3. Gaps are told in the record's description. */
export function recordGraph(dossier: Dossier, gaps: string): RecordGraph {
  const { claims, role } = dossier;
  const app = claims.app?.name ?? 'app';
  const processes = claims.purposes.map((purpose) => processOf(purpose, dossier));
  return {
    prefixes: { ...prefixes, app: `urn:leastscope:${slug(app)}:` },
    resources: [
      resource('app:record', 'dpv:RecordsOfActivities', [
        ['dct:title', [text(`${app}, record of a ${role}`)]],
        ['dct:description', [text(`Gaps: ${gaps}.`)]],
        ['dpv:hasProcess', processes.map(({ id }) => name(id ?? 'app:process'))],
      ]),
      ...processes,
      ...actors(dossier),
      ...claims.recipients.map(recipientOf),
      ...undeclaredRecipients(dossier).map(undeclaredOf),
      resource('app:tiktok-shop', 'dpv:DataSource', [['dct:title', [text('TikTok Shop Partner API')]]]),
    ],
  };
}

const prefixes = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

function processOf(purpose: DeclaredPurpose, dossier: Dossier): Resource {
  const { catalog, data, role } = dossier;
  const own = data.filter((datum) => datum.purpose === purpose.id);
  const categories = distinct(own.map(({ category }) => category));
  const kind = catalog.purposeByKind.get(purpose.kind)?.dpvPurpose ?? 'dpv:Purpose';
  const terms = distinct(
    categories.map((one) => catalog.categoryById.get(one)?.dpvTerm ?? 'dpv:PersonalData'),
  );
  return resource(`app:${slug(purpose.id)}`, 'dpv:Process', [
    ['dct:title', [text(purpose.id)]],
    ['dpv:hasPurpose', [nested(kind, [['dct:description', [text(purpose.text)]]])]],
    ['dpv:hasDataSubject', distinct(categories.map((one) => subjectTerm(subjectOf(one)))).map(name)],
    ['dpv:hasDataController', [name(role === 'controller' ? 'app:company' : 'app:sellers')]],
    ['dpv:hasDataProcessor', role === 'controller' ? [] : [name('app:company')]],
    ['dpv:hasDataSource', own.length === 0 ? [] : [name('app:tiktok-shop')]],
    ['dpv:hasPersonalData', terms.map(name)],
    ['dpv:hasProcessing', processingOf(own, purpose).map(name)],
    ['dpv:hasRecipient', recipientsOf(purpose, dossier).map(({ key }) => name(`app:${slug(key)}`))],
    ['dpv:hasTechnicalOrganisationalMeasure', measuresOf(dossier).map(name)],
    // Of no personal data, none is kept and none goes.
    ['dpv:hasStorageCondition', own.length === 0 ? [] : storageOf(purpose, dossier)],
  ]);
}

function processingOf(own: Dossier['data'], { retention }: DeclaredPurpose): readonly string[] {
  if (own.length === 0) return [];
  const terms = ['dpv:Collect'];
  if (own.some(({ stored }) => stored.length > 0)) terms.push('dpv:Store');
  if (own.some(({ sent }) => sent.length > 0)) terms.push('dpv:Share');
  return retention?.onDeauthorization == null ? terms : [...terms, 'dpv:Erase'];
}

function measuresOf({ claims }: Dossier): readonly string[] {
  const atRest = claims.storage.some(({ encryptionAtRest }) => encryptionAtRest !== null);
  const inTransit = claims.protection?.inTransit != null;
  return [...(atRest ? ['dpv:EncryptionAtRest'] : []), ...(inTransit ? ['dpv:EncryptionInTransfer'] : [])];
}

function storageOf({ retention }: DeclaredPurpose, { claims }: Dossier): readonly Value[] {
  const places = (claims.company?.systemLocations ?? []).filter(isCountry);
  const locations = places.map((country) =>
    nested('dpv:StorageLocation', [['dpv:hasLocation', [name(`loc:${country}`)]]]),
  );
  const kept =
    retention?.period == null
      ? []
      : [
          until(
            'dpv:StorageDuration',
            retention.period,
            `from ${retention.after ?? 'an event that is not declared'}`,
          ),
        ];
  const gone =
    retention?.onDeauthorization == null
      ? []
      : [until('dpv:StorageDeletion', retention.onDeauthorization, "from the seller's deauthorization")];
  return [...locations, ...kept, ...gone];
}

function until(type: string, period: string, event: string): Value {
  const duration: Value = {
    kind: 'resource',
    resource: resource(null, 'dpv:UntilEventDuration', [
      ['dpv:hasDuration', [{ kind: 'duration', text: period }]],
      ['dct:description', [text(event)]],
    ]),
  };
  return nested(type, [['dpv:hasDuration', [duration]]]);
}

function actors({ claims, role }: Dossier): readonly Resource[] {
  const company = claims.company?.legalName ?? claims.app?.name ?? 'not declared';
  const own = resource('app:company', role === 'controller' ? 'dpv:DataController' : 'dpv:DataProcessor', [
    ['dpv:hasName', [text(company)]],
  ]);
  if (role === 'controller') return [own];
  const who = claims.controllers?.who ?? 'MISSING: controllers';
  return [own, resource('app:sellers', 'dpv:DataController', [['dct:description', [text(who)]]])];
}

function recipientOf({ country, id, name: title, role }: DeclaredRecipient): Resource {
  const type = role === 'sub-processor' ? 'dpv:DataSubProcessor' : 'dpv:Recipient';
  return resource(`app:${slug(id)}`, type, [
    ['dpv:hasName', [text(title)]],
    ['dpv:hasLocation', country !== null && isCountry(country) ? [name(`loc:${country}`)] : []],
  ]);
}

/** What the code shows and nobody declared is told, and told as such. */
function undeclaredOf(host: string): Resource {
  return resource(`app:${slug(host)}`, 'dpv:Recipient', [
    ['dpv:hasName', [text(host)]],
    ['dct:description', [text('Seen in the code to receive personal data; bound to no declared recipient.')]],
  ]);
}

function subjectTerm(subject: string): string {
  return subject === 'buyer' ? 'dpv:Customer' : 'dpv:DataSubject';
}

function isCountry(text: string): boolean {
  return /^[A-Z]{2}$/.test(text);
}

/** Letters, digits and hyphens: a name in every language of RDF, and a key of fideslang with `_`. */
export function slug(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'unnamed'
  );
}

function distinct(items: readonly string[]): readonly string[] {
  return [...new Set(items)].sort(compareText);
}

function resource(id: string | null, type: string, properties: Resource['properties']): Resource {
  return { id, type, properties: properties.filter(([, values]) => values.length > 0) };
}

function nested(type: string, properties: Resource['properties']): Value {
  return { kind: 'resource', resource: resource(null, type, properties) };
}

function name(prefixed: string): Value {
  return { kind: 'name', name: prefixed };
}

function text(value: string): Value {
  return { kind: 'text', text: value };
}

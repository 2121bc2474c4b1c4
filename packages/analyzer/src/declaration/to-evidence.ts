import type { DeclaredEncryption } from '../model/attested.js';
import type { DeclaredEvidence, DeclaredRecipient, DeclaredStore } from '../model/declaration.js';
import type { Place } from '../model/place.js';
import type { DeclarationData } from './schema.js';
import type { Path } from './yaml-source.js';
import { toAttested } from './to-attested.js';

/** The sections that only the reviewer's documents read. */
export function toEvidence(data: DeclarationData, place: (...path: Path) => Place): DeclaredEvidence {
  const { recipients = [], storage = [], privacyNotice } = data;
  return {
    company: toCompany(data.company, place),
    recipients: recipients.map((one, index) => toRecipient(one, place('recipients', index))),
    storage: storage.map((one, index) => toStore(one, (...below) => place('storage', index, ...below))),
    protection: toProtection(data.protection, place),
    privacyNotice:
      privacyNotice === undefined
        ? null
        : {
            url: privacyNotice.url,
            copy: privacyNotice.copy ?? null,
            updated: privacyNotice.updated ?? null,
            place: place('privacyNotice', 'url'),
          },
    ...toAttested(data, place),
  };
}

type Of<T extends 'recipients' | 'storage'> = NonNullable<DeclarationData[T]>[number];

function toRecipient(one: Of<'recipients'>, place: Place): DeclaredRecipient {
  return {
    id: one.id,
    name: one.name,
    role: one.role ?? null,
    country: one.country ?? null,
    transferMechanism: one.transferMechanism ?? null,
    hosts: one.hosts ?? [],
    packages: one.packages ?? [],
    code: one.code ?? [],
    contract: one.contract ?? null,
    aka: one.aka ?? [],
    receives: one.receives ?? [],
    place,
  };
}

function toStore(one: Of<'storage'>, place: (...path: Path) => Place): DeclaredStore {
  const encryption = toEncryption(one.encryptionAtRest, () => place('encryptionAtRest'));
  return {
    id: one.id,
    kind: one.kind,
    country: one.country ?? null,
    encryptionAtRest: encryption?.algorithm ?? null,
    encryption,
    holds: one.holds ?? [],
    code: one.code ?? [],
    provider: one.provider ?? null,
    region: one.region ?? null,
    backups:
      one.backups === undefined
        ? null
        : { retention: one.backups.retention ?? null, country: one.backups.country ?? null },
    place: place(),
  };
}

function toEncryption(
  given: Of<'storage'>['encryptionAtRest'],
  place: () => Place,
): DeclaredEncryption | null {
  if (given === undefined) return null;
  if (typeof given === 'string') return { algorithm: given, scope: null, document: null, place: place() };
  const { algorithm, scope = null, document = null } = given;
  return { algorithm, scope, document, place: place() };
}

function toCompany(
  company: DeclarationData['company'],
  place: (...path: Path) => Place,
): DeclaredEvidence['company'] {
  if (company === undefined) return null;
  return {
    legalName: company.legalName,
    registeredName: company.registeredName ?? null,
    website: company.website ?? null,
    securityContact: company.securityContact ?? null,
    representative: company.representative ?? null,
    alternateWorkforceLocations: company.alternateWorkforceLocations ?? [],
    subcontractors: company.subcontractors ?? [],
    headquarters: company.headquarters ?? null,
    foreignOwnership: company.foreignOwnership ?? null,
    workforceLocations: company.workforceLocations ?? [],
    systemLocations: company.systemLocations ?? [],
    privacyContact: company.privacyContact ?? null,
    dpo: company.dpo ?? null,
    dpoReason: company.dpoReason ?? null,
    place: place('company'),
  };
}

function toProtection(
  protection: DeclarationData['protection'],
  place: (...path: Path) => Place,
): DeclaredEvidence['protection'] {
  if (protection === undefined) return null;
  return {
    inTransit: protection.inTransit ?? null,
    accessReviewed: protection.accessReviewed ?? null,
    incidentDrill: protection.incidentDrill ?? null,
    penetrationTest: protection.penetrationTest ?? null,
    mfaForAdmins: protection.mfaForAdmins ?? null,
    evidence: protection.evidence ?? {},
    place: place('protection'),
  };
}

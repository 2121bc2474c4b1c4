import type { DeclaredEvidence } from '../model/declaration.js';
import type { Place } from '../model/place.js';
import type { DeclarationData } from './schema.js';
import type { Path } from './yaml-source.js';

/** The sections that only the reviewer's documents read. */
export function toEvidence(data: DeclarationData, place: (...path: Path) => Place): DeclaredEvidence {
  const { recipients = [], storage = [], privacyNotice } = data;
  return {
    company: toCompany(data.company, place),
    recipients: recipients.map(
      ({ id, name, role = null, country = null, transferMechanism = null }, index) => ({
        id,
        name,
        role,
        country,
        transferMechanism,
        place: place('recipients', index),
      }),
    ),
    storage: storage.map(({ id, kind, country = null, encryptionAtRest = null, holds = [] }, index) => ({
      id,
      kind,
      country,
      encryptionAtRest,
      holds,
      place: place('storage', index),
    })),
    protection: toProtection(data.protection, place),
    privacyNotice:
      privacyNotice === undefined ? null : { url: privacyNotice.url, place: place('privacyNotice', 'url') },
  };
}

function toCompany(
  company: DeclarationData['company'],
  place: (...path: Path) => Place,
): DeclaredEvidence['company'] {
  if (company === undefined) return null;
  return {
    legalName: company.legalName,
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

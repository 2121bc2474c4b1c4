import type { DeclaredPurpose } from '@leastscope/analyzer';
import type { Dossier } from '../dossier/dossier.js';
import type { Recipient } from '../dossier/places.js';

/** Whom a purpose shares with: those that it names, and those that its data is seen to reach. */
export function recipientsOf(
  { id, shareWith }: DeclaredPurpose,
  { data, recipients }: Dossier,
): readonly Recipient[] {
  const own = data.filter(({ purpose }) => purpose === id).flatMap(({ sent }) => sent);
  return recipients.filter(
    ({ arrivals, claim }) =>
      (claim !== null && shareWith.includes(claim.id)) || own.some(({ name }) => arrivals.has(name)),
  );
}

/** Those that code shows to get personal data and that nobody declared, by their names in the code. */
export function undeclaredRecipients({ data, recipients }: Dossier): readonly string[] {
  return recipients
    .filter(
      ({ arrivals, claim }) =>
        claim === null && data.some(({ sent }) => sent.some(({ name }) => arrivals.has(name))),
    )
    .map(({ key }) => key);
}

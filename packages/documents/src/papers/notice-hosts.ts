import { mayOwn } from '@leastscope/analyzer';
import type { Dossier } from '../dossier/dossier.js';
import type { NoticeWords } from './notice-words.js';

/** Hosts that a notice shares data with and that nobody else names: not the app's own, the platform's, or a recipient's. */
export function unknownHosts({ sharingHosts }: NoticeWords, dossier: Dossier): readonly string[] {
  const names = knownNames(dossier);
  const hosts = dossier.catalog.hosts.map(({ host }) => host);
  return sharingHosts.filter((host) => !mayOwn(names, host) && !hosts.some((one) => isOfOne(one, host)));
}

/** Whoever could be meant by a host: generous, since only one that nobody could mean is a stranger. */
function knownNames({ claims, evidence, recipients }: Dossier): readonly string[] {
  const { app, company, privacyNotice, rights } = claims;
  const own = [app?.name, company?.legalName, company?.registeredName, company?.website, privacyNotice?.url];
  const mail = [company?.privacyContact, company?.securityContact, rights?.channel];
  const declared = recipients.flatMap(({ claim, key }) =>
    claim === null ? [key] : [claim.id, claim.name, ...claim.aka, ...claim.hosts, ...claim.packages],
  );
  const stores = claims.storage.map(({ provider }) => provider);
  const seen = evidence.recipients.flatMap(({ host, name }) => [host, name]);
  return [...own, ...mail, ...declared, ...stores, ...seen].filter((name) => name != null);
}

/** `tiktok.com` is as good as `open-api.tiktok.com`. */
function isOfOne(known: string, host: string): boolean {
  return known === host || known.endsWith(`.${host}`) || host.endsWith(`.${known}`);
}

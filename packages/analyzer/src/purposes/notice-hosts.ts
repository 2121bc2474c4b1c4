import type { Catalog } from '@leastscope/scope-catalog';
import type { DeclaredEvidence } from '../model/declaration.js';
import type { Evidence } from '../model/evidence.js';
import { mayOwn } from './recipient-of-host.js';
import type { NoticeWords } from './notice-words.js';

/** All that names somebody: the declaration's own words, and what code shows. */
export interface KnownParties extends Pick<
  DeclaredEvidence,
  'company' | 'privacyNotice' | 'recipients' | 'rights' | 'storage'
> {
  readonly app: { readonly name: string } | null;
  readonly seen: Evidence['recipients'];
}

/** Hosts that a notice shares data with and that nobody else names: not the app's own, the platform's, or a recipient's. */
export function unknownHosts(
  { sharingHosts }: NoticeWords,
  named: KnownParties,
  { hosts }: Pick<Catalog, 'hosts'>,
): readonly string[] {
  const names = knownNames(named);
  return sharingHosts.filter((host) => !mayOwn(names, host) && !hosts.some((one) => isOfOne(one.host, host)));
}

/** Whoever could be meant by a host: generous, since only one that nobody could mean is a stranger. */
function knownNames({
  app,
  company,
  privacyNotice,
  recipients,
  rights,
  seen,
  storage,
}: KnownParties): readonly string[] {
  const own = [app?.name, company?.legalName, company?.registeredName, company?.website, privacyNotice?.url];
  const mail = [company?.privacyContact, company?.securityContact, rights?.channel];
  const declared = recipients.flatMap(({ aka, hosts, id, name, packages }) => [
    id,
    name,
    ...aka,
    ...hosts,
    ...packages,
  ]);
  const stores = storage.map(({ provider }) => provider);
  const shown = seen.flatMap(({ host, name }) => [host, name]);
  return [...own, ...mail, ...declared, ...stores, ...shown].filter((name) => name != null);
}

/** `tiktok.com` is as good as `open-api.tiktok.com`. */
function isOfOne(known: string, host: string): boolean {
  return known === host || known.endsWith(`.${host}`) || host.endsWith(`.${known}`);
}

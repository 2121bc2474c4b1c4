import { isOfHost } from '../lookups/hosts-of.js';
import type { DeclaredRecipient } from '../model/declaration.js';
import { words } from '../util/words.js';

/** What addresses of every company begin with or end in; they name nobody. */
const commonLabels = words(`
  www api apis app rest gateway hooks prod staging sandbox test com net org gov edu co io ai dev cloud
  example info biz
`);

/** Whether a host lies inside the own network, or is an address: nobody to be named. */
export function isOwnNetwork(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return (
    !name.includes('.') ||
    /^[\d.]+$/.test(name) ||
    /\.(?:local|localhost|internal|lan|intranet|svc)$/.test(name)
  );
}

/**
 * Whether a name may mean the owner of a host: `api.carrier.example` and "Carrier GmbH". Only the label that was registered
 * says whose a host is: `carrier.other.example` is not Carrier's. Generous beyond that (`dhlparcel.example` may be "DHL"), because
 * only a host that nobody could mean may be called undeclared.
 */
export function mayOwn(names: readonly string[], host: string): boolean {
  const label = registeredLabel(host);
  if (label.length < 3 || commonLabels.has(label)) return true;
  const owner = label.replace(taken, '');
  return names.some((name) =>
    [...meanings(name)].some(
      (one) => one === label || (one.length > 2 && !commonLabels.has(one) && owner.startsWith(one)),
    ),
  );
}

/** What companies put before their name where the name itself was taken: `goshippo.com`. */
const taken = /^(?:go|get|use|try|join|hey|my|the)(?=.{3})/;

/** Whether it is the name of a variable that configures an address, and no host: `ERP_URL`. */
export function isConfigured(recipient: string): boolean {
  return /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(recipient);
}

/** What names of such variables say of every address. */
const commonWords = words('url uri base api app host endpoint address webhook hook service server');

/** The words of such a name that tell whose address it is. */
export function wordsOfVariable(variable: string): readonly string[] {
  return variable
    .toLowerCase()
    .split('_')
    .filter((word) => word.length > 2 && !commonWords.has(word));
}

/** Whether a name may mean whoever an address is configured for: `ERP_URL` and "Our ERP". As generous as `mayOwn`. */
export function mayBeConfigured(names: readonly string[], variable: string): boolean {
  const telling = wordsOfVariable(variable);
  const whole = names.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
  return telling.length === 0 || telling.some((word) => whole.some((name) => name.includes(word)));
}

export function namesOf({ id, name }: DeclaredRecipient): readonly string[] {
  return [id, name];
}

/**
 * Whether a host is one that a declared recipient is known by: of the hosts that are bound to it, or one below; only where
 * none is bound, one that bears its name.
 */
export function isDeclaredHost({ aka, hosts, id, name }: DeclaredRecipient, host: string): boolean {
  if ([...hosts, ...aka].some((given) => isOfHost(given, host))) return true;
  return hosts.length === 0 && mayOwn([id, name, ...aka], host);
}

/** The label that names the owner, as far as a table of endings can tell: `carrier` of `api.carrier.co.uk`. */
export function ownerOf(host: string): string {
  const label = registeredLabel(host);
  return label.length < 3 || commonLabels.has(label) ? host : label;
}

/** Endings under which others register: of countries, and of those who host for others. */
const sharedEndings = words(`
  co com net org gov edu ac or ne go gob gouv nom herokuapp vercel netlify azurewebsites azure-api
  cloudfunctions run fly onrender workers pages web firebaseapp github myshopify railway deno supabase
  zendesk freshdesk atlassian ngrok ngrok-free
`);

/** Without signs: `dhl-parcel` is `dhlparcel`, as a name of more words is. */
function registeredLabel(host: string): string {
  const labels = host.toLowerCase().replace(/:\d+$/, '').split('.').slice(0, -1);
  const at = labels.findLastIndex((label) => !sharedEndings.has(label));
  return bare(labels[at] ?? '');
}

/** What a name says, word by word and in a row: "Amazon Web Services" is `amazon`, `amazonweb`, and so on. */
function meanings(name: string): ReadonlySet<string> {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const rows = words.flatMap((_, from) =>
    words.slice(from).map((__, to) => words.slice(from, from + to + 1).join('')),
  );
  return new Set(rows);
}

function bare(label: string): string {
  return label.replace(/[^\p{L}\p{N}]+/gu, '');
}

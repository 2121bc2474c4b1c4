import type { DeclaredRecipient } from '../model/declaration.js';

/** What addresses of every company begin with or end in; they name nobody. */
const commonLabels: ReadonlySet<string> = new Set([
  ...['www', 'api', 'apis', 'app', 'rest', 'gateway', 'hooks', 'prod', 'staging', 'sandbox', 'test'],
  ...['com', 'net', 'org', 'gov', 'edu', 'co', 'io', 'ai', 'dev', 'cloud', 'example', 'info', 'biz'],
]);

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
 * Whether a name may mean the owner of a host: `api.carrier.example` and "Carrier GmbH". Generous, because only a host
 * that nobody could mean may be called undeclared.
 */
export function mayOwn(names: readonly string[], host: string): boolean {
  const labels = labelsOf(host);
  if (labels.length === 0) return true;
  return names.some((name) => {
    const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    const whole = words.join('');
    return labels.some(
      (label) => whole.includes(label) || words.some((word) => word.length > 2 && label.includes(word)),
    );
  });
}

/** Whether it is the name of a variable that configures an address, and no host: `ERP_URL`. */
export function isConfigured(recipient: string): boolean {
  return /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(recipient);
}

/** What names of such variables say of every address. */
const commonWords: ReadonlySet<string> = new Set([
  ...[
    'url',
    'uri',
    'base',
    'api',
    'app',
    'host',
    'endpoint',
    'address',
    'webhook',
    'hook',
    'service',
    'server',
  ],
]);

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

/** The label that names the owner, as far as a table of endings can tell: `carrier` of `api.carrier.co.uk`. */
export function ownerOf(host: string): string {
  return labelsOf(host).at(-1) ?? host;
}

function labelsOf(host: string): readonly string[] {
  const labels = host.toLowerCase().replace(/:\d+$/, '').split('.').slice(0, -1);
  return labels.map((label) => label.replace(/[^\p{L}\p{N}]+/gu, '')).filter((label) => isTelling(label));
}

function isTelling(label: string): boolean {
  return label.length > 2 && !commonLabels.has(label);
}

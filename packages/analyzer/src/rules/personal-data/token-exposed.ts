import { distinct } from '../../util/distinct.js';
import { groupBy, type Several } from '../../util/group-by.js';
import { keyOfPlace } from '../../lookups/places.js';
import type { Destination, Outflow } from '../../model/data-flow.js';
import type { PublicSecret } from '../../model/needs.js';
import { isKnown } from '../../purposes/known-data.js';
import { isOwnNetwork } from '../../purposes/recipient-of-host.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report } from '../define-rule.js';
import { reportSecrets } from '../wording/report-secrets.js';
import { relatedOfData } from '../wording/related-places.js';
import { toldTogether } from '../wording/told-together.js';

type MessageId =
  | 'logged'
  | 'returned'
  | 'sent'
  | 'stored'
  | 'public'
  | 'secretLogged'
  | 'secretReturned'
  | 'secretSent'
  | 'bothLogged'
  | 'bothReturned'
  | 'bothSent';

const why =
  'Whoever has the access token has the data of the shop, and whoever has the refresh token has it for as long as the shop does not withdraw.';

const whySecret =
  'Whoever has the secret of the app can sign requests and fetch tokens in its name; whoever has a token has the data of the shop.';

export const tokenExposed = defineRule<MessageId>({
  id: 'token-exposed',
  meta: {
    title: 'A token or the app secret goes where others can read it.',
    defaultSeverity: 'error',
    horizon: 'file-and-callers',
    why: 'Tokens open all that the seller has granted. In a log, in a browser or with a third party they are out of the hands of the app; in a store that keeps them in clear, every copy of the store opens every shop.',
    fix: 'Keep tokens on the server: log and answer that there is one, and encrypt it before it is stored.',
  },
  messages: {
    logged: {
      message: '`{{sink}}` logs {{what}} ({{parts}} of `{{endpoint}}`).',
      why,
      help: 'Log that a token was received, or its expiry, never the token.',
    },
    returned: {
      message: '`{{sink}}` gives {{what}} ({{parts}} of `{{endpoint}}`) to whoever gets its answer.',
      why,
      help: 'Keep the token where the app keeps its secrets, and answer that the shop is connected, or when the token expires.',
    },
    sent: {
      message: '`{{sink}}` sends {{what}} ({{parts}} of `{{endpoint}}`) to `{{host}}`.',
      why,
      help: 'Keep the token in the app; whoever needs data of the shop gets the data from the app.',
    },
    stored: {
      message: '`{{sink}}` stores {{what}} ({{parts}} of `{{endpoint}}`), and no cipher is seen on the way.',
      why: 'Every copy and every backup of the store then opens every shop that is connected.',
      help: 'Encrypt the token before it is stored. Where the store itself encrypts that column, a suppression with the reason says so.',
    },
    public: {
      message: '`{{variable}}` puts the app secret into what browsers load.',
      why: 'Bundlers write a variable of this prefix into the page, and whoever has the secret can sign requests and fetch tokens in the name of the app.',
      help: 'Read the secret on the server alone, from a variable without the prefix `{{prefix}}`, and renew it where it was published.',
    },
    secretLogged: {
      message: '`{{sink}}` logs {{what}} (`{{variable}}`).',
      why: whySecret,
      help: 'Log that it is set, never what it is. Of an address, log the part before the `?`.',
    },
    secretReturned: {
      message: '`{{sink}}` gives {{what}} (`{{variable}}`) to whoever gets its answer.',
      why: whySecret,
      help: 'Keep it on the server; what needs it is done there.',
    },
    secretSent: {
      message: '`{{sink}}` sends {{what}} (`{{variable}}`) to `{{host}}`.',
      why: whySecret,
      help: 'Keep it in the app, and renew it where it was sent.',
    },
    bothLogged: {
      message: '`{{sink}}` logs {{what}} ({{parts}} of `{{endpoint}}`) and {{also}} (`{{variable}}`).',
      why: whySecret,
      help: 'Log that they are there, never what they are.',
    },
    bothReturned: {
      message:
        '`{{sink}}` gives {{what}} ({{parts}} of `{{endpoint}}`) and {{also}} (`{{variable}}`) to whoever gets its answer.',
      why: whySecret,
      help: 'Keep both on the server; what needs them is done there.',
    },
    bothSent: {
      message:
        '`{{sink}}` sends {{what}} ({{parts}} of `{{endpoint}}`) and {{also}} (`{{variable}}`) to `{{host}}`.',
      why: whySecret,
      help: 'Keep both in the app, and renew what was sent.',
    },
  },
  check(context) {
    const exposed = context.outflows.filter((point) => isExposed(point, context));
    const published = context.needs.publicSecrets.map(ofSecret);
    const secrets = reportSecrets(context.needs.exposedSecrets);
    const tokens = [...groupBy(exposed, groupOf).values()].flatMap(toReport);
    return [...toldTogether<MessageId>([...tokens, ...secrets], pairs), ...published];
  },
});

/** A statement that lets out a token of an answer and a secret of the configuration is one finding. */
const pairs = [
  { first: 'logged', second: 'secretLogged', both: 'bothLogged' },
  { first: 'returned', second: 'secretReturned', both: 'bothReturned' },
  { first: 'sent', second: 'secretSent', both: 'bothSent' },
] as const;

function ofSecret({ variable, prefix, place }: PublicSecret): Report<MessageId> {
  return {
    message: 'public',
    data: { variable, prefix, category: 'credential.token' },
    place,
    points: [{ subject: variable, category: 'credential.token' }],
    related: [],
  };
}

const messages: Readonly<Partial<Record<Destination, MessageId>>> = {
  logged: 'logged',
  returned: 'returned',
  sent: 'sent',
  stored: 'stored',
};

/** Only the answers of the token endpoints: a token that comes from a store of the app went there on another way. */
function isExposed(point: Outflow, context: RuleContext): boolean {
  const { part, to, recipient, isBeyondImports } = point;
  if (context.catalog.endpointById.get(part.endpoint)?.host !== 'auth') return false;
  if (isBeyondImports || !isKnown(point, context) || messages[to] === undefined) return false;
  return to !== 'sent' || (recipient !== null && isForeign(recipient, context));
}

function isForeign(host: string, { catalog }: RuleContext): boolean {
  return !isOwnNetwork(host) && !catalog.hosts.some((row) => row.host === host);
}

/** One finding a statement; what callers hand to it, the terminal tells. */
function groupOf({ takenAt, to, enteredBy }: Outflow): string {
  return [keyOfPlace(takenAt), to, enteredBy === null ? 'here' : 'handed'].join('\n');
}

function toReport(points: Several<Outflow>): readonly Report<MessageId>[] {
  const [first] = points;
  const message = messages[first.to];
  if (message === undefined) return [];
  const fields = distinct(points.map(({ part }) => part.path));
  return [
    {
      message,
      data: {
        sink: first.sink,
        what: fields.length === 1 && (fields[0] ?? '').endsWith('token') ? 'a token' : 'tokens',
        parts: fields,
        fields,
        endpoint: first.part.endpoint,
        host: first.recipient ?? '',
        category: 'credential.token',
      },
      place: first.takenAt,
      points: points.map(({ part, recipient, sink, to }) => ({
        endpoint: part.endpoint,
        category: 'credential.token',
        field: part.path,
        ...(recipient === null ? {} : { recipient }),
        ...(to === 'stored' ? { store: sink } : { subject: sink }),
      })),
      horizon: first.enteredBy === null ? 'file' : 'project',
      related: relatedOfData(points, first.takenAt),
      ...(message === 'stored' ? { atMost: 'warning' as const } : {}),
    },
  ];
}

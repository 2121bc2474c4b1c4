import type { Catalog, CategoryId } from '@leastscope/scope-catalog';
import { distinct } from '../../util/distinct.js';
import { groupBy, type Several } from '../../util/group-by.js';
import type { Declaration } from '../../model/declaration.js';
import type { Place } from '../../model/place.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report, ReportData } from '../define-rule.js';
import { categoryNames } from '../../purposes/category-names.js';
import { keptData, placesOf, type KeptData } from '../../purposes/kept-data.js';
import { isValid } from '../../purposes/valid-purposes.js';
import {
  isConfigured,
  isDeclaredHost,
  isOwnNetwork,
  mayBeConfigured,
  mayOwn,
  namesOf,
  ownerOf,
  wordsOfVariable,
} from '../../purposes/recipient-of-host.js';
import { marketsOf } from '../../purposes/markets.js';
import { beyondReceives, keptAnyway, unnamedIn, unsharedWith } from '../../purposes/declared-gaps.js';
import { unknownHosts } from '../../purposes/notice-hosts.js';
import { savedCopy } from '../../purposes/saved-notice.js';
import type { Evidence } from '../../model/evidence.js';

type MessageId =
  'store' | 'recipient' | 'configured' | 'unshared' | 'beyond' | 'kept' | 'unnamed' | 'stranger';

const why =
  'The privacy notice and the answers to the review are written from these lines; the code, or another line, says otherwise.';

export const noticeGap = defineRule<MessageId>({
  id: 'notice-gap',
  meta: {
    title: 'The code stores or sends personal data that the declaration does not tell of.',
    defaultSeverity: 'error',
    horizon: 'project',
    why: 'The privacy notice and the answers to the review are written from the declaration. What the code stores or sends beyond it is missing from both.',
    fix: 'Add the category to `holds` of the store, or the recipient to `recipients`; or stop storing or sending it.',
  },
  messages: {
    store: {
      message: 'The code stores {{names}}, which no store under `storage` is declared to hold.',
      why: 'What is kept and where is part of the privacy notice and of the review; both are written from these lines.',
      help: 'Add to the store that holds it: `holds: [{{holds}}]`. Or stop storing it.',
    },
    recipient: {
      message: 'The code sends {{names}} to `{{host}}`, and none of the `recipients` seems to be that host.',
      why: 'To whom personal data is handed is part of the privacy notice and of the review; both are written from these lines.',
      help: 'Add it with its role and country: `- { id: {{id}}, name: {{host}}, role: …, country: … }`. Or stop sending it.',
    },
    configured: {
      message:
        'The code sends {{names}} to the address in `{{host}}`, which no recipient under `recipients` seems to be.',
      why: 'Where somebody else runs what is configured there, that is a recipient, and the privacy notice and the review ask for all of them.',
      help: 'If it is not the app’s own service, add it with its role and country: `- { id: {{id}}, name: …, role: …, country: … }`.',
    },
    unshared: {
      message:
        'The code sends {{names}} to `{{id}}`, which `shareWith` of purpose `{{purpose}}` does not name.',
      why,
      help: 'Add it: `shareWith: [{{all}}]`. Or stop sending it.',
    },
    beyond: {
      message: 'The code sends {{names}} to `{{id}}`, which `receives` does not name.',
      why,
      help: 'Add it: `receives: [{{all}}]`. Or stop sending it.',
    },
    kept: {
      message: 'Purpose `{{purpose}}` keeps nothing ({{period}}), and the code stores {{names}}.',
      why,
      help: 'Write for how long it is kept, or stop storing it.',
    },
    unnamed: {
      message: 'Data goes to recipient `{{id}}`, whom `{{path}}` does not name.',
      why: 'The notice has to say who gets personal data; the declaration says that this recipient does.',
      help: 'Name it in the notice as {{looked:or}}, and save the copy anew. Other names of it stand under `aka`.',
    },
    stranger: {
      message: '`{{path}}` shares data with `{{host}}`, which neither code nor declaration knows.',
      why: 'The notice and the answers to the review have to name the same recipients.',
      help: 'Declare it under `recipients` with its `hosts`, or take it out of the notice.',
    },
  },
  check(context) {
    const { declaration, evidence } = context;
    if (declaration === null) return [];
    return [
      ...undeclaredStores(declaration, context),
      ...undeclaredRecipients(declaration, context),
      ...(evidence === null ? [] : lessThanShown(declaration, evidence, context)),
      ...(evidence === null ? [] : noticeAgainst(declaration, evidence, context)),
    ];
  },
});

function undeclaredStores(declaration: Declaration, context: RuleContext): readonly Report<MessageId>[] {
  const { storage } = declaration.evidence;
  const [first] = storage;
  if (first === undefined || declaration.incomplete.includes('storage')) return [];
  if (!storage.every((store) => isValid(store, context))) return [];
  const held = new Set(storage.flatMap(({ holds }) => holds));
  const data = keptData('stored', context)
    .map((kept) => ({ ...kept, personal: kept.personal.filter((id) => !isHeld(id, held, context.catalog)) }))
    .filter(({ personal }) => personal.length > 0);
  const personal = distinct(data.flatMap((kept) => kept.personal)).toSorted();
  if (personal.length === 0) return [];
  return [
    {
      message: 'store',
      data: {
        personal,
        names: categoryNames(context.catalog, personal, marketsOf(context)),
        holds: personal.join(', '),
      },
      place: first.place,
      related: placesOf(data, 'stores', context),
    },
  ];
}

function isHeld(category: CategoryId, held: ReadonlySet<CategoryId>, catalog: Catalog): boolean {
  if (held.has(category)) return true;
  const parts = catalog.categoryById.get(category)?.holds ?? [];
  return parts.length > 0 && parts.every((part) => held.has(part));
}

/** One finding a host. Hosts of the platform, of the own network and of the app itself are nobody else. */
function undeclaredRecipients(declaration: Declaration, context: RuleContext): readonly Report<MessageId>[] {
  const { recipients, company } = declaration.evidence;
  const [first] = recipients;
  if (first === undefined || declaration.incomplete.includes('recipients')) return [];
  if (!recipients.every((recipient) => isValid(recipient, context))) return [];
  const platform = new Set(context.catalog.hosts.map(({ host }) => host));
  const own = [declaration.app.name, company?.legalName ?? ''];
  const known = [...own, ...recipients.flatMap(namesOf)];
  const sent = keptData('sent', context).filter(({ point: { recipient } }) => {
    if (recipient === null) return false;
    if (isConfigured(recipient)) return !mayBeConfigured(known, recipient);
    if (platform.has(recipient) || isOwnNetwork(recipient) || mayOwn(own, recipient)) return false;
    return !recipients.some((one) => isDeclaredHost(one, recipient));
  });
  return [...groupBy(sent, ({ point }) => point.recipient ?? '').values()].flatMap((data) =>
    recipientGap(data, first.place, context),
  );
}

/** It stands where the data leaves: under `recipients` there is no line yet that could be meant. */
function recipientGap(
  data: Several<KeptData>,
  declared: Place,
  context: RuleContext,
): readonly Report<MessageId>[] {
  const [first, ...others] = placesOf(data, 'sends', context);
  const host = data[0].point.recipient ?? '';
  const personal = distinct(data.flatMap((kept) => kept.personal)).toSorted();
  if (first === undefined) return [];
  const isVariable = isConfigured(host);
  return [
    {
      message: isVariable ? 'configured' : 'recipient',
      // Whose it is only the environment says.
      ...(isVariable ? { atMost: 'note' as const } : {}),
      data: {
        host,
        id: isVariable ? (wordsOfVariable(host)[0] ?? 'it') : ownerOf(host),
        personal,
        names: categoryNames(context.catalog, personal, marketsOf(context)),
      },
      place: first.place,
      points: personal.map((category) => ({ recipient: host, category, place: 'app' as const })),
      related: [...others, { place: declared, note: 'recipients are declared here' }],
    },
  ];
}

/** What the declaration says of a recipient or of a period, and the code does more. */
function lessThanShown(
  declaration: Declaration,
  evidence: Evidence,
  context: RuleContext,
): readonly Report<MessageId>[] {
  const names = (categories: readonly CategoryId[]): string => categoryNames(context.catalog, categories);
  const isBroken = declaration.incomplete.includes('recipients');
  const unshared = isBroken ? [] : unsharedWith(declaration, evidence, context);
  const beyond = isBroken ? [] : beyondReceives(declaration, evidence, context);
  return [
    ...unshared.flatMap(({ at, categories: personal, purpose, recipient: { id } }): Report<MessageId>[] => {
      if (purpose === null) return [];
      const all = [...purpose.shareWith, id].join(', ');
      const data = { id, purpose: purpose.id, personal, names: names(personal), all };
      return [warned('unshared', data, purpose.place, at)];
    }),
    ...beyond.map(({ at, categories: personal, recipient: { id, place, receives } }) => {
      const all = [...receives, ...personal].join(', ');
      return warned('beyond', { id, personal, names: names(personal), all }, place, at);
    }),
    ...keptAnyway(declaration, evidence, context).map(({ at, categories: personal, period, purpose }) => {
      const data = { purpose: purpose.id, period, personal, names: names(personal) };
      return warned('kept', data, purpose.retention?.place ?? purpose.place, at);
    }),
  ];
}

function warned(message: MessageId, data: ReportData, place: Place, at: readonly Place[]): Report<MessageId> {
  const related = at.map((one) => ({ place: one, note: 'here' }));
  return { message, data, place, related, atMost: 'warning' };
}

/** The saved copy of the published notice, where the declaration names one. */
function noticeAgainst(
  declaration: Declaration,
  evidence: Evidence,
  context: RuleContext,
): readonly Report<MessageId>[] {
  const copy = savedCopy(declaration, context);
  if (copy === null || declaration.incomplete.includes('recipients')) return [];
  const { path, place, words } = copy;
  const named = { ...declaration.evidence, app: declaration.app, seen: evidence.recipients };
  return [
    ...unnamedIn(words.mention, declaration, evidence).map(({ names: looked, recipient: { id } }) =>
      warned('unnamed', { id, path, looked }, place, []),
    ),
    ...unknownHosts(words, named, context.catalog).map((host) =>
      warned('stranger', { host, path }, place, []),
    ),
  ];
}

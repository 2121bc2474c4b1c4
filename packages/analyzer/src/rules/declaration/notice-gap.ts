import type { Catalog, CategoryId } from '@leastscope/scope-catalog';
import { distinct } from '../../util/distinct.js';
import { groupBy } from '../../util/group-by.js';
import type { Declaration } from '../../model/declaration.js';
import type { Place } from '../../model/place.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report } from '../define-rule.js';
import { marketsOf } from '../../purposes/markets.js';
import { categoryNames } from '../../purposes/category-names.js';
import { keptData, placesOf, type KeptData } from '../../purposes/kept-data.js';
import { isValid } from '../../purposes/valid-purposes.js';
import {
  isConfigured,
  isOwnNetwork,
  mayBeConfigured,
  mayOwn,
  namesOf,
  ownerOf,
  wordsOfVariable,
} from '../../purposes/recipient-of-host.js';

type MessageId = 'store' | 'recipient' | 'configured';

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
  },
  check(context) {
    const { declaration } = context;
    if (declaration === null) return [];
    return [...undeclaredStores(declaration, context), ...undeclaredRecipients(declaration, context)];
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
  const known = [declaration.app.name, company?.legalName ?? '', ...recipients.flatMap(namesOf)];
  const sent = keptData('sent', context).filter(({ point: { recipient } }) => {
    if (recipient === null) return false;
    if (isConfigured(recipient)) return !mayBeConfigured(known, recipient);
    return !platform.has(recipient) && !isOwnNetwork(recipient) && !mayOwn(known, recipient);
  });
  return [...groupBy(sent, ({ point }) => point.recipient ?? '').values()].flatMap((data) =>
    recipientGap(data, first.place, context),
  );
}

/** It stands where the data leaves: under `recipients` there is no line yet that could be meant. */
function recipientGap(
  data: readonly KeptData[],
  declared: Place,
  context: RuleContext,
): readonly Report<MessageId>[] {
  const [first, ...others] = placesOf(data, 'sends', context);
  const host = data[0]?.point.recipient ?? '';
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

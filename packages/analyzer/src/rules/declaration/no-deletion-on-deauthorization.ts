import { distinct } from '../../util/distinct.js';
import { withdrawalTypes } from '../../lookups/withdrawal-types.js';
import type { DeletionEvidence } from '../../model/data-flow.js';
import type { Declaration, Placed } from '../../model/declaration.js';
import type { Place, RelatedPlace } from '../../model/place.js';
import { personalAmong } from '../../purposes/allowed-data.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report, ReportData } from '../define-rule.js';
import { keptData, placesOf } from '../../purposes/kept-data.js';
import { isValid } from '../../purposes/valid-purposes.js';
import { marketsOf } from '../../purposes/markets.js';
import { categoryNames } from '../../purposes/category-names.js';
import { inMarkets } from '../../purposes/markets.js';

type MessageId =
  | 'absent'
  | 'noHandler'
  | 'onlyInCode'
  | 'notFound'
  | 'notReached'
  | 'onlyFlags'
  | 'deletesNothing'
  | 'kept'
  | 'mistaken'
  | 'missed'
  | 'notSubscribed';

const why =
  'When a seller or creator withdraws the authorization, their data has to go; the review asks how that is done.';

export const noDeletionOnDeauthorization = defineRule<MessageId>({
  id: 'no-deletion-on-deauthorization',
  meta: {
    title: 'Personal data is stored, and nothing deletes it when a seller or creator withdraws.',
    defaultSeverity: 'error',
    horizon: 'project',
    why: 'The terms allow data to be kept only while the authorization lasts. The platform tells of its end by webhook 6 (sellers) or 20 (creators); what is stored has to be deleted then, not only marked.',
    fix: 'Subscribe to the webhook, list it under `webhooks`, delete the data in its handler, and name that function under `deletion.handler`.',
  },
  messages: {
    absent: {
      message:
        'Personal data is stored ({{stored}}), and neither webhook {{webhooks:or}} nor a deletion handler is declared.',
      why,
      help: 'Subscribe to webhook {{webhooks:or}} and list it under `webhooks`; delete in its handler, and name that function under `deletion: { handler: file#function }`.',
    },
    noHandler: {
      message:
        'Personal data is stored ({{stored}}); webhook {{webhooks:or}} is declared, but not the function that deletes then.',
      why,
      help: 'Name it under `deletion: { handler: file#function }`, so that it can be followed.',
    },
    onlyInCode: {
      message:
        'Webhook {{handled}} is handled by `{{handler}}`, which deletes; the declaration does not say so.',
      why: 'The answers to the review are written from the declaration; what only the code says is missing from them.',
      help: 'Write `webhooks: [{{listed}}]` and `deletion: { handler: {{handler}} }`.',
    },
    notFound: {
      message:
        '`{{handler}}` is declared to delete when the authorization ends, and there is no such function.',
      why,
      help: 'Write the file relative to the declaration and the function by its exported name: `src/webhooks/deauthorize.ts#onDeauthorized`.',
    },
    notReached: {
      message:
        '`{{handler}}` is declared to delete when the authorization ends, and nothing is seen to call it.',
      why,
      help: 'Call it from the route that receives webhook {{webhooks:or}}. If it is registered in a way that cannot be followed, a suppression with the reason says so.',
    },
    onlyFlags: {
      message: '`{{handler}}` only marks the data when the authorization ends; nothing is deleted.',
      why,
      help: 'Delete the records, or start a job that does; a mark keeps all of the data.',
    },
    deletesNothing: {
      message: '`{{handler}}` is declared to delete when the authorization ends, and deletes nothing.',
      why,
      help: 'Delete what is stored of the shop or creator: the personal data first ({{stored}}).',
    },
    kept: {
      message:
        '`{{handler}}` is declared to delete when the authorization ends, and `{{store}}` is not deleted then: {{reason}}.',
      why,
      help: 'Let webhook {{webhooks:or}} lead to it, and delete there what is kept of the shop or creator that it names.',
    },
    mistaken: {
      message:
        'This compares the type of a webhook with 5 on the way to `{{handler}}`; 5 is a product’s status, the end of an authorization is {{webhooks:or}}.',
      why: 'Nothing is deleted when somebody withdraws, and a change of a product’s status deletes.',
      help: 'Compare with {{webhooks:or}}.',
    },
    missed: {
      message: '`{{handler}}` is not seen to delete what is stored in `{{store}}` ({{kept}}).',
      why,
      help: 'Delete it there too when the authorization ends; what is only marked or masked stays.',
    },
    notSubscribed: {
      message:
        '`{{handler}}` is declared to delete when the authorization ends, and `webhooks` does not name {{webhooks:or}}.',
      why: 'Without the webhook nobody tells the app that the authorization has ended, and nothing is deleted.',
      help: 'Subscribe to it and list it: `webhooks: [{{listed}}]`.',
    },
  },
  check(context) {
    const { declaration } = context;
    if (declaration === null) return [];
    const stored = storedPersonally(declaration, context);
    if (stored.personal.length === 0) return [];
    const data = {
      personal: stored.personal,
      stored: categoryNames(context.catalog, stored.personal, marketsOf(context)),
      webhooks: withdrawalTypes(context.catalog, declaration.app.tokens).map(String),
    };
    if (declaration.deletion === null) {
      return handledInCode(declaration, data, context) ?? withoutHandler(declaration, data, stored.related);
    }
    const { deletion: evidence } = context.needs;
    if (evidence === null) return [];
    const { handler } = declaration.deletion;
    const reports = judge(evidence, handler, data);
    const kept = reports.length > 0 ? reports : keptAfterAll(handler, data, context);
    return [
      ...notSubscribed(declaration, handler, data),
      ...(kept.length > 0 ? kept : missedStores(evidence, handler, data, context)),
    ];
  },
});

interface Data extends ReportData {
  readonly personal: readonly string[];
  readonly webhooks: readonly string[];
}

/** By code, or as the declaration itself says. */
function storedPersonally(declaration: Declaration, context: RuleContext) {
  const data = keptData('stored', context);
  const declared = declaration.evidence.storage
    .filter((store) => isValid(store, context))
    .map(({ holds, place }) => ({
      personal: inMarkets(context, personalAmong(context.catalog, holds)),
      place,
    }))
    .filter(({ personal }) => personal.length > 0);
  return {
    personal: distinct([...data, ...declared].flatMap(({ personal }) => personal)).toSorted(),
    related: [
      ...placesOf(data, 'stores', context),
      ...declared.map(({ place }) => ({ place, note: 'this store is declared to hold personal data' })),
    ],
  };
}

/** Null where the code is not seen to delete, or where a mistake took out what says so. */
function handledInCode(
  { app, webhooks, incomplete }: Declaration,
  data: Data,
  { needs }: RuleContext,
): readonly Report<MessageId>[] | null {
  if (incomplete.includes('deletion') || incomplete.includes('webhooks')) return null;
  const found = needs.handledWebhooks.find(
    ({ type, deletion }) => deletion !== null && data.webhooks.includes(String(type)),
  );
  const deletion = found?.deletion ?? null;
  if (found === undefined || deletion === null) return null;
  const listed = distinct([...webhooks.map(({ value }) => String(value)), String(found.type)]);
  return [
    {
      message: 'onlyInCode',
      data: { ...data, handler: deletion.handler, handled: String(found.type), listed: listed.join(', ') },
      place: app.place,
      related: [{ place: deletion.place, note: 'the handler stands here' }, ...deletion.deletions],
      atMost: 'note',
    },
  ];
}

function withoutHandler(
  declaration: Declaration,
  data: Data,
  related: readonly RelatedPlace[],
): readonly Report<MessageId>[] {
  const { webhooks, incomplete, app } = declaration;
  // What a mistake took out may be the very thing; of partners no webhook tells.
  if (incomplete.includes('deletion') || incomplete.includes('webhooks')) return [];
  if (app.tokens.length > 0 && app.tokens.every((kind) => kind === 'partner')) return [];
  const declared = webhooks.find(({ value }) => data.webhooks.includes(String(value)));
  if (declared === undefined) return [{ message: 'absent', data, place: app.place, related }];
  return [{ message: 'noHandler', data, place: declared.place, related, atMost: 'warning' }];
}

function judge(
  evidence: DeletionEvidence,
  { value, place }: Placed<string>,
  known: Data,
): readonly Report<MessageId>[] {
  const data = { ...known, handler: value };
  if (evidence.handler === null) return [{ message: 'notFound', data, place }];
  const related = [{ place: evidence.handler, note: 'the handler stands here' }];
  const mistaken = evidence.mistakenTypes.map((at): Report<MessageId> => ({
    message: 'mistaken',
    data,
    place: at,
    related,
  }));
  const unreached: readonly Report<MessageId>[] =
    evidence.reachedFrom.length > 0
      ? []
      : [{ message: 'notReached', data, place, related, atMost: 'warning' }];
  return [...mistaken, ...unreached, ...undeleted(evidence, { data, place, related })];
}

/** Stores that the handler is about, and that it surely does not empty for the one who withdraws. */
function keptAfterAll(
  { value, place }: Placed<string>,
  known: Data,
  { catalog, evidence }: RuleContext,
): readonly Report<MessageId>[] {
  const stores = (evidence?.stores ?? []).filter(
    ({ written }) =>
      personalAmong(
        catalog,
        written.map(({ category }) => category),
      ).length > 0,
  );
  return stores.flatMap(({ name, deletion }): readonly Report<MessageId>[] => {
    const { reason, verdict } = deletion;
    if (verdict !== 'not-seen' || reason === null) return [];
    const related = [...deletion.reachedFrom, ...deletion.at];
    return [{ message: 'kept', data: { ...known, handler: value, store: name, reason }, place, related }];
  });
}

/** What cannot be seen into may delete. */
function undeleted(
  { deletions, flags, isOpen }: DeletionEvidence,
  report: { readonly data: Report['data']; readonly place: Place; readonly related: readonly RelatedPlace[] },
): readonly Report<MessageId>[] {
  if (deletions.length > 0 || isOpen) return [];
  if (flags.length === 0) return [{ message: 'deletesNothing', ...report }];
  return [{ message: 'onlyFlags', ...report, related: [...report.related, ...flags] }];
}

/** Where a mistake took the list out, or where no webhook would tell, nothing is said. */
function notSubscribed(
  { app, incomplete, webhooks }: Declaration,
  { value, place }: Placed<string>,
  known: Data,
): readonly Report<MessageId>[] {
  if (incomplete.includes('webhooks') || webhooks.length === 0 || known.webhooks.length === 0) return [];
  if (app.tokens.length > 0 && app.tokens.every((kind) => kind === 'partner')) return [];
  if (webhooks.some((one) => known.webhooks.includes(String(one.value)))) return [];
  const listed = [...webhooks.map((one) => String(one.value)), known.webhooks[0] ?? ''].join(', ');
  const data = { ...known, handler: value, listed };
  return [{ message: 'notSubscribed', data, place, atMost: 'warning' }];
}

/** Verdicts by which something surely stays. What is not known accuses nobody. */
const stays: ReadonlySet<string> = new Set(['not-seen', 'flagged', 'pseudonymised']);

/** Stores that the handler leaves out, though it deletes others. */
function missedStores(
  { deletions, handler, isOpen, reachedFrom }: DeletionEvidence,
  { value, place }: Placed<string>,
  known: Data,
  context: RuleContext,
): readonly Report<MessageId>[] {
  if (handler === null || isOpen || reachedFrom.length === 0 || deletions.length === 0) return [];
  const stores = context.evidence?.stores ?? [];
  // Only where the handler is seen to empty one store is it known to leave out another.
  if (!stores.some(({ deletion }) => deletion.verdict === 'erased')) return [];
  return stores.flatMap(({ deletion, name, written }): Report<MessageId>[] => {
    const certain = written.filter((one) => one.isCertain).map((one) => one.category);
    const personal = personalAmong(context.catalog, distinct(inMarkets(context, certain)));
    if (personal.length === 0 || !stays.has(deletion.verdict)) return [];
    const kept = categoryNames(context.catalog, personal, marketsOf(context));
    const data = { ...known, personal, handler: value, store: name, kept };
    const related = [...written.map(({ at }) => ({ place: at, note: 'stored here' })), ...deletion.at];
    return [{ message: 'missed', data, place, related, atMost: 'warning' }];
  });
}

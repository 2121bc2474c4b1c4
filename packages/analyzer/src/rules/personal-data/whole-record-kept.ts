import type { Catalog, CategoryId } from '@leastscope/scope-catalog';
import { distinct } from '../../util/distinct.js';
import { groupBy, type Several } from '../../util/group-by.js';
import { keyOfPlace } from '../../lookups/places.js';
import type { Destination, Outflow } from '../../model/data-flow.js';
import type { DeclaredPurpose } from '../../model/declaration.js';
import { answerOf, type Answer } from '../../purposes/answer-of.js';
import { byHorizon } from '../../purposes/by-horizon.js';
import { joinAtOnePlace } from '../../purposes/join-at-one-place.js';
import { bySensitivity } from '../../purposes/by-sensitivity.js';
import { categoryNames } from '../../purposes/category-names.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Place } from '../../model/place.js';
import type { Report, ReportPoint } from '../define-rule.js';
import { keptRecords } from '../../purposes/kept-records.js';
import type { JudgedData } from '../../purposes/judged-data.js';
import { marketsOf, personalHere } from '../../purposes/markets.js';
import { basisOf, surestOf } from '../../purposes/personal-parts.js';
import { listOf } from '../wording/list-of.js';
import { endpointsIn, partsOf } from '../wording/parts-of.js';
import { alsoLineOf } from '../wording/remedies.js';
import { relatedOfData, whereDeclared, whereHanded } from '../wording/related-places.js';

type MessageId = 'beyond' | 'undeclared' | 'allowed';

/**
 * What is said of where a record goes, of one sink and of several. What is logged is `personal-data-logged`; what
 * escapes is not known to be kept.
 */
const verbs: Readonly<Partial<Record<Destination, readonly [one: string, several: string]>>> = {
  stored: ['stores', 'store'],
  sent: ['sends', 'send'],
  returned: ['returns', 'return'],
  serialised: ['serialises', 'serialise'],
};

const justified =
  'What is kept or passed on whole has to be justified in the review, protected, and deleted in time, down to the last field.';

export const wholeRecordKept = defineRule<MessageId>({
  id: 'whole-record-kept',
  meta: {
    title: 'A response with personal data is stored, sent on, serialised or returned whole.',
    defaultSeverity: 'warning',
    horizon: 'file-and-callers',
    why: 'Whoever takes over a record whole takes over every personal field in it, today’s and those that the platform adds later, needed or not. All of it then has to be justified, protected and deleted in time.',
    fix: 'Take over the fields that the purpose needs, one by one, and let the rest of the record go.',
  },
  messages: {
    beyond: {
      message:
        '{{sinks}}{{where}} {{verb}} {{parts}} whole{{recipient}}, with {{beyondNames}}, which no purpose of this file ({{owners}}) takes.{{basis}}',
      why: justified,
      help: 'Take over the fields that are needed, one by one, and let the rest go.',
    },
    undeclared: {
      message:
        '{{sinks}}{{where}} {{verb}} {{parts}} whole{{recipient}}, with {{beyondNames}}, which {{asked}} may take, but does not declare.{{basis}}',
      why: justified,
      help: 'Take over the fields that are needed, one by one. What {{asked}} needs of this, declare there: {{line}}.',
    },
    allowed: {
      message: '{{sinks}}{{where}} {{verb}} {{parts}} whole{{recipient}}, with {{names}}.{{basis}}',
      why: 'The purposes of this file ({{owners}}) take this data; what the platform adds to the record later goes with it unseen.',
      help: 'Better take over the fields that are needed, one by one.',
    },
  },
  check(context) {
    const groups = [...groupBy(keptRecords(context), groupOf).values()];
    const told = groups.flatMap((outflows) =>
      byHorizon(outflows, ({ point }) => personalHere(context, point.part).map(({ category }) => category)),
    );
    return joinAtOnePlace(told, decisionOf).flatMap((outflows) => toReport(outflows, context));
  },
});

/** One finding a statement that takes records, with all that it takes; by whom it is judged tells findings apart. */
function groupOf({ place, point, owners }: JudgedData<Outflow>): string {
  const isHere = place.file === point.takenAt.file;
  const ids = owners.map(({ id }) => id).join();
  return [keyOfPlace(isHere ? point.takenAt : place), point.to, ids].join('\n');
}

/** A record that is put into one object, which then goes to two sinks, is one decision. */
function decisionOf(outflows: Several<JudgedData<Outflow>>): string {
  const [{ point, horizon, owners }] = outflows;
  const ids = owners.map(({ id }) => id).join();
  return [keyOfPlace(placeOf(outflows)), point.to, point.recipient, horizon, ids].join('\n');
}

function toReport(
  outflows: Several<JudgedData<Outflow>>,
  context: RuleContext,
): readonly Report<MessageId>[] {
  const { catalog } = context;
  const [{ horizon, owners, point }] = outflows;
  const points = outflows.map((outflow) => outflow.point);
  const place = placeOf(outflows);
  const sinks = distinct(points.map(({ sink }) => sink));
  const found = points.flatMap(({ part }) => personalHere(context, part));
  if (found.length === 0) return [];
  const personal = bySensitivity(catalog, distinct(found.map(({ category }) => category)));
  const { never, optional, allowed } = answersTo(personal, owners, catalog);
  const beyond = [...never, ...optional];
  const confidence = surestOf(found);
  const markets = marketsOf(context);
  const report = {
    data: {
      sinks,
      where: whereHanded(point, place),
      verb: verbs[point.to]?.[sinks.length > 1 ? 1 : 0] ?? '',
      parts: partsOf(outflows),
      fields: distinct(points.map(({ part }) => part.path)),
      ...endpointsIn(outflows),
      host: point.recipient ?? '',
      recipient: point.recipient === null ? '' : ` to \`${point.recipient}\``,
      names: categoryNames(catalog, personal, markets),
      beyondNames: categoryNames(catalog, never.length > 0 ? never : optional, markets),
      personal: [...beyond, ...allowed],
      beyond,
      ...undeclaredOf(optional, owners, context),
      owners: listOf(owners.map(({ id }) => id)),
      purposes: owners.map(({ id }) => id),
      basis: basisOf(confidence),
    },
    place,
    horizon,
    points: outflows.flatMap((outflow) => pointsOf(outflow, context)),
    related: [...relatedOfData(points, place), ...owners.map(whereDeclared)],
    confidence,
  };
  if (never.length > 0) return [{ message: 'beyond', ...report }];
  if (optional.length > 0) return [{ message: 'undeclared', ...report }];
  return [{ message: 'allowed', ...report, atMost: 'note' }];
}

function pointsOf({ endpoint, point }: JudgedData<Outflow>, context: RuleContext): readonly ReportPoint[] {
  const { part, recipient, sink, to } = point;
  return personalHere(context, part).map(({ category }) => ({
    endpoint: endpoint.id,
    category,
    field: part.path,
    ...(recipient === null ? {} : { recipient }),
    ...(to === 'stored' ? { store: sink } : { subject: sink }),
  }));
}

/** What the purposes say of each category. */
function answersTo(personal: readonly CategoryId[], owners: readonly DeclaredPurpose[], catalog: Catalog) {
  const by = groupBy(personal, (category) => answerOf(catalog, owners, category));
  const of = (answer: Answer): readonly CategoryId[] => by.get(answer) ?? [];
  return { never: of('never'), optional: of('optional'), allowed: of('allowed') };
}

/** What the kind of a purpose takes once it is declared: who may declare it, and the line to write. */
function undeclaredOf(
  optional: readonly CategoryId[],
  owners: readonly DeclaredPurpose[],
  context: RuleContext,
) {
  const { catalog } = context;
  const able = owners.filter((owner) =>
    optional.some((category) => answerOf(catalog, [owner], category) === 'optional'),
  );
  const asked = listOf(able.map(({ id }) => id));
  return { asked, line: alsoLineOf(optional) };
}

/** Where one record is put into what is kept, it stands there; where several are, at the statement that takes them. */
function placeOf(outflows: Several<JudgedData<Outflow>>): Place {
  const [{ place, point }] = outflows;
  const places = new Set(outflows.map((outflow) => keyOfPlace(outflow.place)));
  return places.size === 1 || place.file !== point.takenAt.file ? place : point.takenAt;
}

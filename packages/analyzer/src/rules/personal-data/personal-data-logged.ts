import type { CategoryId } from '@leastscope/scope-catalog';
import { distinct } from '../../util/distinct.js';
import { groupBy, type Several } from '../../util/group-by.js';
import { keyOfPlace } from '../../lookups/places.js';
import type { Outflow } from '../../model/data-flow.js';
import type { RelatedPlace } from '../../model/place.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report } from '../define-rule.js';
import { byHorizon } from '../../purposes/by-horizon.js';
import { bySensitivity } from '../../purposes/by-sensitivity.js';
import { categoryNames } from '../../purposes/category-names.js';
import { judgedOutflows } from '../../purposes/judged-data.js';
import type { JudgedData } from '../../purposes/judged-data.js';
import { marketsOf, personalHere } from '../../purposes/markets.js';
import { basisOf, surestOf } from '../../purposes/personal-parts.js';
import { endpointsIn, partsOf } from '../wording/parts-of.js';
import { relatedOfData, whereDeclared } from '../wording/related-places.js';

type MessageId = 'field' | 'record';

const why =
  'Logs are copied, kept and read by many; no purpose covers them, and what a seller or buyer wants deleted stays in them.';

export const personalDataLogged = defineRule<MessageId>({
  id: 'personal-data-logged',
  meta: {
    title: 'Personal data, or a record that holds some, goes to a log.',
    defaultSeverity: 'warning',
    horizon: 'file-and-callers',
    why: 'Logs are copied to other systems, kept for long and read by many. No purpose covers them, also not one that allows the data elsewhere, and deletion does not reach them.',
    fix: 'Log an id by which the record can be found, or mask the value before it is logged.',
  },
  messages: {
    field: {
      message: '`{{sink}}` logs {{personal}}: {{parts}}.{{basis}}',
      why,
      help: 'Log an id by which the record can be found, or mask the value first.',
    },
    record: {
      message: '`{{sink}}` logs {{parts}} whole, and with it {{personal}}.{{basis}}',
      why,
      help: 'Log an id by which the record can be found, or the few fields that are needed and personal to nobody.',
    },
  },
  check(context) {
    const logged = judgedOutflows(context).filter(
      ({ point }) => point.to === 'logged' && personalHere(context, point.part).length > 0,
    );
    const groups = [...groupBy(logged, groupOf).values()];
    return groups
      .filter(tellsMoreThanIds(context))
      .flatMap((outflows) =>
        byHorizon(outflows, ({ point }) => categoriesOf(context, point)).map((told) =>
          toReport(told, context),
        ),
      );
  },
});

/** One finding a log, however many fields it takes, and of however many calls. */
function groupOf({ place, point }: JudgedData<Outflow>): string {
  return [keyOfPlace(place), point.sink].join('\n');
}

/** An id alone is what the record can be found by: the log that this rule asks for. */
const ids: ReadonlySet<CategoryId> = new Set(['buyer.id', 'creator.id_open']);

function tellsMoreThanIds(context: RuleContext): (outflows: readonly JudgedData<Outflow>[]) => boolean {
  return (outflows) =>
    outflows.some(
      ({ point }) =>
        point.part.kind === 'record' || categoriesOf(context, point).some((category) => !ids.has(category)),
    );
}

function categoriesOf(context: RuleContext, { part }: Pick<Outflow, 'part'>): readonly CategoryId[] {
  return personalHere(context, part).map(({ category }) => category);
}

function toReport(outflows: Several<JudgedData<Outflow>>, context: RuleContext): Report<MessageId> {
  const { catalog } = context;
  const [{ place, horizon, owners, point }] = outflows;
  const points = outflows.map((outflow) => outflow.point);
  const found = points.flatMap(({ part }) => personalHere(context, part));
  const isRecord = points.some(({ part }) => part.kind === 'record');
  const categories = bySensitivity(catalog, distinct(found.map(({ category }) => category)));
  const confidence = surestOf(found);
  return {
    message: isRecord ? 'record' : 'field',
    data: {
      sink: point.sink,
      parts: partsOf(outflows),
      ...endpointsIn(outflows),
      fields: distinct(points.map(({ part }) => part.path)),
      personal: `${mayBe(points)}${categoryNames(catalog, categories, marketsOf(context))}`,
      categories,
      basis: basisOf(confidence),
    },
    place,
    horizon,
    points: outflows.flatMap(({ endpoint, point: { part } }) =>
      categoriesOf(context, { part }).map((category) => ({
        endpoint: endpoint.id,
        category,
        field: part.path,
      })),
    ),
    related: [...whereTaken(points), ...relatedOfData(points, place), ...owners.map(whereDeclared)],
    confidence,
    ...(isRecord || categories.some((category) => !mute.has(category)) ? {} : { atMost: 'note' as const }),
  };
}

/** What no row names is of one of the categories beside it, and nobody knows of which. */
function mayBe(points: readonly Outflow[]): string {
  return points.every(({ part }) => part.isSomeOf === true) ? 'what may be ' : '';
}

/** What is logged by parts was put together somewhere: there the fields are taken out of the answer. */
function whereTaken(points: readonly Outflow[]): readonly RelatedPlace[] {
  return points.flatMap(({ put }) => (put === null ? [] : [{ place: put, note: 'read here' }]));
}

/** A pseudonym, a parcel's number or a bought article tells of nobody as long as nothing stands beside it in the log. */
const mute: ReadonlySet<CategoryId> = new Set([
  'buyer.id',
  'buyer.purchase',
  'creator.id_open',
  'shipment.tracking',
]);

import type { CategoryId } from '@leastscope/scope-catalog';
import { distinct } from '../../util/distinct.js';
import { groupBy } from '../../util/group-by.js';
import { keyOfPlace } from '../../lookups/places.js';
import type { Outflow } from '../../model/data-flow.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report } from '../define-rule.js';
import { judgedData } from '../../purposes/judged-data.js';
import type { JudgedData } from '../../purposes/judged-data.js';
import { basisOf, personalIn, surestOf } from '../../purposes/personal-parts.js';
import { relatedOfData, whereDeclared, whereHanded } from '../wording/related-places.js';

type MessageId = 'field' | 'record';

const why =
  'Logs are copied, kept and read by many; no purpose covers them, and what a seller or buyer wants deleted stays in them.';

export const personalDataLogged = defineRule<MessageId>({
  id: 'personal-data-logged',
  meta: {
    title: 'Personal data, or a record that holds some, goes to a log.',
    defaultSeverity: 'warning',
    horizon: 'file',
    why: 'Logs are copied to other systems, kept for long and read by many. No purpose covers them, also not one that allows the data elsewhere, and deletion does not reach them.',
    fix: 'Log an id by which the record can be found, or mask the value before it is logged.',
  },
  messages: {
    field: {
      message: '`{{sink}}`{{where}} logs {{personal}}: {{parts}} of `{{endpoint}}`.{{basis}}',
      why,
      help: 'Log an id by which the record can be found, or mask the value first.',
    },
    record: {
      message:
        '`{{sink}}`{{where}} logs {{parts}} of `{{endpoint}}` whole, and with it {{personal}}.{{basis}}',
      why,
      help: 'Log an id by which the record can be found, or the few fields that are needed and personal to nobody.',
    },
  },
  check(context) {
    const logged = judgedData(context.outflows, context).filter(
      ({ point }) => point.to === 'logged' && personalIn(context.catalog, point.part).length > 0,
    );
    return [...groupBy(logged, groupOf).values()].flatMap((outflows) => toReport(outflows, context));
  },
});

/** One finding a log line, however many fields it takes. */
function groupOf({ place, endpoint, point }: JudgedData<Outflow>): string {
  return [keyOfPlace(place), endpoint.id, point.sink].join('\n');
}

function toReport(
  outflows: readonly JudgedData<Outflow>[],
  { catalog }: RuleContext,
): readonly Report<MessageId>[] {
  const [first] = outflows;
  if (first === undefined) return [];
  const { place, owners, endpoint, point } = first;
  const points = outflows.map((outflow) => outflow.point);
  const found = points.flatMap(({ part }) => personalIn(catalog, part));
  const isRecord = points.some(({ part }) => part.kind === 'record');
  const personal = distinct(found.map(({ category }) => category));
  const confidence = surestOf(found);
  return [
    {
      message: isRecord ? 'record' : 'field',
      data: {
        sink: point.sink,
        where: whereHanded(point),
        parts: distinct(points.map(({ part }) => part.path)),
        endpoint: endpoint.id,
        personal,
        basis: basisOf(confidence),
      },
      place,
      related: [...relatedOfData(points), ...owners.map(whereDeclared)],
      confidence,
      ...(isRecord || personal.some((category) => !mute.has(category)) ? {} : { atMost: 'note' as const }),
    },
  ];
}

/** A pseudonym, a parcel's number or a bought article tells of nobody as long as nothing stands beside it in the log. */
const mute: ReadonlySet<CategoryId> = new Set([
  'buyer.id',
  'buyer.purchase',
  'creator.id_open',
  'shipment.tracking',
]);

import { distinct } from '../../util/distinct.js';
import { groupBy } from '../../util/group-by.js';
import { keyOfPlace } from '../../lookups/places.js';
import type { Destination, Outflow } from '../../model/data-flow.js';
import { isAllowed } from '../../purposes/allowed-data.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report } from '../define-rule.js';
import { keptRecords } from '../../purposes/kept-records.js';
import type { JudgedData } from '../../purposes/judged-data.js';
import { basisOf, personalIn, surestOf } from '../../purposes/personal-parts.js';
import { relatedOfData, whereDeclared, whereHanded } from '../wording/related-places.js';

type MessageId = 'beyond' | 'allowed';

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

export const wholeRecordKept = defineRule<MessageId>({
  id: 'whole-record-kept',
  meta: {
    title: 'A response with personal data is stored, sent on, serialised or returned whole.',
    defaultSeverity: 'warning',
    horizon: 'file',
    why: 'Whoever takes over a record whole takes over every personal field in it, today’s and those that the platform adds later, needed or not. All of it then has to be justified, protected and deleted in time.',
    fix: 'Take over the fields that the purpose needs, one by one, and let the rest of the record go.',
  },
  messages: {
    beyond: {
      message:
        '{{sinks}}{{where}} {{verb}} {{parts}} of `{{endpoint}}` whole{{recipient}}: with it goes {{beyond}}, which no purpose of this file ({{purposes}}) allows{{along}}.{{basis}}',
      why: 'What is kept or passed on whole has to be justified in the review, protected, and deleted in time, down to the last field.',
      help: 'Take over the fields that {{purposes:or}} needs, one by one, and let the rest go.',
    },
    allowed: {
      message:
        '{{sinks}}{{where}} {{verb}} {{parts}} of `{{endpoint}}` whole{{recipient}}, with {{personal}}.{{basis}}',
      why: 'The purposes of this file ({{purposes}}) allow this data; what the platform adds to the record later goes with it unseen.',
      help: 'Better take over the fields that are needed, one by one.',
    },
  },
  check(context) {
    return [...groupBy(keptRecords(context), groupOf).values()].flatMap((outflows) =>
      toReport(outflows, context),
    );
  },
});

function groupOf({ place, endpoint, point }: JudgedData<Outflow>): string {
  return [keyOfPlace(place), endpoint.id, point.to].join('\n');
}

function toReport(
  outflows: readonly JudgedData<Outflow>[],
  { catalog }: RuleContext,
): readonly Report<MessageId>[] {
  const [first] = outflows;
  if (first === undefined) return [];
  const { place, owners, endpoint, point } = first;
  const points = outflows.map((outflow) => outflow.point);
  const sinks = distinct(points.map(({ sink }) => sink));
  const found = points.flatMap(({ part }) => personalIn(catalog, part));
  if (found.length === 0) return [];
  const personal = distinct(found.map(({ category }) => category));
  const beyond = personal.filter((category) => !isAllowed(catalog, owners, category));
  const allowed = personal.filter((category) => !beyond.includes(category));
  const confidence = surestOf(found);
  const report = {
    data: {
      sinks,
      where: whereHanded(point),
      verb: verbs[point.to]?.[sinks.length > 1 ? 1 : 0] ?? '',
      parts: distinct(points.map(({ part }) => part.path)),
      endpoint: endpoint.id,
      recipient: point.recipient === null ? '' : ` to \`${point.recipient}\``,
      personal: [...beyond, ...allowed],
      beyond,
      along: allowed.length === 0 ? '' : `; along with ${allowed.map((id) => `\`${id}\``).join(', ')}`,
      purposes: owners.map(({ id }) => id),
      basis: basisOf(confidence),
    },
    place,
    related: [...relatedOfData(points), ...owners.map(whereDeclared)],
    confidence,
  };
  if (beyond.length > 0) return [{ message: 'beyond', ...report }];
  return [{ message: 'allowed', ...report, atMost: 'note' }];
}

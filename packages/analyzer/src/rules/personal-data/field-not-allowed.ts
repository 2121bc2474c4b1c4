import { distinct } from '../../util/distinct.js';
import { groupBy, type Several } from '../../util/group-by.js';
import { bySensitivity } from '../../purposes/by-sensitivity.js';
import { categoryNames } from '../../purposes/category-names.js';
import { marketsOf } from '../../purposes/markets.js';
import { keyOfPlace } from '../../lookups/places.js';
import { byHorizon } from '../../purposes/by-horizon.js';
import { joinAtOnePlace } from '../../purposes/join-at-one-place.js';
import { compositionOf, remedyFor } from '../wording/remedies.js';
import { listOf } from '../wording/list-of.js';
import { endpointsIn, partsOf } from '../wording/parts-of.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report } from '../define-rule.js';
import { refusedReads, type RefusedRead } from '../../purposes/refused-reads.js';
import { basisOf, surestOf } from '../../purposes/personal-parts.js';
import { relatedOfData, whereDeclared } from '../wording/related-places.js';
import { ignoredLine } from '../wording/ignored-line.js';
import { decidedApart, isDecided } from '../identity/decided-apart.js';

type MessageId = 'read' | 'handed' | 'undeclared' | 'undeclaredHanded' | 'possible';

const why =
  'The review asks for a purpose behind every field of personal data that the app reads.{{holding}}';
const help = '{{remedy}}';

const id = 'field-not-allowed';

export const fieldNotAllowed = defineRule<MessageId>({
  id,
  meta: {
    title: 'A personal field is read that no purpose of its file allows.',
    defaultSeverity: 'error',
    horizon: 'file-and-callers',
    why: 'A scope opens whole records, so nothing at run time keeps code from reading a field that no purpose needs. The review asks for the minimum of data, field by field. What the kind of a purpose takes only when it is declared is a warning; what it never takes is an error.',
    fix: 'Drop the read, or declare the category under `also` of a purpose whose kind lists it as optional. What the kind never takes needs a purpose of its own.',
  },
  messages: {
    read: {
      message: 'This reads {{title}} ({{parts}}), which no purpose of this file ({{owners}}) takes.{{basis}}',
      why,
      help,
    },
    handed: {
      message:
        'What is handed over here is read for {{title}} in {{readers}} ({{parts}}), which no purpose of this file ({{owners}}) takes.{{basis}}',
      why,
      help,
    },
    undeclared: {
      message: 'This reads {{title}} ({{parts}}), which {{owners}} may take, but does not declare.{{basis}}',
      why,
      help,
    },
    undeclaredHanded: {
      message:
        'What is handed over here is read for {{title}} in {{readers}} ({{parts}}), which {{owners}} may take, but does not declare.{{basis}}',
      why,
      help,
    },
    possible: {
      message:
        'This possibly reads {{title}}: the catalog does not name {{parts}}{{where}}, and all that it names beside it is personal. No purpose of this file ({{owners}}) takes that.',
      why,
      help: 'Drop it. What is needed is read by the name that the platform documents, for a purpose that takes it.',
    },
  },
  check(context) {
    if (context.declaration === null) return [];
    const groups = [...groupBy(refusedReads(context), (read) => groupOf(read, context)).values()];
    const told = groups.flatMap((reads) => byHorizon(reads, ({ point }) => [point.part.path]));
    const apart = told.flatMap((reads) => decidedApart(id, reads, pointOf, context));
    return joinAtOnePlace(apart, ([first]) => decisionOf(first, context)).map((reads) =>
      toReport(reads, context),
    );
  },
});

/** What no row names is of some category or another: no two of these are one thing. */
function isUnnamed({ point }: RefusedRead): boolean {
  return point.part.isSomeOf === true;
}

/** One category of one endpoint in one file wants one decision. A line with a comment of its own has been decided. */
function groupOf(read: RefusedRead, context: RuleContext): string {
  const { place, category, endpoint, owners } = read;
  const ignored = ignoredLine('field-not-allowed', place, context);
  const unnamed = isUnnamed(read) ? keyOfPlace(place) : '';
  return [place.file, category, endpoint.id, ...owners.map(({ id }) => id), ignored, unnamed].join('\n');
}

/** Where one expression reads the answers of several endpoints, it is one decision. */
function decisionOf(read: RefusedRead, context: RuleContext): string {
  const { place, category, answer, horizon, owners } = read;
  const states = [isDecided(id, pointOf(read), context), isUnnamed(read)].map(String);
  return [keyOfPlace(place), category, answer, horizon, ...states, ...owners.map((owner) => owner.id)].join(
    '\n',
  );
}

function pointOf({ place, category, endpoint, point }: RefusedRead) {
  return { endpoint: endpoint.id, category, field: point.part.path, place };
}

function toReport(reads: Several<RefusedRead>, context: RuleContext): Report<MessageId> {
  const { catalog } = context;
  const [first, ...others] = reads;
  const { place, horizon, category, owners, answer } = first;
  const points = reads.map(({ point }) => point);
  const confidence = surestOf(reads);
  const handed = reads.filter(({ point }) => point.place.file !== place.file);
  const { remedy, asked } = remedyFor(category, owners, context, place.file);
  const readers = distinct(handed.map(({ point }) => point.place.file));
  const unnamed = isUnnamed(first);
  const titles = unnamed
    ? bySensitivity(catalog, distinct(points.flatMap(({ part }) => part.categories)))
    : [category];
  return {
    message: unnamed ? 'possible' : messageOf(answer, handed.length),
    data: {
      category,
      title: categoryNames(catalog, titles, marketsOf(context)),
      ...endpointsIn(reads),
      parts: partsOf(reads),
      fields: distinct(points.map(({ part }) => part.path)),
      readers,
      where: readers.length === 0 ? '' : ` in \`${readers.join('`, `')}\``,
      purposes: owners.map(({ id }) => id),
      owners: listOf(answer === 'optional' ? asked : owners.map(({ id }) => id)),
      remedy,
      holding: compositionOf(category, context),
      basis: basisOf(confidence),
    },
    place,
    horizon,
    points: reads.map(pointOf),
    related: [
      ...others
        .filter((other) => other.place === other.point.place && keyOfPlace(other.place) !== keyOfPlace(place))
        .map((other) => ({ place: other.place, note: 'read here too' })),
      ...relatedOfData(points, place),
      ...owners.map(whereDeclared),
    ],
    confidence,
    ...(answer === 'optional' || unnamed ? { atMost: 'warning' as const } : {}),
  };
}

function messageOf(answer: RefusedRead['answer'], handed: number): MessageId {
  if (answer === 'optional') return handed === 0 ? 'undeclared' : 'undeclaredHanded';
  return handed === 0 ? 'read' : 'handed';
}

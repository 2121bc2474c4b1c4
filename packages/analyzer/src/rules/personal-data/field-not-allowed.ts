import type { Catalog, CategoryId } from '@leastscope/scope-catalog';
import { distinct } from '../../util/distinct.js';
import { groupBy } from '../../util/group-by.js';
import { keyOfPlace } from '../../lookups/places.js';
import type { Declaration, DeclaredPurpose } from '../../model/declaration.js';
import { isAllowed, isNeverTaken } from '../../purposes/allowed-data.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report } from '../define-rule.js';
import { refusedReads, type RefusedRead } from '../../purposes/refused-reads.js';
import { basisOf, surestOf } from '../../purposes/personal-parts.js';
import { relatedOfData, whereDeclared } from '../wording/related-places.js';

type MessageId = 'read' | 'handed';

const why =
  'The review accepts only the data that a declared purpose needs; every field beyond it has to be explained there.{{holding}}';
const help = 'Drop it, {{elsewhere}}or {{remedy}}.';

export const fieldNotAllowed = defineRule<MessageId>({
  id: 'field-not-allowed',
  meta: {
    title: 'A personal field is read that no purpose of its file allows.',
    defaultSeverity: 'error',
    horizon: 'file',
    why: 'A scope opens whole records, so nothing at run time keeps code from reading a field that no purpose needs. The review asks for the minimum of data, field by field.',
    fix: 'Drop the read, move it into code of a purpose that needs the category, or allow the category under `also` with its reason. What the kind of the purpose never takes needs a purpose of its own.',
  },
  messages: {
    read: {
      message:
        'This reads `{{category}}` ({{fields}} of `{{endpoint}}`), which no purpose of this file ({{purposes}}) allows.{{basis}}',
      why,
      help,
    },
    handed: {
      message:
        'What is handed over here is read for `{{category}}` in {{readers}} ({{fields}} of `{{endpoint}}`), which no purpose of this file ({{purposes}}) allows.{{basis}}',
      why,
      help,
    },
  },
  check(context) {
    const { declaration } = context;
    if (declaration === null) return [];
    return [...groupBy(refusedReads(context), groupOf).values()].flatMap((reads) =>
      toReport(reads, declaration, context),
    );
  },
});

/** One finding a place and category: however long the chain behind it, it wants one decision. */
function groupOf({ place, category }: RefusedRead): string {
  return `${keyOfPlace(place)} ${category}`;
}

function toReport(
  reads: readonly RefusedRead[],
  declaration: Declaration,
  { catalog }: RuleContext,
): readonly Report<MessageId>[] {
  const [first] = reads;
  if (first === undefined) return [];
  const { place, category, owners, endpoint } = first;
  const points = reads.map(({ point }) => point);
  const confidence = surestOf(reads);
  const readers = distinct(
    points.filter((point) => point.enteredBy !== null).map((point) => point.place.file),
  );
  return [
    {
      message: readers.length === 0 ? 'read' : 'handed',
      data: {
        category,
        endpoint: endpoint.id,
        fields: distinct(points.map(({ part }) => part.path)),
        readers,
        purposes: owners.map(({ id }) => id),
        elsewhere: elsewhere(category, owners, declaration, catalog),
        remedy: remedy(category, owners, catalog),
        holding: holding(category, catalog),
        basis: basisOf(confidence),
      },
      place,
      related: [...relatedOfData(points), ...owners.map(whereDeclared)],
      confidence,
    },
  ];
}

/** The declared purposes that would allow it, were it in their code. */
function elsewhere(
  category: CategoryId,
  owners: readonly DeclaredPurpose[],
  declaration: Declaration,
  catalog: Catalog,
): string {
  const fitting = declaration.purposes
    .filter((purpose) => !owners.includes(purpose) && isAllowed(catalog, [purpose], category))
    .map(({ id }) => id);
  return fitting.length === 0 ? '' : `move it into code of ${listed(fitting)}, `;
}

/** What a kind of purpose never takes, no reason makes part of it. */
function remedy(category: CategoryId, owners: readonly DeclaredPurpose[], catalog: Catalog): string {
  if (isNeverTaken(catalog, owners, category))
    return `declare a purpose of its own for the code that needs it: a purpose of kind ${listed(owners.map(({ kind }) => kind))} never takes \`${category}\``;
  return `allow \`${category}\` under \`also\` of ${listed(owners.map(({ id }) => id))} with the reason`;
}

function listed(names: readonly string[]): string {
  return distinct(names.map((name) => `\`${name}\``)).join(' or ');
}

function holding(category: CategoryId, catalog: Catalog): string {
  const parts = catalog.categoryById.get(category)?.holds ?? [];
  return parts.length === 0 ? '' : ` This one may hold ${parts.map((id) => `\`${id}\``).join(', ')}.`;
}

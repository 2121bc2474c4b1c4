import type { Catalog, CategoryId, EndpointId } from '@leastscope/scope-catalog';
import { groupBy } from '../../util/group-by.js';
import type { FieldRead, Outflow } from '../../model/data-flow.js';
import { isAllowed, isCovered, personalAmong } from '../../purposes/allowed-data.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report } from '../define-rule.js';
import { refusedReads } from '../../purposes/refused-reads.js';
import { findUnread, groupOfUse } from '../../purposes/find-unread.js';
import { judgedUses } from '../../purposes/judged-uses.js';
import type { JudgedUse } from '../../purposes/judged-uses.js';
import { personalIn } from '../../purposes/personal-parts.js';
import { narrowerWays, pointsOf, takenOf, titlesOf } from '../../purposes/taken-data.js';
import type { TakenData } from '../../purposes/taken-data.js';
import { keptRecords } from '../../purposes/kept-records.js';

export const surplusData = defineRule({
  id: 'surplus-data',
  meta: {
    title: 'An endpoint delivers personal data beyond the purpose of the call.',
    defaultSeverity: 'note',
    horizon: 'project',
    why: 'Scopes open whole endpoints, so personal data comes along that the purpose does not need. That is no fault, but the review asks what happens to it.',
    fix: 'Take over only the fields that the purpose needs, and drop the rest on arrival. What the purpose does need belongs under `also` with its reason.',
  },
  messages: {
    surplus: {
      message: '`{{endpoint}}` also delivers {{categories}}, which {{purposes}} does not need.',
      why: 'Personal data that comes along has to be accounted for in the review, even where nothing reads it.',
      help: '{{way}}Take over only the fields that the purpose needs. If one of these is needed, add it under `also` with the reason.',
    },
  },
  check(context) {
    const { declaration, catalog } = context;
    if (declaration === null) return [];
    const said = saidElsewhere(context);
    const covered = judgedUses(context, declaration)
      // What a legacy path delivers, its replacement does not tell.
      .filter(({ use }) => use.fit !== 'legacy')
      .filter(({ endpoint, owners }) => isCovered(catalog, owners, endpoint));
    return [...groupBy(covered, groupOfUse)].flatMap(([group, uses]) =>
      said.groups.has(group) ? [] : surplusOf(uses, said, context),
    );
  },
});

/** One note an endpoint and set of purposes, at the first call. */
function surplusOf(uses: readonly JudgedUse[], said: SaidElsewhere, context: RuleContext): readonly Report[] {
  const { catalog } = context;
  const [first, ...others] = uses;
  if (first === undefined) return [];
  const { endpoint, owners } = first;
  const calls = uses.map(({ use }) => use.place);
  const told = said.data
    .filter(({ point }) => pointsOf([point], endpoint.id, calls).length > 0)
    .map(({ category }) => category);
  const { primary, incidental } = endpoint.categories;
  const categories = personalAmong(catalog, [...primary, ...incidental]).filter(
    (category) => !isAllowed(catalog, owners, category) && !told.includes(category),
  );
  if (categories.length === 0) return [];
  const taken = takenOf(catalog, pointsOf([...context.reads, ...context.outflows], endpoint.id, calls));
  return [
    {
      message: 'surplus',
      data: {
        endpoint: endpoint.id,
        categories,
        purposes: owners.map((purpose) => purpose.id),
        way: wayAround(catalog, endpoint.id, taken),
      },
      place: first.use.place,
      related: others.map(({ use }) => ({ place: use.place, note: 'called here too' })),
    },
  ];
}

/** What other rules say of the same calls: it is not said twice. */
interface SaidElsewhere {
  /** Groups of calls that `unread-data` speaks of. */
  readonly groups: ReadonlySet<string>;
  readonly data: readonly { readonly point: FieldRead | Outflow; readonly category: CategoryId }[];
}

function saidElsewhere(context: RuleContext): SaidElsewhere {
  const { asked, catalog } = context;
  const unread = asked.has('unread-data') ? findUnread(context) : [];
  const read = asked.has('field-not-allowed') ? refusedReads(context) : [];
  const kept = asked.has('whole-record-kept') ? keptRecords(context) : [];
  return {
    groups: new Set(unread.map(({ uses: [first] }) => groupOfUse(first))),
    data: [
      ...read,
      ...kept.flatMap(({ point }) =>
        personalIn(catalog, point.part).map(({ category }) => ({ point, category })),
      ),
    ],
  };
}

/** Whether it could be avoided, and how; nothing where it is not known what is read. */
function wayAround(catalog: Catalog, endpoint: EndpointId, taken: TakenData): string {
  if (taken.isOpen || taken.paths.length === 0) return '';
  const ways = narrowerWays(catalog, endpoint, taken);
  if (ways.length === 0) return 'No narrower way is known that carries what is read. ';
  return `It can be avoided, since all that is read comes with less: ${titlesOf(ways)}. `;
}

import type { Catalog, CategoryId, Endpoint } from '@leastscope/scope-catalog';
import { groupBy, type Several } from '../../util/group-by.js';
import type { FieldRead, Outflow } from '../../model/data-flow.js';
import { isAllowed, isCovered, personalAmong } from '../../purposes/allowed-data.js';
import { categoryNames } from '../../purposes/category-names.js';
import { inMarkets, marketsOf } from '../../purposes/markets.js';
import { listOf } from '../wording/list-of.js';
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
    fix: 'Take over only the fields that the purpose needs, and drop the rest on arrival.',
  },
  messages: {
    surplus: {
      message: '`{{endpoint}}` also delivers {{names}}, which no purpose of this file ({{owners}}) takes.',
      why: 'Personal data that comes along has to be accounted for in the review, even where nothing reads it.',
      help: '{{way}}',
    },
  },
  check(context) {
    const { declaration, catalog } = context;
    if (declaration === null) return [];
    const said = saidElsewhere(context);
    const covered = judgedUses(context)
      // What a legacy path delivers, its replacement does not tell.
      .filter(({ use }) => use.fit !== 'legacy')
      .filter(({ endpoint, owners }) => isCovered(catalog, owners, endpoint));
    return [...groupBy(covered, groupOfUse)].flatMap(([group, uses]) =>
      said.groups.has(group) ? [] : surplusOf(uses, said, context),
    );
  },
});

/** One note an endpoint and set of purposes, at the first call. */
function surplusOf(uses: Several<JudgedUse>, said: SaidElsewhere, context: RuleContext): readonly Report[] {
  const { catalog } = context;
  const [first, ...others] = uses;
  const { endpoint, owners } = first;
  const calls = uses.map(({ use }) => use.place);
  const points = pointsOf(context, endpoint.id, calls);
  const ofCalls = new Set(points);
  const told = said.data.filter(({ point }) => ofCalls.has(point)).map(({ category }) => category);
  const categories = inMarkets(context, personalAmong(catalog, deliveredBy(endpoint))).filter(
    (category) => !isAllowed(catalog, owners, category) && !told.includes(category),
  );
  if (categories.length === 0) return [];
  const taken = takenOf(catalog, points);
  const way = wayAround(catalog, uses, taken);
  if (way === null) return [];
  return [
    {
      message: 'surplus',
      data: {
        endpoint: endpoint.id,
        categories,
        names: categoryNames(catalog, categories, marketsOf(context)),
        purposes: owners.map((purpose) => purpose.id),
        owners: listOf(owners.map((purpose) => purpose.id)),
        way,
      },
      place: first.use.place,
      points: categories.map((category) => ({
        endpoint: endpoint.id,
        category,
        purpose: owners.map((purpose) => purpose.id).join(', '),
        place: 'app' as const,
      })),
      related: others.map(({ use }) => ({ place: use.place, note: 'called here too' })),
    },
  ];
}

/** What comes back. What a write is called for, it takes. */
function deliveredBy({ access, categories: { primary, incidental } }: Endpoint): readonly CategoryId[] {
  return access === 'write' ? incidental : [...primary, ...incidental];
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

/**
 * How it could be avoided; where it is not known what is read, what to take care of. Null where it is known, no narrower
 * way carries it and nothing else is taken over: then there is nothing to do, and the papers account for it.
 */
function wayAround(catalog: Catalog, uses: Several<JudgedUse>, taken: TakenData): string | null {
  if (taken.isOpen || taken.paths.length === 0) return 'Take over only the fields that the purpose needs.';
  const calls = uses.map(({ use }) => use);
  const ways = narrowerWays(catalog, uses[0].endpoint.id, taken, calls);
  return ways.length > 0
    ? `Where it fits, the fields that are read come with less: ${titlesOf(ways)}.`
    : null;
}

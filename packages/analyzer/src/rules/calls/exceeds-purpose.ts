import type { Catalog } from '@leastscope/scope-catalog';
import { answeringPlace } from '../../lookups/answering-place.js';
import type { FieldRead, Outflow } from '../../model/data-flow.js';
import { groupBy } from '../../util/group-by.js';
import type { Declaration } from '../../model/declaration.js';
import type { Use } from '../../model/needs.js';
import { distinct } from '../../util/distinct.js';
import { personalAmong, refusalOf, undeclaredOf } from '../../purposes/allowed-data.js';
import { byFit } from '../../purposes/fit-of-kind.js';
import { inMarkets, marketsOf } from '../../purposes/markets.js';
import { categoryNames } from '../../purposes/category-names.js';
import { listOf } from '../wording/list-of.js';
import { alsoLine, kindsTaking } from '../wording/remedies.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report } from '../define-rule.js';
import { decidedApart } from '../identity/decided-apart.js';
import { judgedUses } from '../../purposes/judged-uses.js';
import type { JudgedUse } from '../../purposes/judged-uses.js';
import { nearestPurpose } from '../../purposes/nearest-purpose.js';
import { relatedOf, whereDeclared } from '../wording/related-places.js';
import { narrowerWays, pointsOf, takenOf, titlesOf } from '../../purposes/taken-data.js';

type MessageId = 'category' | 'undeclared' | 'access' | 'noPurpose';

const why = 'The review asks for a purpose behind every access to data.{{brings}}';

export const exceedsPurpose = defineRule<MessageId>({
  id: 'exceeds-purpose',
  meta: {
    title: 'A call reads or writes what no declared purpose of its file covers.',
    defaultSeverity: 'error',
    horizon: 'file',
    why: 'The data security and privacy review asks for the business purpose behind every access. A call is covered when at least one purpose that owns its file takes what the endpoint is called for, and writes if the endpoint writes. What the kind of a purpose takes only when it is declared is a warning; what it never takes is an error.',
    fix: 'Move the call into code of a purpose that needs it, declare the purpose it really serves, declare one more category under `also` of a purpose whose kind lists it as optional, or drop the call.',
  },
  messages: {
    category: {
      message: '`{{endpoint}}` is called for {{names}}, which no purpose of this file ({{owners}}) takes.',
      why,
      help: '{{elsewhere}}or drop the call.{{instead}}',
    },
    undeclared: {
      message: '`{{endpoint}}` is called for {{names}}, which {{owners}} may take, but does not declare.',
      why,
      help: 'If {{owners}} needs it, declare it there: {{also}}. If not, drop the call.{{instead}}',
    },
    access: {
      message:
        '`{{endpoint}}` writes, and no purpose of this file that may see its data ({{owners}}) writes.',
      why,
      help: '{{elsewhere}}or drop the call.',
    },
    noPurpose: {
      message:
        'This file calls `{{endpoint}}` and belongs to no declared purpose; the nearest is `{{nearest}}`.',
      why: 'The review asks for a purpose behind every access.{{brings}}',
      help: 'Add the file to the `code` of `{{nearest}}` or of the purpose it serves, or write `// leastscope-purpose {{nearest}}` at its top.',
    },
  },
  check(context) {
    const { declaration } = context;
    if (declaration === null || declaration.purposes.length === 0) return [];
    const uses = judgedUses(context);
    return [
      ...uses
        .filter((judged) => judged.owners.length > 0)
        .flatMap((judged) => exceeding(judged, declaration, context)),
      ...withoutPurpose(uses, declaration, context),
    ];
  },
});

/** The smallest step to put right is what is said. */
const bySmallestStep = ['access', 'undeclared', 'category'] as const;

function exceeding(
  judged: JudgedUse,
  declaration: Declaration,
  context: RuleContext,
): readonly Report<MessageId>[] {
  const { catalog } = context;
  const { use, endpoint, owners } = judged;
  const refusals = owners.map((purpose) => ({ purpose, refusal: refusalOf(catalog, purpose, endpoint) }));
  if (refusals.some(({ refusal }) => refusal === null)) return [];
  const message =
    bySmallestStep.find((step) => refusals.some(({ refusal }) => refusal === step)) ?? 'category';
  const refusing = refusals.filter(({ refusal }) => refusal === message).map(({ purpose }) => purpose);
  const undeclared = distinct(refusing.flatMap((purpose) => undeclaredOf(catalog, purpose, endpoint)));
  const data = dataOf(judged, context);
  return [
    {
      message,
      data: {
        ...data,
        names: categoryNames(
          catalog,
          message === 'undeclared' ? undeclared : endpoint.categories.primary,
          marketsOf(context),
        ),
        owners: listOf(refusing.map(({ id }) => id)),
        purposes: refusing.map((purpose) => purpose.id),
        also: undeclared.slice(0, 1).map(alsoLine).join(''),
        elsewhere: elsewhere(judged, declaration, context),
        instead: instead(judged, context),
      },
      place: use.place,
      related: [...relatedOf(use), ...refusing.map(whereDeclared)],
      ...(message === 'undeclared' ? { atMost: 'warning' as const } : {}),
    },
  ];
}

/** One finding a file, at its first call: the whole file wants one decision. */
function withoutPurpose(
  uses: readonly JudgedUse[],
  declaration: Declaration,
  context: RuleContext,
): readonly Report<MessageId>[] {
  const { catalog } = context;
  const homeless = groupBy(
    uses.filter((judged) => judged.owners.length === 0),
    (judged) => judged.use.place.file,
  );
  const apart = [...homeless.values()].flatMap((calls) =>
    decidedApart('exceeds-purpose', calls, pointOf, context),
  );
  return apart.flatMap((calls) => {
    const [first] = calls;
    const nearest = nearestPurpose(first.use.place.file, calls, declaration, catalog);
    if (nearest === null) return [];
    return {
      message: 'noPurpose',
      data: { ...dataOf(first, context), nearest: nearest.id },
      place: first.use.place,
      points: calls.map(pointOf),
      related: [...relatedOf(first.use), whereDeclared(nearest)],
    };
  });
}

function pointOf({ called, use }: JudgedUse) {
  return { endpoint: called, place: use.place };
}

function dataOf({ endpoint, called }: JudgedUse, context: RuleContext) {
  const { catalog } = context;
  const { primary, incidental } = endpoint.categories;
  const personal = personalAmong(catalog, [...primary, ...incidental]);
  const here = categoryNames(catalog, inMarkets(context, personal), marketsOf(context));
  const brings = here === '' ? '' : ` This call brings ${here}.`;
  return { endpoint: called, categories: primary, personal, brings };
}

/** The declared purposes that would cover the call, were it in their code; where none would, the kinds that do. */
function elsewhere(
  { endpoint, owners, use }: JudgedUse,
  declaration: Declaration,
  context: RuleContext,
): string {
  const { catalog } = context;
  const fitting = declaration.purposes
    .filter((purpose) => !owners.includes(purpose) && refusalOf(catalog, purpose, endpoint) === null)
    .map(({ id }) => id);
  if (fitting.length > 0) return `Move it into code of ${listOf(fitting)}, `;
  const kinds = distinct(endpoint.categories.primary.flatMap((category) => kindsTaking(category, catalog)));
  const able = kinds.filter((kind) => endpoint.access !== 'write' || writes(kind, catalog));
  const fit = byFit(able, use.place.file, context);
  return `Declare a purpose that needs it${fit.length === 0 ? '' : `, such as one of kind ${listOf(fit)}`}, `;
}

function writes(kind: string, catalog: Catalog): boolean {
  return catalog.purposeByKind.get(kind)?.access.includes('write') ?? false;
}

/**
 * Whether another file loses what was handed to it. An editor sees no callers of that file, so it takes for lost what
 * such a caller gets.
 */
function isLostElsewhere(point: FieldRead | Outflow, { place }: Use): boolean {
  return point.kind === 'outflow' && point.to === 'escaped' && point.place.file !== place.file;
}

/**
 * A narrower way that carries all that this file reads of it. Only what the file itself answers for is asked, so that an
 * editor, which does not see who else is handed the answer, says the same.
 */
function instead({ use, endpoint }: JudgedUse, context: RuleContext): string {
  const { catalog } = context;
  const here = pointsOf(context, endpoint.id, [use.place]).filter(
    (point) =>
      !point.isBeyondImports && answeringPlace(point).file === use.place.file && !isLostElsewhere(point, use),
  );
  const ways = narrowerWays(catalog, endpoint.id, takenOf(catalog, here), [use]);
  return ways.length === 0
    ? ''
    : ` Where it fits, the fields that this file reads of it come with less: ${titlesOf(ways)}.`;
}

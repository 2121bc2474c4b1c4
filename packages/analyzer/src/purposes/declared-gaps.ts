import type { CategoryId } from '@leastscope/scope-catalog';
import { compareText } from '../lookups/places.js';
import type { Declaration, DeclaredPurpose, DeclaredRecipient } from '../model/declaration.js';
import type { Evidence } from '../model/evidence.js';
import type { Place } from '../model/place.js';
import type { RuleContext } from '../model/judgement.js';
import { groupBy, type Several } from '../util/group-by.js';
import { isPromised } from './promised-data.js';
import { categoriesOf, ownersOf, shownAt, type ShownData } from './shown-data.js';
import { isValid } from './valid-purposes.js';

/** Data that goes to a declared recipient, and that a line of the declaration about it leaves out. */
export interface SharingGap {
  readonly recipient: DeclaredRecipient;
  readonly purpose: DeclaredPurpose | null;
  readonly categories: readonly CategoryId[];
  readonly at: readonly Place[];
}

/** Purposes whose `shareWith` leaves out a recipient that their data is seen to reach. */
export function unsharedWith(
  declaration: Declaration,
  evidence: Evidence,
  context: RuleContext,
): readonly SharingGap[] {
  const shown = shownAt('recipient', evidence, context).flatMap((one) =>
    ownersOf(one.data, declaration, context)
      .filter(({ shareWith }) => !shareWith.includes(one.id))
      .map((purpose) => ({ ...one, purpose })),
  );
  return [...groupBy(shown, ({ id, purpose }) => `${purpose.id}\0${id}`).values()].flatMap((group) =>
    gapOf(group, group[0].purpose, declaration, context),
  );
}

/** Recipients that get more than they are declared to receive; one that names nothing promises nothing. */
export function beyondReceives(
  declaration: Declaration,
  evidence: Evidence,
  context: RuleContext,
): readonly SharingGap[] {
  const receives = new Map(declaration.evidence.recipients.map((one) => [one.id, one.receives]));
  const beyond = shownAt('recipient', evidence, context).filter(({ data, id }) => {
    const promised = receives.get(id) ?? [];
    return promised.length > 0 && !isPromised(data.category, promised, context.catalog);
  });
  return [...groupBy(beyond, ({ id }) => id).values()].flatMap((group) =>
    gapOf(group, null, declaration, context),
  );
}

function gapOf(
  group: Several<ShownData>,
  purpose: DeclaredPurpose | null,
  { evidence: { recipients } }: Declaration,
  context: RuleContext,
): readonly SharingGap[] {
  const recipient = recipients.find(({ id }) => id === group[0].id);
  if (recipient === undefined || !isValid(recipient, context)) return [];
  return [{ recipient, purpose, categories: categoriesOf(group), at: group.map(({ data }) => data.at) }];
}

/** A purpose that keeps nothing by its own words, and what of its data the code stores. */
export interface KeptAnyway {
  readonly purpose: DeclaredPurpose;
  readonly period: string;
  readonly categories: readonly CategoryId[];
  readonly at: readonly Place[];
}

export function keptAnyway(
  declaration: Declaration,
  evidence: Evidence,
  context: RuleContext,
): readonly KeptAnyway[] {
  const kept = shownAt('store', { ...evidence, stores: asDeclared(evidence) }, context)
    .flatMap(({ data, id }) => ownersOf(data, declaration, context).map((purpose) => ({ data, id, purpose })))
    .flatMap((one) => {
      const period = periodFor(one.purpose, one.data.category);
      return period !== null && isNothing(period) ? [{ ...one, period }] : [];
    });
  return [...groupBy(kept, ({ period, purpose }) => `${purpose.id}\0${period}`).values()].map((group) => {
    const [{ period, purpose }] = group;
    return { period, purpose, categories: categoriesOf(group), at: group.map(({ data }) => data.at) };
  });
}

/** What is stored is kept, whether or not the declaration names the store. */
function asDeclared({ stores }: Evidence): Evidence['stores'] {
  return stores.map((store) => ({ ...store, declaredAs: { kind: 'store', id: store.name } }));
}

function periodFor({ retention }: DeclaredPurpose, category: CategoryId): string | null {
  const own = retention?.byCategory.find((one) => one.category === category);
  return own?.period ?? retention?.period ?? null;
}

/** `P0D`. */
function isNothing(period: string): boolean {
  return /^P[0YMWDTHS]+$/.test(period) && period.includes('0');
}

/** Declared recipients that a saved copy of the notice does not name, by any of their names. */
export function unnamedIn(
  mention: (name: string) => boolean,
  { evidence: { recipients } }: Declaration,
  evidence: Evidence,
): readonly { readonly recipient: DeclaredRecipient; readonly names: readonly string[] }[] {
  return recipients.flatMap((recipient) => {
    const own = evidence.recipients.filter(({ declaredAs }) => declaredAs?.id === recipient.id);
    const seen = own.flatMap(({ host, name }) => (host === null ? [name] : [name, host]));
    const names = [...new Set([recipient.name, ...recipient.aka, ...recipient.hosts, ...seen])];
    return names.some(mention) ? [] : [{ recipient, names: [...names].sort(compareText) }];
  });
}

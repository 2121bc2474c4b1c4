import type { CategoryId } from '@leastscope/scope-catalog';
import { keyOfPlace } from '../lookups/places.js';
import { isKnown } from './known-data.js';
import type { Destination, Outflow } from '../model/data-flow.js';
import type { RelatedPlace } from '../model/place.js';
import type { RuleContext } from '../model/judgement.js';
import { judgedOf } from './judged-data.js';
import { inMarkets } from './markets.js';
import { personalIn } from './personal-parts.js';
import { categoryNames } from './category-names.js';
import { distinct } from '../util/distinct.js';
import { groupBy } from '../util/group-by.js';

/** Personal data that the code is seen to hand to a store, or to another host. */
export interface KeptData {
  readonly point: Outflow;
  readonly personal: readonly CategoryId[];
}

export function keptData(to: Destination, context: RuleContext): readonly KeptData[] {
  const told = context.outflows.filter((point) => point.to === to && isKnown(point, context));
  return judgedOf(told, context)
    .map(({ point }) => ({
      point,
      personal: inMarkets(
        context,
        personalIn(context.catalog, point.part).map(({ category }) => category),
      ),
    }))
    .filter(({ personal }) => personal.length > 0);
}

/** Once for each statement that takes some, however many fields and calls it takes them from. */
export function placesOf(
  data: readonly KeptData[],
  deed: string,
  { catalog }: Pick<RuleContext, 'catalog'>,
): readonly RelatedPlace[] {
  const bySink = groupBy(data, ({ point }) => `${keyOfPlace(point.takenAt)} ${point.sink}`);
  return [...bySink.values()].map((taken) => {
    const [{ point }] = taken;
    const personal = distinct(taken.flatMap((one) => one.personal));
    return { place: point.takenAt, note: `\`${point.sink}\` ${deed} ${categoryNames(catalog, personal)}` };
  });
}

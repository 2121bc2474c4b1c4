import type { CategoryId } from '@leastscope/scope-catalog';
import type { Destination, Outflow } from '../model/data-flow.js';
import type { RelatedPlace } from '../model/place.js';
import type { RuleContext } from '../model/judgement.js';
import { judgedData } from './judged-data.js';
import { personalIn } from './personal-parts.js';

/** Personal data that the code is seen to hand to a store, or to another host. */
export interface KeptData {
  readonly point: Outflow;
  readonly personal: readonly CategoryId[];
}

export function keptData(to: Destination, context: RuleContext): readonly KeptData[] {
  return judgedData(context.outflows, context)
    .filter(({ point }) => point.to === to)
    .map(({ point }) => ({
      point,
      personal: personalIn(context.catalog, point.part).map(({ category }) => category),
    }))
    .filter(({ personal }) => personal.length > 0);
}

export function placesOf(data: readonly KeptData[], deed: string): readonly RelatedPlace[] {
  return data.map(({ point, personal }) => ({
    place: point.place,
    note: `\`${point.sink}\` ${deed} ${personal.map((id) => `\`${id}\``).join(', ')}`,
  }));
}

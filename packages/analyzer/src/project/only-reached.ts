import { offsetOf } from '../lookups/place-of.js';
import type { FieldRead, Flows, Outflow } from '../model/data-flow.js';
import type { Needs, Use } from '../model/needs.js';
import type { Place } from '../model/place.js';
import { isOutside } from './paths.js';
import { createReach, type Reached } from './reached-code.js';
import type { Session } from './session.js';
import type { SharedCode } from './shared-code.js';

type Settled = Pick<Needs, 'uses' | 'open' | 'unreached'>;

/** Leaves out what stands in shared code that this project does not run, and doubts what it may run. */
export interface OnlyReached {
  readonly settled: (calls: Settled) => Settled;
  readonly flows: (flows: Flows) => Flows;
  readonly placed: <One extends { readonly place: Place }>(all: readonly One[]) => readonly One[];
}

export function onlyReached(session: Session, shared: SharedCode): OnlyReached {
  const reachOf = createReach(session, shared);
  const at = (place: Place): Reached => {
    if (!isOutside(place.file)) return 'yes';
    const facts = session.modules.facts(place.file);
    return facts === null ? 'yes' : reachOf(place.file, offsetOf(facts.lineStarts, place.start));
  };
  const points = <One extends FieldRead | Outflow>(all: readonly One[]): readonly One[] =>
    all.flatMap((one): readonly One[] => {
      const reached = least(at(one.place), at(one.use));
      if (reached === 'no') return [];
      return [reached === 'yes' ? one : { ...one, isCertain: false }];
    });
  return {
    settled: ({ uses, open, unreached }) => ({
      uses: uses.flatMap((use): readonly Use[] => {
        const reached = at(use.place);
        if (reached === 'no') return [];
        return [reached === 'yes' ? use : { ...use, state: 'possibly-needed' }];
      }),
      open: open.filter(({ place }) => at(place) !== 'no'),
      unreached: unreached.filter(({ place }) => at(place) !== 'no'),
    }),
    flows: ({ reads, outflows, escapedFields, exposedSecrets }) => ({
      exposedSecrets: exposedSecrets.filter(({ place }) => at(place) === 'yes'),
      reads: points(reads),
      outflows: points(outflows),
      escapedFields: points(escapedFields),
    }),
    placed: (all) => all.filter(({ place }) => at(place) !== 'no'),
  };
}

function least(...all: readonly Reached[]): Reached {
  if (all.includes('no')) return 'no';
  return all.includes('maybe') ? 'maybe' : 'yes';
}

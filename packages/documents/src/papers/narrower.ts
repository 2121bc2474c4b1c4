import type { ScopeNeed } from '@leastscope/analyzer';
import { changesSome } from '@leastscope/scope-catalog';
import type { Cell } from '../cells/cell.js';
import { missing, said } from '../cells/make-cells.js';
import { entryOf, type Entry } from '../cells/table.js';
import type { Dossier } from '../dossier/dossier.js';
import { spotOf } from '../cells/cell.js';
import * as describe from './describe.js';
import { endpointsOf } from './scope-data.js';

/** Per called endpoint: that the catalog knows no narrower way, that the one it knows is not enough, or why it is not taken. */
export function whyNotNarrower(need: ScopeNeed, dossier: Dossier): Entry {
  const cells = endpointsOf(need).flatMap(([endpoint]) => answersFor(endpoint, dossier));
  return entryOf(cells, said('the catalog knows no narrower endpoint', 'catalog'));
}

function answersFor(endpoint: string, dossier: Dossier): readonly Cell[] {
  const { analysis, catalog, claims } = dossier;
  const given = claims.purposes.flatMap(({ notNarrower }) =>
    notNarrower
      .filter((one) => one.endpoint === endpoint)
      .map(({ because, place }) => said(`${endpoint}: ${because}`, 'declaration', [place])),
  );
  if (given.length > 0) return given;
  const surplus = analysis.findings.filter(
    ({ data, rule, suppressed }) =>
      rule === 'surplus-data' && suppressed === null && Object.values(data).flat().includes(endpoint),
  );
  if (surplus.length > 0) {
    const key = `purposes[].notNarrower for ${endpoint}`;
    return [
      missing(
        key,
        describe.who.engineering,
        surplus.map(({ place }) => spotOf(place)),
      ),
    ];
  }
  const ways = catalog.alternatives
    .filter((row) => row.endpoint === endpoint && changesSome(row, analysis.needs.uses))
    .map(({ title }) => title);
  if (ways.length === 0) return [];
  return [
    said(
      `${endpoint}: none of the ways to less is seen to carry all that the code reads: ${ways.join('; ')}`,
      'derived',
    ),
  ];
}

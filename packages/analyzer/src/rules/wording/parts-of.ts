import type { FieldRead, Outflow } from '../../model/data-flow.js';
import type { JudgedData } from '../../purposes/judged-data.js';
import { distinct } from '../../util/distinct.js';
import { groupBy } from '../../util/group-by.js';
import { joined } from './joined.js';

type Judged = JudgedData<FieldRead | Outflow>;

const mostShown = 3;

/** "`data.orders[].name` and `data.orders[].cpf` of `GET /order/202507/orders`"; of several calls, each after the other. */
export function partsOf(all: readonly Judged[]): string {
  const byEndpoint = [...groupBy(all, ({ endpoint, point }) => point.part.calledAs ?? endpoint.id)];
  const shown = byEndpoint
    .slice(0, mostShown)
    .map(([id, some]) => `${shortened(distinct(some.map(({ point }) => point.part.path)))} of \`${id}\``);
  const left = byEndpoint.length - shown.length;
  return left > 0 ? `${shown.join(', ')} and of ${String(left)} more endpoints` : joined(shown);
}

/** For machines: the first endpoint, by which exceptions and fingerprints know a finding, and all of them. */
export function endpointsIn(all: readonly Judged[]): {
  readonly endpoint: string;
  readonly endpoints: readonly string[];
} {
  const endpoints = distinct(all.map(({ endpoint }) => endpoint.id));
  return { endpoint: endpoints[0] ?? '', endpoints };
}

function shortened(paths: readonly string[]): string {
  const quoted = paths.map((path) => `\`${path}\``);
  const left = quoted.length - mostShown;
  return left > 0
    ? `${quoted.slice(0, mostShown).join(', ')} and ${String(left)} more fields`
    : joined(quoted);
}

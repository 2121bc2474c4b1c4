import type { Finding } from '@leastscope/analyzer';
import type { Catalog } from '@leastscope/scope-catalog';
import type { Safety } from '../model/operation.js';
import { findPath } from './find-path.js';
import { isSlip } from './is-slip.js';
import { fillIn, isSameShape, methodOf, pathOf } from './paths.js';
import { left, operations, type PlanContext, type Planner } from './planner.js';
import { sharesPath } from './shares-path.js';

/**
 * The path of a deprecated endpoint to that of its replacement, and a misspelt one to what is meant, where nothing else has
 * to change: same method, and as many ids in the same order.
 */
export const replacePath: Planner = (finding, context) => {
  const change = changeFor(finding, context);
  if (change === null) return null;
  if (change.to === null) return left(change.reason);
  const { from, to, safety } = change;
  if (!isSameShape(from, to)) return left(`\`${to}\` takes another method or other ids`);
  const found = findPath(finding, pathOf(from), context);
  if (found === null) return left('the path is put together, or stands elsewhere');
  if (sharesPath(found, finding, context)) return left('the same text is the path of another call too');
  return operations({
    kind: 'replacePath',
    rule: finding.rule,
    finding: finding.place,
    file: found.file,
    range: found.range,
    safety,
    title: `Call \`${to}\` instead`,
    from,
    to,
    text: fillIn(pathOf(to), found.ids),
  });
};

type Change =
  | { readonly from: string; readonly to: string; readonly safety: Safety }
  | { readonly to: null; readonly reason: string };

function changeFor({ rule, data }: Finding, context: PlanContext): Change | null {
  const { catalog } = context;
  const { endpoint, nearest } = data;
  if (typeof endpoint !== 'string') return null;
  if (rule === 'deprecated-endpoint') return replacementOf(endpoint, catalog);
  if (rule !== 'unknown-endpoint' || typeof nearest === 'string') return null;
  const sameMethod = (nearest ?? []).filter((one) => methodOf(one) === methodOf(endpoint));
  const [to, ...others] = sameMethod;
  if (to === undefined) return { to: null, reason: 'nothing that is called with this method is similar' };
  if (others.length > 0) return { to: null, reason: 'several endpoints may be meant' };
  // Such a call fails today. What it would do once it works is harmless only where it reads, and where a slip explains it.
  const isHarmless = isSlip(pathOf(endpoint), pathOf(to)) && isOpenToRead(to, context);
  return { from: endpoint, to, safety: isHarmless ? 'safe' : 'unsafe' };
}

/** It only reads, and the app requests a scope that opens it. */
function isOpenToRead(to: string, { catalog, declaration }: PlanContext): boolean {
  const endpoint = catalog.endpointById.get(to);
  if (endpoint?.access !== 'read') return false;
  const requested = declaration?.requestedScopes.map(({ value }) => value) ?? endpoint.scopes;
  return endpoint.scopes.length === 0 || endpoint.scopes.some((scope) => requested.includes(scope));
}

/** Another version may answer in another shape: somebody has to look at what reads it. */
function replacementOf(endpoint: string, catalog: Catalog): Change {
  const to =
    catalog.endpointById.get(endpoint)?.replacedBy ?? catalog.legacyById.get(endpoint)?.replacement ?? null;
  return to === null
    ? { to: null, reason: 'no replacement is known' }
    : { from: endpoint, to, safety: 'unsafe' };
}

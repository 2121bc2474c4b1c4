import type { DeclaredException } from '../model/declaration.js';
import type { Finding } from '../model/finding.js';
import type { RuleContext } from '../model/judgement.js';
import { familyOf } from '../purposes/endpoint-family.js';

/** Marks what an exception of the declaration silences, up to and with its last day. */
export function applyExceptions(findings: readonly Finding[], context: RuleContext): readonly Finding[] {
  const holding = exceptionsOf(context).filter((exception) => !isExpired(exception, context));
  return findings.map((finding) => {
    if (finding.suppressed !== null) return finding;
    const fitting = holding.filter((exception) => excepts(exception, finding));
    const [by] = fitting;
    if (by === undefined || !coverAll(fitting, finding)) return finding;
    const reason = `${by.reason} (approved by ${by.approvedBy}, until ${by.until})`;
    return { ...finding, suppressed: { by: 'exception', reason, place: by.place } };
  });
}

export function exceptionsOf(context: RuleContext): readonly DeclaredException[] {
  return context.declaration?.exceptions ?? [];
}

export function isExpired(exception: DeclaredException, { asOf }: RuleContext): boolean {
  return asOf > exception.until;
}

export function excepts(exception: DeclaredException, finding: Finding): boolean {
  if (exception.rule !== finding.rule) return false;
  return fitsScope(exception.scope, finding) && fitsEndpoint(exception.endpoint, finding);
}

function fitsScope(scope: string | null, { data }: Finding): boolean {
  if (scope === null || data['scope'] === scope) return true;
  const scopes = data['scopes'];
  return Array.isArray(scopes) && scopes.includes(scope);
}

/** A finding may speak of several endpoints; it is silenced when each of them is excepted. */
function coverAll(exceptions: readonly DeclaredException[], finding: Finding): boolean {
  return endpointsOf(finding).every((found) => exceptions.some(({ endpoint }) => isOf(endpoint, found)));
}

function fitsEndpoint(endpoint: string | null, finding: Finding): boolean {
  return endpoint === null || endpointsOf(finding).some((found) => isOf(endpoint, found));
}

/** By family: an exception for an endpoint holds for its next version too. */
function isOf(endpoint: string | null, found: string): boolean {
  return endpoint === null || familyOf(found) === familyOf(endpoint);
}

function endpointsOf({ data }: Finding): readonly string[] {
  const { endpoint, endpoints } = data;
  if (endpoints !== undefined && typeof endpoints !== 'string') return endpoints;
  return typeof endpoint === 'string' ? [endpoint] : [];
}

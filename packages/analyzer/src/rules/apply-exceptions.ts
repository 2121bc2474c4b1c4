import type { DeclaredException } from '../model/declaration.js';
import type { Finding } from '../model/finding.js';
import type { RuleContext } from '../model/judgement.js';
import { familyOf } from '../purposes/endpoint-family.js';

/** Marks what an exception of the declaration silences, up to and with its last day. */
export function applyExceptions(findings: readonly Finding[], context: RuleContext): readonly Finding[] {
  const holding = exceptionsOf(context).filter((exception) => !isExpired(exception, context));
  return findings.map((finding) => {
    if (finding.suppressed !== null) return finding;
    const by = holding.find((exception) => excepts(exception, finding));
    if (by === undefined) return finding;
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

/** By family: an exception for an endpoint holds for its next version too. */
function fitsEndpoint(endpoint: string | null, { data }: Finding): boolean {
  const found = data['endpoint'];
  return endpoint === null || (typeof found === 'string' && familyOf(found) === familyOf(endpoint));
}

import type { DeclaredException } from '../model/declaration.js';
import type { Finding, FindingPoint, RuleId } from '../model/finding.js';
import type { RuleContext } from '../model/judgement.js';
import { familyOf } from '../purposes/endpoint-family.js';

/** Marks what exceptions of the declaration silence, up to and with their last day: each of a finding's points has to be. */
export function applyExceptions(findings: readonly Finding[], context: RuleContext): readonly Finding[] {
  const holding = holdingExceptions(context);
  if (holding.length === 0) return findings;
  return findings.map((finding) => {
    if (finding.suppressed !== null) return finding;
    const fitting = finding.points.map((point) => coveredBy(finding.rule, point, holding, context));
    const [by] = fitting;
    if (by === undefined || fitting.some((one) => one === undefined)) return finding;
    const reason = `${by.reason} (approved by ${by.approvedBy}, until ${by.until})`;
    return { ...finding, suppressed: { by: 'exception', reason, place: by.place } };
  });
}

export function exceptionsOf(context: Pick<RuleContext, 'declaration'>): readonly DeclaredException[] {
  return context.declaration?.exceptions ?? [];
}

export function isExpired(exception: DeclaredException, { asOf }: Pick<RuleContext, 'asOf'>): boolean {
  return asOf > exception.until;
}

/** Whether a point is decided already, so that it is told apart from those that are not. */
export function isExcepted(rule: RuleId, point: FindingPoint, context: RuleContext): boolean {
  return coveredBy(rule, point, holdingExceptions(context), context) !== undefined;
}

/** Whether an exception speaks of a finding, or of some of its points. */
export function excepts(exception: DeclaredException, finding: Finding, context: RuleContext): boolean {
  return finding.points.some((point) => covers(exception, finding.rule, point, context));
}

function holdingExceptions(context: RuleContext): readonly DeclaredException[] {
  return exceptionsOf(context).filter((exception) => !isExpired(exception, context));
}

function coveredBy(
  rule: RuleId,
  point: FindingPoint,
  exceptions: readonly DeclaredException[],
  context: RuleContext,
): DeclaredException | undefined {
  return exceptions.find((exception) => covers(exception, rule, point, context));
}

const sameText = ['category', 'field', 'recipient', 'store', 'purpose', 'subject', 'symbol'] as const;

/** All that an exception says has to fit. Endpoints by family: an exception for one holds for its next version too. */
function covers(
  exception: DeclaredException,
  rule: RuleId,
  point: FindingPoint,
  context: Pick<RuleContext, 'catalog' | 'declaration' | 'hasFile'>,
): boolean {
  const { endpoint, scope } = exception;
  return (
    exception.rule === rule &&
    sameText.every((key) => exception[key] === null || exception[key] === point[key]) &&
    (scope === null || point.scopes?.includes(scope) === true) &&
    (endpoint === null || point.family === familyOf(context.catalog, endpoint)) &&
    isInFile(exception, point, context)
  );
}

/**
 * A file that is gone was most likely renamed: then the function goes on by its name. Not in a file that was named at the same
 * time, for both were there then.
 */
function isInFile(
  exception: DeclaredException,
  { file }: FindingPoint,
  context: Pick<RuleContext, 'declaration' | 'hasFile'>,
): boolean {
  if (exception.file === null || exception.file === file) return true;
  if (exception.symbol === null || file === undefined || context.hasFile(exception.file)) return false;
  return !exceptionsOf(context).some((other) => other.file === file && isOfSameTime(other, exception));
}

function isOfSameTime(a: DeclaredException, b: DeclaredException): boolean {
  const { batch, until, reason, approvedBy } = a;
  return batch === b.batch && until === b.until && reason === b.reason && approvedBy === b.approvedBy;
}

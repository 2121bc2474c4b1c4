import type { Analysis, Finding } from '@leastscope/analyzer';
import type { Operation } from '../model/operation.js';

/**
 * Holds the analysis of the changed code against the one before: which operations did not take their finding away, or
 * brought another one, and why, in half a sentence. Operations that did as they should are not in it.
 */
export function findFailures(
  before: Analysis,
  after: Analysis,
  operations: readonly Operation[],
): ReadonlyMap<Operation, string> {
  const failures = new Map<Operation, string>();
  for (const operation of operations) {
    const brought = broughtBy(operation, operations, before, after);
    if (brought !== undefined) failures.set(operation, `it would bring ${brought.rule}: ${brought.message}`);
    else if (!readsAsExpected(operation, after))
      failures.set(operation, 'what is read of the answer would not be what it brings');
    else if (stays(operation, operations, before, after)) failures.set(operation, 'the finding would stay');
  }
  return failures;
}

/** Of the other endpoint's answer, what was read of the former one's. */
function readsAsExpected(operation: Operation, { needs }: Analysis): boolean {
  if (operation.kind !== 'useNarrower') return true;
  const read = new Set(
    needs.reads.filter(({ part }) => part.endpoint === operation.to).map(({ part }) => part.path),
  );
  return operation.expected.every((path) => read.has(path));
}

/** Of several findings that say the same, as many as were meant have to go. */
function stays(
  operation: Operation,
  operations: readonly Operation[],
  before: Analysis,
  after: Analysis,
): boolean {
  const own = before.findings.find(
    ({ rule, place }) => rule === operation.rule && place === operation.finding,
  );
  if (own === undefined) return false;
  // A comment speaks of one line; what the rest of a file says of the same may be told of the next one.
  if (operation.kind === 'addIgnore')
    return count(after.findings, isSilencedAs(operation)) <= count(before.findings, isSilencedAs(operation));
  const isSame = (finding: Finding): boolean => identity(finding) === identity(own);
  const meant = operations.filter(({ finding }) =>
    active(before).some((one) => one.place === finding && isSame(one)),
  );
  const places = new Set(meant.map(({ finding }) => finding));
  return count(active(after), isSame) > count(active(before), isSame) - places.size;
}

function isSilencedAs({ rule, file }: Operation): (finding: Finding) => boolean {
  return (finding) => finding.suppressed !== null && finding.rule === rule && finding.place.file === file;
}

/**
 * A finding of a rule that had fewer in one of the files. Not of `unread-data`: that nothing reads a field any more is what
 * was wanted, and it tells what can be done next.
 */
function broughtBy(
  operation: Operation,
  operations: readonly Operation[],
  before: Analysis,
  after: Analysis,
): Finding | undefined {
  const files = [operation.file, operation.finding.file];
  const near = (analysis: Analysis): readonly Finding[] =>
    active(analysis).filter(
      ({ rule, place, severity }) =>
        files.includes(place.file) && severity !== 'note' && rule !== 'unread-data',
    );
  const [old, now] = [near(before), near(after)];
  const known = new Set(old.map(identity));
  return now.find(
    (finding) =>
      !known.has(identity(finding)) &&
      !isOfAnother(finding, operation, operations) &&
      count(now, ({ rule }) => rule === finding.rule) > count(old, ({ rule }) => rule === finding.rule),
  );
}

/** What is said of an endpoint is of the change that leads to it. */
function isOfAnother({ data }: Finding, operation: Operation, operations: readonly Operation[]): boolean {
  const leadsThere = (one: Operation): boolean => one.kind === 'replacePath' && one.to === data['endpoint'];
  return operations.some(leadsThere) && !leadsThere(operation);
}

function active({ findings }: Analysis): readonly Finding[] {
  return findings.filter(({ suppressed }) => suppressed === null);
}

function count(findings: readonly Finding[], fits: (finding: Finding) => boolean): number {
  return findings.filter(fits).length;
}

/** Lines move; what is said of which file stays. */
function identity({ rule, place, message, data }: Finding): string {
  return JSON.stringify([rule, place.file, message, data]);
}

import { identityOf, type Analysis, type Finding, type FindingPoint } from '@leastscope/analyzer';

export interface FocusInput {
  readonly before: Analysis;
  readonly after: Analysis;
  /** Whether a file, relative to the project, has changed. */
  readonly isChanged: (file: string) => boolean;
  /** Whether a file, relative to the project, is in the earlier state, and in the later one. */
  readonly wasThere: (file: string) => boolean;
  readonly isThere: (file: string) => boolean;
  /** Whether a new finding is told at all. */
  readonly isTold: (finding: Finding) => boolean;
}

/**
 * The part of an analysis that a change brought: findings that tell of something that the earlier state had not, known by
 * identity and not by file or line. What moved, was reordered or renamed with its file is not new; what a taken-out scope
 * breaks anywhere is. A file that changed and could not be read is told, since nobody knows what it brought.
 */
export function focusOnChange(input: FocusInput): Analysis {
  const { before, after, isChanged, isTold } = input;
  const old = countsOf(before.findings, input);
  const oldOpen = new Map<string, number>();
  for (const call of before.needs.open) countUp(oldOpen, openKey(call, input.isThere));
  return {
    ...after,
    findings: after.findings.flatMap((finding) => newPart(finding, old, input)).filter(isTold),
    needs: {
      ...after.needs,
      open: after.needs.open.filter(
        (call) => call.fileKind !== 'test' && !takeOne(oldOpen, openKey(call, input.wasThere)),
      ),
      unread: after.needs.unread.filter(({ file }) => isChanged(file)),
    },
  };
}

/** How many findings of before tell of each identity. */
function countsOf(findings: readonly Finding[], { isThere }: FocusInput): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) for (const key of keysOf(finding, isThere)) countUp(counts, key);
  return counts;
}

/** None where all of it was told before; standing at its first new point. */
function newPart(finding: Finding, old: Map<string, number>, { wasThere }: FocusInput): readonly Finding[] {
  // Counted first: every finding of before stands for one of now, shown or not.
  const fresh = new Set(keysOf(finding, wasThere).filter((key) => !takeOne(old, key)));
  if (fresh.size === 0) return [];
  const isFresh = (point: FindingPoint): boolean => fresh.has(keyOf(finding, point, wasThere));
  const first = finding.points.find(isFresh)?.place;
  const stays = finding.points.some((point) => point.place === undefined && isFresh(point));
  if (first === undefined || stays || first.file !== finding.place.file) return [finding];
  return [{ ...finding, place: first }];
}

function keysOf(finding: Finding, isInOther: (file: string) => boolean): readonly string[] {
  return [...new Set(finding.points.map((point) => keyOf(finding, point, isInOther)))];
}

/**
 * The identity, and whether somebody has silenced it. A file that the other state has not was made, renamed or taken out:
 * what is in it is known without the file's name.
 */
function keyOf(
  { rule, suppressed }: Finding,
  point: FindingPoint,
  isInOther: (file: string) => boolean,
): string {
  const { file, ...moved } = point;
  const known = file === undefined || isInOther(file) ? point : moved;
  return `${suppressed === null ? '' : 'silenced '}${identityOf(rule, known)}`;
}

function openKey(
  { place, reason, method, knownPath }: Analysis['needs']['open'][number],
  isInOther: (file: string) => boolean,
): string {
  return JSON.stringify([isInOther(place.file) ? place.file : null, reason, method, knownPath]);
}

function countUp(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Whether one like it is left; takes it away. */
function takeOne(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0;
  if (left > 0) counts.set(key, left - 1);
  return left > 0;
}

import type { Analysis, Finding, RuleInfo } from '@leastscope/analyzer';

export interface FocusInput {
  readonly before: Analysis;
  readonly after: Analysis;
  readonly rules: readonly RuleInfo[];
  /** Whether a file, relative to the project, has changed. */
  readonly isChanged: (file: string) => boolean;
  /** Whether what is found in a file rests on a changed one. */
  readonly dependsOnChanged: (file: string) => boolean;
}

/**
 * The part of an analysis that a change answers for: findings in changed files, in files that rest on them, and those
 * that were not there before (a scope taken out of the declaration breaks calls anywhere). What a rule says of the
 * whole is shown only where its place has changed: the scope change tells the rest.
 */
export function focusOnChange(input: FocusInput): Analysis {
  const { before, after, rules } = input;
  const whole = new Set(rules.filter(({ horizon }) => horizon === 'project').map(({ id }) => id));
  const isOld = countDown(before.findings.map(identity));
  const depends = remember(input.dependsOnChanged);
  const isTouched = (file: string): boolean => input.isChanged(file) || depends(file);
  const isShown = (finding: Finding): boolean => {
    // Counted first: every finding of before stands for one of now, shown or not.
    const isNew = !isOld(identity(finding));
    const { file } = finding.place;
    if (input.isChanged(file)) return true;
    return !whole.has(finding.rule) && (isNew || depends(file));
  };
  return {
    ...after,
    findings: after.findings.filter(isShown),
    needs: {
      ...after.needs,
      open: after.needs.open.filter(({ place, fileKind }) => fileKind !== 'test' && isTouched(place.file)),
      unread: after.needs.unread.filter(({ file }) => input.isChanged(file)),
    },
  };
}

/** Without the line: a finding that merely moved down is not new. */
function identity({ rule, message, place }: Finding): string {
  return JSON.stringify([rule, place.file, message]);
}

/** Says of each item whether one like it is left, and takes it away. */
function countDown(items: readonly string[]): (item: string) => boolean {
  const left = new Map<string, number>();
  for (const item of items) left.set(item, (left.get(item) ?? 0) + 1);
  return (item) => {
    const number = left.get(item) ?? 0;
    left.set(item, number - 1);
    return number > 0;
  };
}

function remember(ask: (file: string) => boolean): (file: string) => boolean {
  const known = new Map<string, boolean>();
  return (file) => {
    const answer = known.get(file) ?? ask(file);
    known.set(file, answer);
    return answer;
  };
}

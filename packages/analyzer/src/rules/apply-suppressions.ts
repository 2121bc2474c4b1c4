import type { Directive } from '../model/directives.js';
import type { Finding } from '../model/finding.js';
import type { RuleContext } from '../model/judgement.js';

/** Marks what a comment silences. A comment without a reason silences nothing. */
export function applySuppressions(findings: readonly Finding[], context: RuleContext): readonly Finding[] {
  const ignores = ignoresOf(context.directives);
  return findings.map((finding) => {
    const by = ignores.find((directive) => directive.reason !== null && silences(directive, finding));
    if (by === undefined || by.reason === null) return finding;
    return { ...finding, suppressed: { by: 'directive', reason: by.reason, place: by.place } };
  });
}

export function ignoresOf(directives: readonly Directive[]): readonly Directive[] {
  return directives.filter((directive) => directive.kind === 'ignore-next-line');
}

/** Same rule, same file, and the line that the comment speaks of. */
export function silences(directive: Directive, finding: Finding): boolean {
  if (directive.rule !== finding.rule || directive.place.file !== finding.place.file) return false;
  return directive.appliesTo === 'file' || directive.appliesTo === finding.place.start.line;
}

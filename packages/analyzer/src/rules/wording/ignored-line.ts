import type { RuleContext } from '../../model/judgement.js';
import type { RuleId } from '../../model/finding.js';
import type { Place } from '../../model/place.js';

/** The line of a place where a comment ignores the rule; empty elsewhere. What is decided there speaks for no other line. */
export function ignoredLine(rule: RuleId, { file, start }: Place, { directives }: RuleContext): string {
  const isIgnored = directives.some(
    (directive) =>
      directive.kind === 'ignore-next-line' &&
      directive.rule === rule &&
      directive.place.file === file &&
      directive.appliesTo === start.line,
  );
  return isIgnored ? String(start.line) : '';
}

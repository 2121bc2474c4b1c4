import { nearestName } from '@leastscope/scope-catalog';
import { ruleIds } from '../../model/finding.js';
import type { Directive } from '../../model/directives.js';
import type { Finding, RuleId } from '../../model/finding.js';
import { ignoresOf, silences } from '../apply-suppressions.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report } from '../define-rule.js';

type MessageId = 'unused' | 'noReason' | 'noRule' | 'unknownRule' | 'unknownPurpose';

export const unusedSuppression = defineRule<MessageId>({
  id: 'unused-suppression',
  meta: {
    title: 'A comment for leastscope has no effect.',
    defaultSeverity: 'warning',
    horizon: 'file',
    why: 'A comment that silences nothing hides the next finding on its line; one without a reason leaves the reviewer guessing, so it silences nothing.',
    fix: 'Remove the comment, or complete it: `// leastscope-ignore-next-line <rule> -- <reason>`.',
  },
  messages: {
    unused: {
      message: 'There is no `{{rule}}` here to ignore.',
      why: 'The comment would silence the next finding on this line without anybody deciding so.',
      help: 'Remove the comment.',
    },
    noReason: {
      message: 'Ignoring `{{rule}}` needs a reason; without one nothing is ignored.',
      why: 'The reviewer reads the reason; a bare comment tells nobody whether it still holds.',
      help: 'Write it behind two dashes: `// leastscope-ignore-next-line {{rule}} -- <reason>`.',
    },
    noRule: {
      message: 'This comment names no rule, so it ignores nothing.',
      why: 'A comment that silenced every rule would hide what nobody has looked at.',
      help: 'Name the rule and the reason: `// leastscope-ignore-next-line <rule> -- <reason>`.',
    },
    unknownRule: {
      message: 'There is no rule `{{rule}}`.{{nearest}}',
      why: 'The comment silences nothing.',
      help: 'Correct the name of the rule, or remove the comment.',
    },
    unknownPurpose: {
      message: 'The declaration has no purpose `{{purpose}}`.{{nearest}}',
      why: 'The comment claims nothing, so the calls below it are judged without it.',
      help: 'Use the id of a purpose in `{{file}}`, or add the purpose there.',
    },
  },
  check: (context, silenced) => [
    ...ignoresOf(context.directives).flatMap((directive) => judgeIgnore(directive, silenced, context)),
    ...context.directives.flatMap((directive) => judgePurpose(directive, context)),
  ],
});

function judgeIgnore(
  { rule, reason, place, ...rest }: Directive,
  silenced: readonly Finding[],
  context: RuleContext,
): readonly Report<MessageId>[] {
  if (rule === null || rule === '') return [{ message: 'noRule', data: {}, place }];
  if (!isRuleId(rule))
    return [{ message: 'unknownRule', data: { rule, nearest: nearest(ruleIds, rule) }, place }];
  if (reason === null) return [{ message: 'noReason', data: { rule }, place }];
  const isOfCallers = context.askedOfCallers.has(rule);
  if (!context.askedOfFiles.has(rule) && !isOfCallers) return [];
  if (silenced.some((finding) => silences({ rule, reason, place, ...rest }, finding))) return [];
  // What callers hand to the file, an editor does not see: there, nobody can call such a comment unused.
  return [{ message: 'unused', data: { rule }, place, ...(isOfCallers ? { horizon: 'project' } : {}) }];
}

function judgePurpose(directive: Directive, { declaration }: RuleContext): readonly Report<MessageId>[] {
  if (directive.kind !== 'purpose' || declaration === null) return [];
  // A purpose that could not be read may be the very one.
  if (declaration.incomplete.includes('purposes')) return [];
  const ids = declaration.purposes.map((purpose) => purpose.id);
  if (ids.includes(directive.text)) return [];
  const data = { purpose: directive.text, nearest: nearest(ids, directive.text), file: declaration.file };
  return [{ message: 'unknownPurpose', data, place: directive.place }];
}

function nearest(names: readonly string[], text: string): string {
  const name = nearestName(names, text);
  return name === null ? '' : ` Did you mean \`${name}\`?`;
}

function isRuleId(text: string): text is RuleId {
  return ruleIds.some((id) => id === text);
}

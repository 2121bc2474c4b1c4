import { excepts, exceptionsOf, isExpired } from '../apply-exceptions.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';

export const unusedException = defineRule({
  id: 'unused-exception',
  meta: {
    title: 'An exception of the declaration excepts nothing.',
    defaultSeverity: 'warning',
    horizon: 'project',
    why: 'A standing exception that nothing needs would silence the next finding of its kind unseen.',
    fix: 'Remove the exception, or correct what it names.',
  },
  messages: {
    unused: {
      message: 'No finding of `{{rule}}` needs this exception.',
      why: 'It would silence the next finding of its kind without anybody deciding so.',
      help: 'Remove it, or correct what it names.',
    },
  },
  check: (context, silenced) =>
    exceptionsOf(context)
      .filter((exception) => !isExpired(exception, context) && context.asked.has(exception.rule))
      .filter((exception) => !silenced.some((finding) => excepts(exception, finding, context)))
      .filter(() => isClosed(context))
      .map(({ rule, place }) => ({ message: 'unused', data: { rule }, place })),
});

/** An open call or an unread file may hold the very finding that is excepted. */
function isClosed({ open, needs }: RuleContext): boolean {
  return open.length === 0 && needs.unread.length === 0;
}

import { exceptionsOf, isExpired } from '../apply-exceptions.js';
import { defineRule } from '../define-rule.js';

export const expiredException = defineRule({
  id: 'expired-exception',
  meta: {
    title: 'An exception of the declaration is past its last day.',
    defaultSeverity: 'error',
    horizon: 'project',
    why: 'An exception is a promise to somebody with a date on it. Past the date it silences nothing any more.',
    fix: 'Do what was promised and remove the exception, or have it approved again with a new date.',
  },
  messages: {
    expired: {
      message: 'The exception from `{{rule}}` ended on {{until}}.',
      why: 'It silences nothing any more; what it silenced is reported again.',
      help: 'Do what it promised and remove it, or have a new date approved.',
    },
  },
  check: (context) =>
    exceptionsOf(context)
      .filter((exception) => isExpired(exception, context))
      .map(({ rule, until, place }) => ({ message: 'expired', data: { rule, until }, place })),
});

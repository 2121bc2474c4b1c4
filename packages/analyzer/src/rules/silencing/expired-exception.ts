import { exceptionsOf, isExpired } from '../apply-exceptions.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';
import type { DeclaredException } from '../../model/declaration.js';
import { groupBy, type Several } from '../../util/group-by.js';

export const expiredException = defineRule<'expired' | 'batch'>({
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
    batch: {
      message: 'What was accepted here, in {{number}}, ended on {{until}}.',
      why: 'It silences nothing any more; what it silenced is reported again.',
      help: 'Mend it, or accept what is left anew with `leastscope check --accept`, which takes this out.',
    },
  },
  check: (context) => {
    const over = exceptionsOf(context).filter((exception) => isExpired(exception, context));
    // What was accepted together is decided together.
    const batches = groupBy(
      over.filter(({ batch }) => batch !== null),
      ({ batch }) => String(batch),
    );
    return [
      ...over
        .filter(({ batch }) => batch === null)
        .map(({ rule, until, place }) => ({ message: 'expired' as const, data: { rule, until }, place })),
      ...[...batches.values()].map(toReport),
    ];
  },
});

function toReport(batch: Several<DeclaredException>): Report<'expired' | 'batch'> {
  const [{ until, place }] = batch;
  const number = batch.length === 1 ? '1 entry' : `${String(batch.length)} entries`;
  return { message: 'batch', data: { number, until }, place };
}

import type { DeclaredPurpose } from '../../model/declaration.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';
import { validPurposes } from '../../purposes/valid-purposes.js';

type MessageId = 'absent' | 'noPeriod' | 'openPeriod' | 'noDeauthorization';

const why =
  'The terms allow data to be stored no longer than its purpose needs, and to be deleted when a seller withdraws; the review asks for both periods.';
const help =
  'Write for example `retention: { period: P30D, after: order.completed, onDeauthorization: P7D }`.';

export const openEndedRetention = defineRule<MessageId>({
  id: 'open-ended-retention',
  meta: {
    title: 'A purpose does not say when its data goes.',
    defaultSeverity: 'error',
    horizon: 'project',
    why: 'Data may be kept no longer than its purpose needs, and goes when the seller withdraws the authorization. "As long as needed" is no period.',
    fix: 'Give the purpose a `retention` with an ISO 8601 `period`, what it counts from (`after`), and `onDeauthorization`.',
  },
  messages: {
    absent: { message: 'Purpose `{{purpose}}` does not say how long its data is kept.', why, help },
    noPeriod: { message: 'The retention of `{{purpose}}` has no period.', why, help },
    openPeriod: {
      message: 'The retention of `{{purpose}}` has no end: "{{period}}" is no period.',
      why,
      help,
    },
    noDeauthorization: {
      message: 'The retention of `{{purpose}}` does not say when data goes after the seller withdraws.',
      why,
      help: 'Add `onDeauthorization` with a period, for example `P7D`.',
    },
  },
  check: (context) => validPurposes(context).flatMap(judge),
});

function judge({ id, retention, places }: DeclaredPurpose): readonly Report<MessageId>[] {
  const data = { purpose: id };
  if (retention === null) return [{ message: 'absent', data, place: places.id }];
  const { period, onDeauthorization, place } = retention;
  const open = [period, onDeauthorization].find((text) => text !== null && !text.startsWith('P'));
  if (period === null) return [{ message: 'noPeriod', data, place }];
  if (open !== undefined && open !== null)
    return [{ message: 'openPeriod', data: { ...data, period: open }, place }];
  return onDeauthorization === null ? [{ message: 'noDeauthorization', data, place }] : [];
}

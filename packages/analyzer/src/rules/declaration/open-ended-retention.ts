import { addDuration } from '../../lookups/add-duration.js';
import type { DeclaredPurpose } from '../../model/declaration.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import { isNobodysData } from '../../purposes/allowed-data.js';
import { judgedOf } from '../../purposes/judged-data.js';
import type { Report } from '../define-rule.js';
import { validPurposes } from '../../purposes/valid-purposes.js';

type MessageId = 'absent' | 'keepsNothing' | 'noPeriod' | 'openPeriod' | 'noDeauthorization' | 'longer';

const why =
  'Data may be stored no longer than its purpose needs, and goes when a seller withdraws; the review asks for both periods.';
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
    keepsNothing: {
      message: 'Purpose `{{purpose}}` does not say how long its data is kept; no code is seen to keep any.',
      why: 'The review asks how long data is kept, also where the answer is that none is.',
      help: 'If nothing is kept, say so: `retention: { period: P0D, onDeauthorization: P0D }`. If something is, write its period.',
    },
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
    longer: {
      message:
        'Data of `{{purpose}}` stays {{withdrawn}} after the seller withdraws, longer than the {{period}} that it is kept at all.',
      why,
      help: 'A withdrawal lets data go sooner, never later: correct `onDeauthorization`, or `period`.',
    },
  },
  check(context) {
    const keeping = keepingPurposes(context);
    return validPurposes(context).flatMap((purpose) => judge(purpose, keeping));
  },
});

/** Purposes whose code is seen to store data of somebody; all of them where the declaration names a store. */
function keepingPurposes(context: RuleContext): ReadonlySet<string> {
  const { declaration, catalog, outflows } = context;
  const all = declaration?.purposes ?? [];
  if ((declaration?.evidence.storage.length ?? 0) > 0) return new Set(all.map(({ id }) => id));
  const kept = judgedOf(outflows, context).filter(
    ({ point }) =>
      point.to === 'stored' && point.part.categories.some((category) => !isNobodysData(catalog, category)),
  );
  return new Set(kept.flatMap(({ owners }) => owners.map(({ id }) => id)));
}

function judge(
  { id, retention, places }: DeclaredPurpose,
  keeping: ReadonlySet<string>,
): readonly Report<MessageId>[] {
  const data = { purpose: id };
  if (retention === null && !keeping.has(id))
    return [{ message: 'keepsNothing', data, place: places.id, atMost: 'note' }];
  if (retention === null) return [{ message: 'absent', data, place: places.id }];
  const { period, onDeauthorization, place } = retention;
  const open = [period, onDeauthorization].find((text) => text !== null && !text.startsWith('P'));
  if (period === null) return [{ message: 'noPeriod', data, place }];
  if (open !== undefined && open !== null)
    return [{ message: 'openPeriod', data: { ...data, period: open }, place }];
  if (onDeauthorization === null) return [{ message: 'noDeauthorization', data, place }];
  const longest = longestOf([period, ...retention.byCategory.map((one) => one.period)]);
  const isLonger = longest !== null && longest !== someDay && (dayAfter(onDeauthorization) ?? '') > longest;
  return isLonger
    ? [
        {
          message: 'longer',
          data: { ...data, period, withdrawn: onDeauthorization },
          place,
          atMost: 'warning',
        },
      ]
    : [];
}

/** Durations are compared by where they lead from one and the same day. */
const someDay = '2000-01-01';

function dayAfter(duration: string): string | null {
  return addDuration(someDay, duration);
}

/** Null where one of them cannot be read. */
function longestOf(durations: readonly string[]): string | null {
  const days = durations.map(dayAfter);
  return days.reduce((a, b) => (a === null || b === null ? null : a > b ? a : b), someDay);
}

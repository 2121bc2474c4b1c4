import * as z from 'zod';

const durationPattern =
  /^P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/;

/** "As long as needed" is understood, and told apart from a typing mistake: `open-ended-retention` speaks of it. */
const endlessPattern =
  /\b(?:need|necessary|require|indefinite|forever|unlimited|permanent|always|never|long)/i;

const durationMistake = 'Must be an ISO 8601 duration such as P30D, P6M or P1Y';

/** A duration, or words that admit to having none. Editors are told of the duration only. */
export const retentionPeriod = z
  .string()
  .trim()
  .refine((period) => durationPattern.test(period) || endlessPattern.test(period), durationMistake)
  .meta({ pattern: durationPattern.source });

/** A duration and nothing else. */
export const period = z
  .string()
  .trim()
  .regex(durationPattern, durationMistake)
  .meta({ pattern: durationPattern.source });

/** A day that exists, `YYYY-MM-DD`. */
export const calendarDate = z
  .string()
  .refine(isCalendarDate, 'Must be a date that exists, written YYYY-MM-DD')
  .meta({ format: 'date' });

function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay;
}

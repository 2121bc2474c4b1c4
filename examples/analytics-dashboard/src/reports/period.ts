/** A stretch of days, both as `YYYY-MM-DD`; `end` is the day after the last one. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

export function asQuery(period: Period): Record<string, string> {
  return { start_date_ge: period.start, end_date_lt: period.end };
}

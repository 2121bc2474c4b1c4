/** The day on which something given for a period ends, `YYYY-MM-DD`; null where either cannot be read. */
export function dayAfter(day: string, period: string): string | null {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(period);
  const start = Date.parse(`${day}T00:00:00Z`);
  if (match === null || period === 'P' || Number.isNaN(start)) return null;
  const [, years = 0, months = 0, weeks = 0, days = 0] = match.map((part: string | undefined) =>
    Number(part ?? 0),
  );
  const end = new Date(start);
  end.setUTCFullYear(end.getUTCFullYear() + years, end.getUTCMonth() + months);
  end.setUTCDate(end.getUTCDate() + 7 * weeks + days);
  return Number.isNaN(end.getTime()) ? null : end.toISOString().slice(0, 10);
}

/** `reviewed 2025-03-01, valid for P1Y, older at 2026-11-23`; null while it holds. */
export function whyStale(reviewed: string, validFor: string, asOf: string): string | null {
  const end = dayAfter(reviewed, validFor);
  return end !== null && end < asOf ? `reviewed ${reviewed}, valid for ${validFor}, older at ${asOf}` : null;
}

/**
 * The day that lies an ISO 8601 duration after another, `YYYY-MM-DD`; null where the duration is none. Hours are left
 * out: `addDuration('2026-01-31', 'P1M')` is `2026-03-03`, as calendars count on.
 */
export function addDuration(day: string, duration: string): string | null {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?$/.exec(duration);
  if (parts === null) return null;
  const [years = 0, months = 0, weeks = 0, days = 0] = parts
    .slice(1)
    .map((part: string | undefined) => Number(part ?? '0'));
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const time = Date.UTC(year + years, month - 1 + months, date + weeks * 7 + days);
  return Number.isFinite(time) && Math.abs(time) < 8e15 ? new Date(time).toISOString().slice(0, 10) : null;
}

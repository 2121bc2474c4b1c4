import type { TikTokClient } from '../tiktok/client.js';
import { endpoints } from '../tiktok/endpoints.js';
import { asQuery, type Period } from './period.js';

interface Interval {
  readonly start_date: string;
  readonly gmv: { readonly amount: string; readonly currency: string };
  readonly orders: number;
}

/** Sales per day. */
export async function salesByDay(client: TikTokClient, period: Period): Promise<readonly Interval[]> {
  const { performance } = await client.get<{ performance: { intervals: Interval[] } }>(
    endpoints.shopPerformance,
    {
      ...asQuery(period),
      granularity: '1D',
    },
  );
  return performance.intervals;
}

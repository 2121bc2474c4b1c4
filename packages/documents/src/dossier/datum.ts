import type { CategoryId } from '@leastscope/scope-catalog';
import type { Sighting } from '../cells/cell.js';

/** One category from one field for one purpose, and everything that the code does with it. */
export interface Datum {
  readonly category: CategoryId;
  /** Null: no declared purpose owns the places and may have the category. */
  readonly purpose: string | null;
  /** `POST /order/202309/orders/search data.orders[].recipient_address.name`, or `webhook 1 data.order_id`. */
  readonly source: string;
  readonly reads: readonly Sighting[];
  readonly stored: readonly Arrival[];
  readonly sent: readonly Arrival[];
  /** To something that cannot be seen into and that nobody has declared. */
  readonly handed: readonly Arrival[];
}

/** Where something arrives, by the name that tells it apart, and the line that takes it there. */
export interface Arrival extends Sighting {
  readonly name: string;
}

/** All that the code does with some data. */
export function sightingsOf(data: readonly Datum[]): readonly Sighting[] {
  return data.flatMap(({ handed, reads, sent, stored }) => [...reads, ...stored, ...sent, ...handed]);
}

import type { TikTokClient } from '../tiktok/client.js';
import { endpoints } from '../tiktok/endpoints.js';
import { asQuery, type Period } from './period.js';

interface ProductSales {
  readonly id: string;
  readonly units_sold: number;
}

interface Product {
  readonly id: string;
  readonly title: string;
}

export interface ProductRow {
  readonly title: string;
  readonly unitsSold: number;
}

/** How each product sold, with its title from the catalogue. */
export async function salesByProduct(client: TikTokClient, period: Period): Promise<readonly ProductRow[]> {
  const [sales, catalogue] = await Promise.all([
    client.get<{ products: ProductSales[] }>(endpoints.productPerformance, asQuery(period)),
    client.post<{ products: Product[] }>(
      endpoints.productSearch,
      { status: 'ACTIVATE' },
      { page_size: '100' },
    ),
  ]);
  const titles = new Map(catalogue.products.map((product) => [product.id, product.title]));
  return sales.products.map(({ id, units_sold: unitsSold }) => ({ title: titles.get(id) ?? id, unitsSold }));
}

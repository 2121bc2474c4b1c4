import { resolveEndpoint, type Use } from '@leastscope/analyzer';
import type { Catalog, PurposeKind } from '@leastscope/scope-catalog';
import { kindsOfCalls, type KindOfCall } from './kinds-of-calls.js';

/** A call, and the kind of purpose that an owner would name for it. */
export interface CallOfKind {
  readonly use: Use;
  readonly kind: PurposeKind;
}

interface Fitting {
  readonly use: Use;
  readonly row: KindOfCall;
}

/**
 * The kind of every call, those that only help others last. Left out are calls that no row fits, and those that the
 * catalog lacks where no other call speaks for their kind: nobody knows what they are.
 */
export function kindsOf(uses: readonly Use[], catalog: Catalog): readonly CallOfKind[] {
  const fitting = uses.flatMap((use): readonly Fitting[] => {
    const row = rowOf(shapeOf(use, catalog));
    return row === null ? [] : [{ use, row }];
  });
  const settled: CallOfKind[] = [];
  for (const turn of [0, 1, 2, 3]) {
    const now = fitting.filter(({ row }) => (row.after ?? 0) === turn);
    settled.push(...now.map(({ use, row }) => ({ use, kind: kindAmong(row, use.place.file, settled) })));
  }
  const known = new Set(settled.filter(({ use }) => use.endpoint !== null).map(({ kind }) => kind));
  return settled.filter(({ kind }) => known.has(kind));
}

/** The row that speaks for a call of this shape: `GET /order/orders/{}/price_detail`. */
export function rowOf(shape: string): KindOfCall | null {
  return kindsOfCalls.find(({ calls }) => calls.test(shape)) ?? null;
}

function kindAmong(
  { kind, here, anywhere }: KindOfCall,
  file: string,
  settled: readonly CallOfKind[],
): PurposeKind {
  const inFile = new Set(settled.filter(({ use }) => use.place.file === file).map((call) => call.kind));
  const inApp = new Set(settled.map((call) => call.kind));
  return here?.find((one) => inFile.has(one)) ?? anywhere?.find((one) => inApp.has(one)) ?? kind;
}

/** As the platform has it today; of a call that the catalog lacks, as the code has it. */
function shapeOf(use: Use, catalog: Catalog): string {
  const { endpoint } = resolveEndpoint(catalog, use);
  return shapeOfPath(endpoint?.method ?? use.method, endpoint?.path ?? use.path);
}

/** What the first generation calls by another name than the versions. */
const firstNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    products: 'product/products',
    orders: 'order/orders',
    reverse: 'return_refund',
    shop: 'authorization',
    seller: 'seller',
    finance: 'finance',
    fulfillment: 'fulfillment',
    logistics: 'logistics',
  }),
);

/** `GET /product/202309/products/{product_id}` and `GET /product/2309/products/{id}` are `GET /product/products/{}`. */
export function shapeOfPath(method: string, path: string): string {
  const plain = path
    .trim()
    .replaceAll(/\{[^}]*\}+/g, '{}')
    .replace(/^\/api\/v\d\//, '/api/')
    .replace(/^\/api\/([a-z]+)/, (whole, name: string) => {
      const first = firstNames.get(name);
      return first === undefined ? whole : `/${first}`;
    })
    .replace(/^(\/\w+)\/\d+(?=\/)/, '$1')
    .replace(/\/$/, '/{}');
  return `${method} ${plain}`;
}

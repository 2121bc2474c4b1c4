/** Analytics answers differ between versions, so this one is pinned apart from the others. */
const ANALYTICS_VERSION = '202509';

export const endpoints = {
  shops: '/authorization/202309/shops',
  shopPerformance: `/analytics/${ANALYTICS_VERSION}/shop/performance`,
  productPerformance: `/analytics/${ANALYTICS_VERSION}/shop_products/performance`,
  productSearch: '/product/202502/products/search',
  orderSearch: '/order/202309/orders/search',
} as const;

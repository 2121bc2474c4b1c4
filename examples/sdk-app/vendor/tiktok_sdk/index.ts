export * from './api/authorizationV202309Api.js';
export * from './api/orderV202309Api.js';
export * from './api/orderV202507Api.js';
export * from './api/productV202309Api.js';
export * from './api/productV202502Api.js';
export { ClientConfiguration, TikTokShopNodeApiClient } from './client/client.js';

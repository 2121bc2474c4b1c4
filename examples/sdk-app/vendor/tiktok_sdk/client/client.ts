import { AuthorizationV202309Api } from '../api/authorizationV202309Api.js';
import { OrderV202309Api } from '../api/orderV202309Api.js';
import { OrderV202507Api } from '../api/orderV202507Api.js';
import { ProductV202309Api } from '../api/productV202309Api.js';
import { ProductV202502Api } from '../api/productV202502Api.js';
import { defaultBasePath } from './send.js';

export class ClientConfiguration {
  static readonly globalConfig = new ClientConfiguration();

  app_key = '';
  app_secret = '';
  basePath = defaultBasePath;
}

const apis = {
  AuthorizationV202309Api,
  OrderV202309Api,
  OrderV202507Api,
  ProductV202309Api,
  ProductV202502Api,
};

type Apis = { readonly [Name in keyof typeof apis]: InstanceType<(typeof apis)[Name]> };

export class TikTokShopNodeApiClient {
  readonly api: Apis;

  constructor(options: { readonly config?: ClientConfiguration } = {}) {
    const { basePath } = options.config ?? ClientConfiguration.globalConfig;
    const made = Object.entries(apis).map(([name, Api]) => [name, new Api(basePath)]);
    this.api = Object.fromEntries(made) as Apis;
  }
}

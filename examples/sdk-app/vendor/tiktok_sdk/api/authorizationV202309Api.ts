import { defaultBasePath, send, type ApiResult } from '../client/send.js';

export interface Authorization202309GetAuthorizedShopsResponseBody {
  readonly shops?: readonly { readonly id?: string; readonly name?: string; readonly cipher?: string }[];
}

export class AuthorizationV202309Api {
  constructor(private readonly basePath: string = defaultBasePath) {}

  ShopsGet(
    xTtsAccessToken: string,
    _contentType: string,
  ): Promise<ApiResult<Authorization202309GetAuthorizedShopsResponseBody>> {
    const path = '/authorization/202309/shops';
    return send(this.basePath, { method: 'GET', path, accessToken: xTtsAccessToken });
  }
}

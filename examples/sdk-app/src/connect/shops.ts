import { client, JSON_TYPE, type Shop } from '../client.js';

/** The usual style: through the client, by class and method. */
export async function connectedShops(accessToken: string): Promise<readonly Shop[]> {
  const { body } = await client.api.AuthorizationV202309Api.ShopsGet(accessToken, JSON_TYPE);
  return (body.data?.shops ?? []).flatMap(({ cipher }) =>
    cipher === undefined ? [] : [{ accessToken, cipher }],
  );
}

import { mentionsPlatform, type Catalog } from '@leastscope/scope-catalog';
import type { ExposedSecret } from '../model/data-flow.js';
import type { PlatformSigns } from '../model/facts.js';

/** What a variable of the environment holds, by its name. */
export type SecretKind = ExposedSecret['secret'];

const secretName = /(?:^|_)SECRET(?:_KEY)?$/;
const appSecretName = /(?:^|_)APP_?SECRET(?:_KEY)?$/;
const tokenName = /(?:^|_)(?:ACCESS|REFRESH)_TOKEN$/;

export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/**
 * What the name of a variable tells that it holds, where it is the platform's: `TTS_APP_SECRET`. `APP_SECRET` may be
 * anybody's, but where requests to the platform are signed or sent. Null for all other names.
 */
export function secretBehind(catalog: Catalog, name: string, signs: PlatformSigns): SecretKind | null {
  const isSecret = secretName.test(name) || appSecretName.test(name);
  if (!isSecret && !tokenName.test(name)) return null;
  if (!mentionsPlatform(catalog, name) && !(isOwn(name) && (signs.signing || signs.tokenHeader))) return null;
  if (!isSecret) return 'token';
  return appSecretName.test(name) ? 'app-secret' : 'secret';
}

/** Words that name nobody else: `SHOPIFY_ACCESS_TOKEN` does. */
function isOwn(name: string): boolean {
  return /^(?:APP_?SECRET(?:_KEY)?|(?:SHOP_|SELLER_)?(?:ACCESS|REFRESH)_TOKEN)$/.test(name);
}

/** Whether a text may show a secret that another file gives: it asks for it by name. */
export function speaksOfSecret(text: string): boolean {
  return /secret|token/i.test(text);
}

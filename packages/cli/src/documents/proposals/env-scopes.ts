import { mentionsPlatform, type Catalog } from '@leastscope/scope-catalog';
import type { Needs } from '@leastscope/analyzer';
import { visible } from '../../text/visible.js';

/** An example of an environment, as apps keep it beside their code. */
export interface EnvExample {
  readonly file: string;
  readonly text: string;
}

/** What such files are called. `.env` itself holds secrets, and is none of them. */
export const envExampleNames = [
  '.env.example',
  '.env.sample',
  '.env.template',
  '.env.dist',
  'example.env',
] as const;

/** Scopes that an example of the environment asks for, beside those that the calls need: one comment a file. */
export function envScopeLines(
  examples: readonly EnvExample[],
  { scopes }: Needs,
  catalog: Catalog,
): readonly string[] {
  const needed = new Set<string>(scopes.map(({ scope }) => scope));
  return examples.flatMap(({ file, text }) => {
    const left = scopesIn(text, catalog).filter((scope) => !needed.has(scope));
    if (left.length === 0) return [];
    const which = left.length === 1 ? 'it' : 'them';
    return [`  # Asked for in ${visible(file)}, and no call needs ${which}: ${left.map(visible).join(', ')}`];
  });
}

/** The keys that a variable of the platform lists: `TIKTOK_SHOP_SCOPES=seller.order.info,seller.shop.info`. */
export function scopesIn(text: string, catalog: Catalog): readonly string[] {
  const found = text.split(/\r?\n/).flatMap((line) => {
    const [, name = '', value = ''] = /^\s*(?:export\s+)?(\w+)\s*=\s*["']?([^"'#]*)/.exec(line) ?? [];
    const keys = value.split(/[\s,;+]+/).filter((key) => key !== '');
    const isList = /scope/i.test(name) && keys.every((key) => /^[a-z][a-z_]*(?:\.[a-z0-9_&]+)+$/.test(key));
    const isOurs = mentionsPlatform(catalog, name) || keys.some((key) => catalog.scopeByKey.has(key));
    return isList && isOurs ? keys : [];
  });
  return [...new Set(found)];
}

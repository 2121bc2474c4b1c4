import { describe, expect, it } from 'vitest';
import { loadCatalog, tellTales } from '@leastscope/scope-catalog';
import { readFile } from '../read-file.js';

/** The keys that are read, each as the text that it is shown at. */
function read(code: string): readonly string[] {
  const facts = readFile('a.ts', code, tellTales(loadCatalog()));
  if ('reason' in facts) throw new Error(facts.reason);
  return facts.scopeStrings.map(({ scope, span }) => {
    const shown = code.slice(...span);
    return shown === scope || shown.slice(1, -1) === scope ? scope : `${scope} at ${shown}`;
  });
}

describe('keys in lists', () => {
  it.each([
    ["const scope = 'seller.order.info';", ['seller.order.info']],
    ["const scopes = 'seller.order.info,seller.shop.inof';", ['seller.order.info', 'seller.shop.inof']],
    ['const scopes = `seller.order.info seller.shop.inof`;', ['seller.order.info', 'seller.shop.inof']],
    [
      "authorize({ scope: 'seller.order.info; seller.shop.inof' });",
      ['seller.order.info', 'seller.shop.inof'],
    ],
    ["const scope = 'seller.order.info%2Cseller.shop.inof';", ['seller.order.info', 'seller.shop.inof']],
    [
      String.raw`const scope = 'seller.order.info\x2cseller.shop.inof';`,
      ['seller.order.info', String.raw`seller.shop.inof at 'seller.order.info\x2cseller.shop.inof'`],
    ],
  ])('%s', (code, expected) => {
    expect(read(code)).toEqual(expected);
  });

  it('are no sentences, and nothing where nobody speaks of scopes', () => {
    expect(read("const scopes = 'seller.order.info and others';")).toEqual([]);
    expect(read("const columns = 'seller.name,seller.mail';")).toEqual([]);
    expect(read("const scopes = '';")).toEqual([]);
  });
});

describe('keys behind scope= in a link', () => {
  const link = 'https://services.tiktokshop.com/open/authorize?service_id=1';
  it.each([
    [`open('${link}&scope=seller.order.inof');`, ['seller.order.inof']],
    [
      `open('${link}&scope=seller.order.info,seller.shop.inof&state=1');`,
      ['seller.order.info', 'seller.shop.inof'],
    ],
    [`open(\`\${base}?scope=seller.order.inof\`);`, ['seller.order.inof']],
    [`open(\`https://\${host}?x=\${base}&scope=seller.order.inof\`);`, ['seller.order.inof']],
    [`open(\`\${base}?scopes=seller.order.inof&state=\${state}\`);`, ['seller.order.inof']],
    [
      `open(\`\${base}?scope=seller.order.info+seller.shop.inof#x\`);`,
      ['seller.order.info', 'seller.shop.inof'],
    ],
  ])('%s', (code, expected) => {
    expect(read(code)).toEqual(expected);
  });

  it('are left alone where the key may go on', () => {
    expect(read(`open(\`${link}&scope=seller.order\${kind}\`);`)).toEqual([]);
    expect(read(`open('${link}&scope=seller.order' + kind);`)).toEqual([]);
    expect(read(`open(\`\${base}&scope=seller.order\` + kind);`)).toEqual([]);
    expect(read(`open(\`${link}&scope=seller.order.\${kind}&x=1\`);`)).toEqual([]);
  });

  it('are left alone in the words of others', () => {
    expect(read("open('https://example.com/?scope=data.read');")).toEqual([]);
    expect(read("open('https://example.com/?scope=openid,seller');")).toEqual([]);
  });
});

describe('beside the authorization page of the platform', () => {
  const page = "const page = 'https://services.tiktokshop.com/open/authorize?service_id=1';";
  it('whatever is shaped like a key is meant to be one', () => {
    expect(read(`${page} const scopes = ['order.read', 'product.read'];`)).toEqual([
      'order.read',
      'product.read',
    ]);
    expect(read(`${page} open(\`\${page}&scope=order.list,seller.info.basic\`);`)).toEqual([
      'order.list',
      'seller.info.basic',
    ]);
  });

  it('the host that gives tokens has such a page too', () => {
    const old = 'https://auth.tiktok-shops.com/oauth/authorize?app_key=1';
    expect(read(`const scopes = ['order.read']; open('${old}&scope=shop.read');`)).toEqual([
      'order.read',
      'shop.read',
    ]);
    const token = 'https://auth.tiktok-shops.com/api/v2/token/get';
    expect(read(`const scopes = ['order.read']; open('${token}');`)).toEqual([]);
  });

  it('what nobody calls scopes is none, nor where others are asked for scopes too', () => {
    expect(read(`${page} const columns = ['order.read'];`)).toEqual([]);
    expect(read(`${page} const scopes = ['https://example.com/auth', 'Order.Read'];`)).toEqual([]);
    expect(
      read(`${page} const login = 'https://open.tiktokapis.com/v2'; const scopes = ['user.info.basic'];`),
    ).toEqual([]);
    expect(read("const scopes = ['order.read'];")).toEqual([]);
  });
});

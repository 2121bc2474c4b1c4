import { loadCatalog } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import { parseDeclaration } from '../src/index.js';
import { analyzeSources, type Sources } from './generate/run.js';

const declaration = `schema: 1
app: { name: App, type: public, tokens: [seller] }
requestedScopes: [seller.order.info, seller.product.basic]
purposes: []
`;
const host = 'https://open-api.tiktokglobalshop.com';
const orders: Sources = {
  'src/orders.js': `fetch('${host}/order/202309/orders/search', { method: 'POST' });\n`,
};

/** What is said of the scope for products: `error`, `warning`, or nothing. */
function saidOfProducts(code: string, file = 'src/a.js'): string | null {
  const catalog = loadCatalog();
  const sources = { ...orders, [file]: `// ${host}\n${code}\n` };
  const { findings } = analyzeSources(sources, {
    ...parseDeclaration(declaration, 'scope-declaration.yaml', catalog),
  });
  const found = findings.find(
    ({ rule, data }) => rule === 'unused-scope' && data['scope'] === 'seller.product.basic',
  );
  return found?.severity ?? null;
}

describe('a path that stands in a text, and no call with it is seen', () => {
  it.each([
    ['in a table that nobody asks', `export const paths = { search: '/product/202309/products/search' };`],
    ['in code made at run time', `eval("fetch('${host}/product/202309/products/search')");`],
    ['in a command line', `require('child_process').exec('curl ${host}/product/202309/products/search');`],
    [
      'without its module',
      `export const search = 'products/202309/x'; export const p = '/202309/products/search';`,
    ],
    ['in a template', 'export const path = (id) => `/product/202309/products/${id}`;'],
    [
      'in an object that another path may replace',
      `const at = { path: '/order/202309/orders/search' };
import { swap } from 'swapper';
swap(at, '/product/202309/products/search');
fetch('${host}' + at.path, { method: 'POST' });`,
    ],
  ])('%s: the scope is possibly unused', (_, code) => {
    expect(saidOfProducts(code)).toBe('warning');
  });

  it.each([
    ['stands in a comment', '// POST /product/202309/products/search'],
    ['is of another module', `export const paths = { search: '/order/202309/orders/search' };`],
    ['is of nobody', `export const paths = { search: '/product/202309/nothing/of/it' };`],
  ])('a path that %s: the scope is unused', (_, code) => {
    expect(saidOfProducts(code)).toBe('error');
  });

  it('in a test: the scope is unused', () => {
    const code = `export const paths = { search: '/product/202309/products/search' };`;
    expect(saidOfProducts(code, 'src/a.test.js')).toBe('error');
  });
});

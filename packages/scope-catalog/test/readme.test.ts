import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findEndpoints, findSdkCall, loadCatalog } from '../src/index.js';

it('the README’s example holds', () => {
  const catalog = loadCatalog();
  expect(findEndpoints(catalog, 'GET', '/order/202507/orders')?.endpoints[0]?.scopes).toEqual([
    'seller.order.info',
  ]);
  expect(findSdkCall(catalog, 'OrderV202309Api', 'OrdersSearchPost')?.id).toBe(
    'POST /order/202309/orders/search',
  );
});

const root = new URL('../', import.meta.url);

it('the README’s look-up in the raw JSON runs as it is written', () => {
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(new URL('README.md', root), 'utf8')) ?? [];
  // From the package itself its own name resolves through `exports`, as it does for whoever installs it.
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root });
  expect(code.trim().split('\n')).toHaveLength(3);
  expect(said.toString()).toBe("[ 'seller.order.info' ]\n");
});

it('every file of data is plain JSON that needs nothing else, rows with source and date', () => {
  const names = readdirSync(new URL('data/', root)).filter((name) => name !== 'meta.json');
  expect(names).toContain('listings.json');
  for (const name of names) {
    const data = JSON.parse(readFileSync(new URL(`data/${name}`, root), 'utf8')) as object;
    // The platform is one object, with a source for each of its parts.
    const rows = Object.values(data).filter((row): row is object => typeof row === 'object');
    expect(rows.length, name).toBeGreaterThan(0);
    const bare = rows.filter((row) => !('source' in row) || !('date' in row));
    expect(bare, name).toEqual([]);
  }
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  check,
  checkFrame,
  expectGolden,
  leastscope,
  manifest,
  project,
  repository,
  today,
} from './workbench.js';

const folderOf = (name: string) => join(repository, 'examples', name);

describe.each(['shipping-app', 'labels-app', 'analytics-dashboard', 'sdk-app'])('example %s', (name) => {
  it('prints what its golden frame shows', () => {
    expectGolden(join(folderOf(name), 'expected.check.txt'), checkFrame(folderOf(name)));
  });

  it('has the manifest of its golden file', () => {
    const { stdout } = leastscope(folderOf(name), ['manifest', '--stdout', '--as-of', today]);
    // The digest changes with every row of the catalog, the rest only with rows that matter here.
    expect(stdout).toMatch(/"digest": "[0-9a-f]{64}"/);
    expectGolden(join(folderOf(name), 'expected.manifest.json'), stdout.replace(/[0-9a-f]{64}/, '(sha256)'));
  });
});

describe('what the examples are there to show', () => {
  it('the shipping app is minimal', () => {
    const { status, verdict, findings } = check(folderOf('shipping-app'));
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect({ status, verdict }).toEqual({ status: 0, verdict: 'minimal' });
  });

  it('the analytics dashboard over-asks, and the report names the three changes that make it minimal', () => {
    const { status, verdict, findings } = check(folderOf('analytics-dashboard'));
    expect({ status, verdict }).toEqual({ status: 1, verdict: 'not-minimal' });
    const wrong = findings.filter(({ severity }) => severity !== 'note');
    expect(
      wrong.map(({ rule, place, message }) => [rule, place.file, /`([^`]+)`/.exec(message)?.[1]]),
    ).toEqual([
      ['unused-scope', 'scope-declaration.yaml', 'seller.finance.info'],
      ['exceeds-purpose', 'src/connect/shops.ts', 'POST /order/202309/orders/search'],
      ['field-not-allowed', 'src/reports/sales-by-region.ts', 'data.orders[].recipient_address.name'],
    ]);
  });

  it('with the three changes made the analytics dashboard is clean', () => {
    const folder = project({}, folderOf('analytics-dashboard'));
    const change = (file: string, from: string, to: string): void => {
      const before = readFileSync(join(folder, file), 'utf8');
      expect(before).toContain(from);
      writeFileSync(join(folder, file), before.replace(from, to));
    };
    change('scope-declaration.yaml', '  - seller.finance.info\n', '');
    change('src/connect/shops.ts', '  await client.post(endpoints.orderSearch, {});\n', '');
    change('src/reports/sales-by-region.ts', 'to.name', "''");
    const { status, verdict, findings } = check(folder);
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect({ status, verdict }).toEqual({ status: 0, verdict: 'minimal' });
  });

  it('the labels app asks for no more than it needs, and tells of one recipient too few', () => {
    const { status, verdict, findings } = check(folderOf('labels-app'));
    expect({ status, verdict }).toEqual({ status: 1, verdict: 'minimal' });
    const wrong = findings.filter(({ severity }) => severity !== 'note');
    expect(wrong.map(({ rule, place }) => `${rule} ${place.file}`)).toEqual([
      'stale-evidence scope-declaration.yaml',
      'notice-gap src/shipping/labels.ts',
    ]);
  });

  it('the SDK app calls by class and method, and its vendored SDK adds nothing', () => {
    const { scopes, add } = manifest(folderOf('sdk-app'));
    expect(scopes.map(({ key }) => key)).toEqual([
      'seller.authorization.info',
      'seller.order.info',
      'seller.product.basic',
      'seller.product.write',
    ]);
    expect(JSON.stringify(add)).toContain('seller.product.write');
    const files = scopes.flatMap(({ callSites }) => callSites.map(({ file }) => file));
    expect(new Set(files)).toEqual(
      new Set([
        'src/catalog/products.ts',
        'src/catalog/stock.ts',
        'src/connect/shops.ts',
        'src/orders/order.ts',
        'src/orders/sold.ts',
      ]),
    );
  });
});

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { schemaMistakes } from '../../test/schemas.js';
import { loadEngine } from '../host/engine.js';
import { main } from '../main.js';

const cwd = fileURLToPath(new URL('../../../../fixtures/console', import.meta.url));

async function run(...argv: readonly string[]) {
  let [stdout, stderr] = ['', ''];
  const code = await main(['catalog', ...argv], {
    cwd,
    env: {},
    stdout: { write: (text) => (stdout += text), isTerminal: false },
    stderr: { write: (text) => (stderr += text), isTerminal: false },
    loadEngine,
  });
  return { code, stdout, stderr };
}

const differences = async (...files: readonly string[]): Promise<readonly string[]> => {
  const { stdout } = await run('--format', 'json', ...files.flatMap((file) => ['--against', file]));
  const printed: unknown = JSON.parse(stdout);
  expect(schemaMistakes('catalog', printed)).toBeNull();
  const { comparison } = printed as {
    comparison: { differences: readonly { kind: string; subject: string; says: string }[] };
  };
  return comparison.differences.map(({ kind, subject, says }) => `${kind}: ${subject}: ${says}`);
};

describe('leastscope catalog', () => {
  it('prints what its schema says, and the schema refuses what it does not know', async () => {
    const printed = JSON.parse((await run('--format', 'json')).stdout) as object;
    expect(schemaMistakes('catalog', printed)).toBeNull();
    expect(schemaMistakes('catalog', { ...printed, schemaVersion: 2, extra: 1 })).toMatch(
      /additional properties.*must be equal to constant/,
    );
  });

  it('tells both dates, its listings, and how much rests on what', async () => {
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout.replace(/[0-9a-f]{64}/, '…')).toMatchInlineSnapshot(`
      "catalog 2026.10.0
      newest source of 2026-10-07, complete until 2026-05-01

      What is newer than 2026-05-01 may exist although the catalog lacks it: such versions are told as notes, never as errors.

      Complete listings:
        2026-05-01  292 endpoints, with their scopes
        2026-07-21  293 endpoints, paths only

      Size:
        endpoints                          536
        operations                         433
        endpoints of the first generation  85
        scopes                             50
        categories of data                 37
        purposes                           38
        webhooks                           48

      Scope of an endpoint:
        documented     293
        multi-source   46
        single-source  27
        inferred       36
        unknown        132
        not-needed     2

      Data of an endpoint, from:
        family  20
        fields  371
        module  145

      Whose token it takes, from:
        documented  294
        family      63
        module      41
        scope       47
        unknown     91

      Endpoints whose scope nobody says:
        affiliate                  6
        affiliate_seller           8
        customer_engagement        1
        data_reconciliation        3
        epharmacy                  5
        finance                    1
        fulfillment                4
        gs_full_service_commodity  36
        gs_full_service_inventory  4
        gs_full_service_shipment   33
        logistics                  4
        order                      2
        product                    18
        review_rating              4
        seller                     3

      sha256 …
      "
    `);
  });

  it('says the same as JSON, with every gap by name', async () => {
    const told = JSON.parse((await run('--format', 'json')).stdout) as Record<string, unknown>;
    expect(told).toMatchObject({ schemaVersion: 1, listed: '2026-05-01', comparison: null });
    const { gaps, byScopeConfidence } = told['coverage'] as {
      gaps: readonly string[];
      byScopeConfidence: { unknown: number };
    };
    expect(gaps).toHaveLength(byScopeConfidence.unknown);
  });
});

describe('leastscope catalog --against', () => {
  it('finds an endpoint under another scope and one that the catalog lacks; the state is of the declaration', async () => {
    expect(await differences('seller.order.info=order-package.json')).toMatchInlineSnapshot(`
      [
        "other-scope: GET /product/202309/categories: in seller.order.info; the catalog has seller.product.basic",
        "unknown-endpoint: GET /order/202612/orders/{order_id}/gifts: in seller.order.info; the catalog lacks it",
        "enabled-not-declared: seller.finance.info: enabled in the console, missing in requestedScopes",
        "declared-not-enabled: seller.product.basic: in requestedScopes, not enabled in the console",
      ]
    `);
    const { code, stdout } = await run('--against', 'seller.order.info=order-package.json');
    expect(code).toBe(1);
    expect(stdout.replace(/[0-9a-f]{64}/, '…')).toMatchInlineSnapshot(`
      "Against the platform’s own files
      order-package.json, service.json

      Under another scope:
        GET /product/202309/categories  in seller.order.info; the catalog has seller.product.basic  order-package.json

      Unknown endpoints:
        GET /order/202612/orders/{order_id}/gifts  in seller.order.info; the catalog lacks it  order-package.json

      Enabled but not declared:
        seller.finance.info  enabled in the console, missing in requestedScopes  service.json

      Declared but not enabled:
        seller.product.basic  in requestedScopes, not enabled in the console  service.json
      "
    `);
  });

  it('knows a package by its id, operations by title, and says which package is missing or not named', async () => {
    const { catalog } = await loadEngine();
    const id = catalog.scopeByKey.get('seller.order.info')?.packageId ?? '';
    const byId = await differences(`${id}=order-package-by-title.json`);
    expect(byId.filter((line) => line.startsWith('unknown-endpoint'))).toEqual([
      'unknown-endpoint: Get Order Gifts: in seller.order.info; the catalog lacks it',
    ]);
    expect(await differences('several-packages.json')).toContain(
      'unknown-package: 999999: the catalog has no such scope or package',
    );
    expect(
      (await differences('order-package.json')).filter((line) => line.startsWith('unnamed')),
    ).toHaveLength(1);
    expect(await differences('1=order-package.json')).toContain(
      'unknown-package: 1: the catalog has no such scope or package',
    );
  });

  it('a list of enabled scopes is held against the declaration', async () => {
    expect((await differences('scopes.json')).filter((line) => !line.includes('finance'))).toContain(
      'enabled-not-declared: seller.authorization.info: enabled in the console, missing in requestedScopes',
    );
  });

  it('a file that is none is a misuse', async () => {
    expect(await run('--against', 'scope-declaration.yaml')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'leastscope: scope-declaration.yaml could not be read as JSON\n',
    });
    expect((await run('--against', 'nowhere.json')).code).toBe(2);
  });
});

import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
// The package knows nothing of who reads it; only this test follows a row to the end.
import { createDiskFiles } from '../../analyzer/dist/disk/index.js';
import { analyze, parseDeclaration } from '../../analyzer/dist/index.js';
import { createCatalog } from '../src/index.js';
import { validateCatalog } from '../src/validate.js';
import { buildCatalog, type BuiltCatalog } from '../tools/build-catalog.js';
import { diffOperations } from '../tools/compare-openapi.js';
import { readOpenApi, schemaOf, type Operation } from '../tools/openapi.js';
import { readOperations } from '../tools/openapi-table.js';
import { pageIn } from '../tools/pages/page.js';
import { webhookPageIn } from '../tools/pages/webhook-page.js';
import { describeRefresh, prependChange } from '../tools/refresh/describe-refresh.js';
import { newEndpointRows } from '../tools/refresh/new-endpoints.js';
import { refreshSources } from '../tools/refresh/refresh-sources.js';
import { webhookChanges } from '../tools/refresh/webhook-changes.js';

const real = new URL('../tools/sources/', import.meta.url);
const before = buildCatalog(real);
const fresh = [
  'GET /gift/202701/gifts/{gift_id}',
  'GET /order/202701/orders',
  'POST /order/202701/gifts/search',
] as const;

describe('a changed copy of the OpenAPI set and a saved page', () => {
  let after: BuiltCatalog;
  let operations: readonly Operation[];
  let ids: readonly string[];

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'leastscope-refresh-'));
    const sources = pathToFileURL(`${folder}/sources/`);
    cpSync(real, sources, { recursive: true });
    ids = refreshSources(sources, {
      openApi: {
        operations: changedSet(folder),
        source: 'npm:@tts-open-toolkit/cli@0.1.8 (state of 2027-01-05)',
      },
      pages: { pages: [savedPage()], source: 'saved pages (state of 2027-01-05)' },
    });
    after = buildCatalog(sources);
    operations = readOperations(sources);
  });

  it('gives a row to each new operation, and a scope only where the source says it', () => {
    expect([...ids].sort()).toEqual(fresh);
    const rows = fresh.map((id) => after.data.endpoints.find((endpoint) => endpoint.id === id));
    expect(rows.map((row) => [row?.scopes, row?.scopeConfidence, row?.access, row?.date])).toEqual([
      [[], 'unknown', 'read', '2027-01-05'],
      [[], 'unknown', 'read', '2027-01-05'],
      [['seller.order.info'], 'documented', 'read', '2027-01-05'],
    ]);
    // The page says whose token its operation takes; of the others a sibling or the module does.
    expect(rows.map((row) => [row?.tokens, row?.tokensBasis])).toEqual([
      [[], 'unknown'],
      [['seller'], 'family'],
      [['seller'], 'documented'],
    ]);
    expect(after.data.endpoints).toHaveLength(before.data.endpoints.length + 3);
    // Single rows are newer; the listing is not.
    expect([after.data.date, createCatalog(after.data).listed]).toEqual(['2027-01-05', '2026-05-01']);
  });

  it('shows the change as Markdown, and puts it on top of the log', () => {
    const change = describeRefresh(
      before.data,
      after.data,
      diffOperations(readOperations(real), operations),
      ['webhook 99 (Gift wrapped) is new; its places: data.gift_id'],
    );
    expect(change).toMatchInlineSnapshot(`
      "## 2027.01.0, newest source of 2027-01-05

      ### New endpoints

      - \`GET /gift/202701/gifts/{gift_id}\`: reads (judged from its name), scope unknown
      - \`POST /order/202701/gifts/search\`: reads (judged from its name), \`seller.order.info\`, takes a seller token
      - \`GET /order/202701/orders\`: reads (judged from its name), scope unknown

      ### What the OpenAPI set changes

      - \`+ GET /gift/202701/gifts/{gift_id} (GetGift)\`
      - \`+ GET /order/202701/orders (GetOrderDetail)\`

      ### Webhooks, for a person to judge

      - webhook 99 (Gift wrapped) is new; its places: data.gift_id
      "
    `);
    expect(prependChange('# Changes\n\n## old\n', change)).toBe(
      `# Changes\n\n${change.trimEnd()}\n\n## old\n`,
    );
    expect(prependChange('# Changes\n', change)).toBe(`# Changes\n\n${change.trimEnd()}\n`);
    expect(describeRefresh(before.data, before.data, [], [])).toBe('');
  });

  it('is a valid catalog, but for a module that nobody has judged: that is for a person', () => {
    const problems = validateCatalog(after.data, after.fields, operations.map(schemaOf));
    expect(problems.map(({ kind, row }) => `${kind}: ${row}`)).toMatchInlineSnapshot(`
      [
        "endpoint-without-category: endpoint GET /gift/202701/gifts/{gift_id}",
      ]
    `);
  });

  it('is known to a check of code, without any change of code', () => {
    const said = (data: BuiltCatalog): readonly string[] => {
      const catalog = createCatalog(data.data, () => data.fields);
      const yaml = 'app: { name: A, type: public }\nrequestedScopes: []\npurposes: []\n';
      const root = mkdtempSync(join(tmpdir(), 'leastscope-refreshed-')).replaceAll('\\', '/');
      writeFileSync(
        join(root, 'gifts.ts'),
        "await fetch('https://open-api.tiktokglobalshop.com/order/202701/gifts/search', { method: 'POST' });\n",
      );
      const { findings } = analyze({
        root,
        files: createDiskFiles(),
        catalog,
        ...parseDeclaration(yaml, 'scope-declaration.yaml', catalog),
        includeTests: false,
        asOf: '2027-01-05',
        severities: {},
        seeds: null,
      });
      return findings.map(({ rule, severity }) => `${severity} ${rule}`);
    };
    expect(said(before)).toContain('note unknown-endpoint');
    expect(said(after)).toContain('error missing-scope');
    expect(said(after)).not.toContain('note unknown-endpoint');
  });
});

it('rows keep no line or tab of a source, and several sources of one operation are one row', () => {
  const operation = { method: 'POST', path: '/gift/202701/gifts', title: 'Make\n\ta Gift', source: 'a\tb' };
  const rows = newEndpointRows(
    [],
    [
      { ...operation, scopes: [] },
      { ...operation, scopes: ['seller.gift.write'], source: 'page' },
    ],
  );
  expect(rows).toMatchObject([
    {
      operation: 'Make a Gift',
      scopes: 'seller.gift.write',
      access: 'write',
      source: 'a b | page',
      group: 'Gift',
    },
  ]);
});

describe('saved pages of webhooks', () => {
  const fence = '```';
  const saved = (title: string, example: string): unknown => ({
    detail: { title, content: `# Parameters\n\n## Event example\n${fence}JSON\n${example}\n${fence}\n` },
  });
  const event = (type: number, data: object): string =>
    JSON.stringify({ type, tts_notification_id: '1', shop_id: '2', timestamp: 3, data });

  it('tell the number, the name and the places of the example', () => {
    const page = webhookPageIn(saved('(99) Gift wrapped', event(99, { gifts: [{ id: '1' }, { id: '2' }] })));
    expect(page).toEqual({ type: 99, title: 'Gift wrapped', places: ['shop_id', 'data.gifts[].id'] });
    expect(webhookPageIn(saved('(99) Gift wrapped', '{ "type": 99, '))?.places).toEqual([]);
    expect(webhookPageIn(saved('How webhooks work', event(99, {})))).toBeNull();
  });

  it('tell what the catalog lacks: a topic, and a place of a topic that it has', () => {
    const pages = [
      saved('(11) Cancellation status change', event(11, { order_id: '1', gift_id: '2' })),
      saved('(99) Gift wrapped', event(99, { gift_id: '1' })),
      saved('(98) Gift lost', 'see above'),
    ].flatMap((json) => webhookPageIn(json) ?? []);
    expect(webhookChanges(before.data, pages)).toEqual([
      'webhook 11 (Cancellation status change) also has data.gift_id',
      'webhook 98 (Gift lost) is new; its places: no example that is JSON',
      'webhook 99 (Gift wrapped) is new; its places: shop_id, data.gift_id',
    ]);
  });
});

/** The set as it is installed, with two new operations and a new field. */
function changedSet(folder: string): readonly Operation[] {
  const manifest = createRequire(import.meta.url).resolve('@tts-open-toolkit/cli/package.json');
  cpSync(join(dirname(manifest), 'skills/tts-openapi-guide/references/oas/paths'), join(folder, 'set'), {
    recursive: true,
  });
  const file = join(folder, 'set/order.json');
  const set = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, object>> };
  const answer = { 200: { content: { 'application/json': { schema: { properties: { data: {} } } } } } };
  // A new version answers as the last one does.
  set.paths['/order/202701/orders'] = set.paths['/order/202507/orders'] ?? {};
  set.paths['/gift/202701/gifts/{gift_id}'] = { get: { summary: 'GetGift', responses: answer } };
  writeFileSync(file, JSON.stringify(set));
  return readOpenApi(pathToFileURL(`${folder}/set/`));
}

function savedPage() {
  const page = pageIn({
    document_api_meta: {
      method: 1,
      interface_path: '/order/202701/gifts/search',
      title: 'Search Gifts',
      scope_list: [{ scope_key: 'seller.order.info' }],
      request_header_param: [{ name: 'x-tts-access-token', desc: 'A token of user_type = 0.' }],
    },
  });
  if (page === null) throw new Error('a page that is none');
  return page;
}

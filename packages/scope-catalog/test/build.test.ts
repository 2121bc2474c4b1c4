import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alternativeRows } from '../tools/alternatives/index.js';
import { buildCatalog } from '../tools/build-catalog.js';
import { diffOperations, reconcile } from '../tools/compare-openapi.js';
import { describeCatalog } from '../tools/describe-catalog.js';
import { fillPlaces } from '../tools/fill-places.js';
import { primaryCorrections } from '../tools/corrections/primary-categories.js';
import { restCategories } from '../tools/corrections/rest-categories.js';
import { dataFiles } from '../tools/data-files.js';
import { fitsFamily } from '../tools/family.js';
import { readOpenApi } from '../tools/openapi.js';
import { readOperations } from '../tools/openapi-table.js';
import { readTable } from '../tools/read-table.js';
import { dateOf } from '../tools/source-dates.js';

const root = new URL('../', import.meta.url);
const sources = new URL('tools/sources/', root);
const built = buildCatalog(sources);
const { data } = built;

describe('the build', () => {
  it('makes exactly what is committed', () => {
    const stale = [...dataFiles(built)]
      .filter(([name, text]) => readFileSync(new URL(`data/${name}`, root), 'utf8') !== text)
      .map(([name]) => name);
    expect(stale, 'run `pnpm build:data` in packages/scope-catalog').toEqual([]);
  });

  it('keeps every row of the facts, with its scopes as alternatives', () => {
    const byId = new Map(data.endpoints.map((endpoint) => [endpoint.id, endpoint]));
    for (const row of readTable(sources, 'endpoints')) {
      const endpoint = byId.get(`${row['method'] ?? ''} ${row['path'] ?? ''}`);
      const scopes = (row['scopes'] ?? '').split(';').filter((key) => key !== '');
      expect(endpoint?.scopes, endpoint?.id).toEqual(scopes.sort());
      expect(endpoint?.scopeConfidence).toBe(row['scope_confidence']);
      expect(endpoint?.access).toBe(row['access']);
    }
  });

  it('keeps every field of the facts', () => {
    const own = new Set(built.fields.map((field) => `${field.endpoint} ${field.path} ${field.category}`));
    const lost = readTable(sources, 'fields')
      .map(
        (row) => `${row['method'] ?? ''} ${row['path'] ?? ''} ${row['field'] ?? ''} ${row['category'] ?? ''}`,
      )
      .filter((key) => !own.has(key));
    expect(lost).toEqual([]);
  });

  it('agrees with every SDK call of the facts', () => {
    const byName = new Map(
      data.endpoints.map(({ id, sdk }) => [`${sdk?.className ?? ''}.${sdk?.method ?? ''}`, id]),
    );
    const official = readTable(sources, 'sdk_calls').filter((row) =>
      (row['library'] ?? '').startsWith('official'),
    );
    const wrong = official.filter(
      (row) =>
        byName.get(`${row['class_or_property'] ?? ''}.${row['method'] ?? ''}`) !==
        `${row['http_method'] ?? ''} ${row['path'] ?? ''}`,
    );
    expect(official.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });

  it('has no correction that corrects nothing', () => {
    const families = data.endpoints.map(({ family }) => family);
    const patterns = [...primaryCorrections, ...restCategories].flatMap((rule) => rule.families);
    expect(patterns.filter((pattern) => !families.some((family) => fitsFamily(family, pattern)))).toEqual([]);
  });

  it('holds no path of any machine and no registry', () => {
    for (const [, text] of dataFiles(built))
      expect(text).not.toMatch(/(?<![\w.:/])\/(home|work|tmp|Users)\/|registry\./);
  });
});

describe('the ways to less data', () => {
  const operationOf = new Map(readOperations(sources).map((row) => [`${row.method} ${row.path}`, row]));
  const parametersOf = new Map(
    readTable(sources, 'endpoint_auth').map((row) => [
      `${row['method'] ?? ''} ${row['path'] ?? ''}`,
      Object.values(row).join(';').split(/[;,]/),
    ]),
  );
  const pairs = alternativeRows.flatMap(({ endpoints, carries, ...row }) =>
    endpoints.flatMap((today) =>
      Object.entries(carries).map(([path, other]) => ({ ...row, today, path, other })),
    ),
  );

  /** Fields newer than the OpenAPI set, read on the platform's pages. */
  const newer = new Set(['data.messages[].plaintext']);

  function answers(id: string, path: string): boolean {
    const operation = operationOf.get(id);
    if (operation === undefined || newer.has(path)) return true;
    if (path.startsWith('path.')) return operation.requestFields.includes(path);
    const stem = path.endsWith('.*') ? path.slice(0, -1) : null;
    return operation.responseFields.some((field) =>
      stem === null ? field === path || field.replace(/\[\]$/, '') === path : field.startsWith(stem),
    );
  }

  it('carry only what is in today’s answer', () => {
    expect(pairs.filter(({ today, path }) => !answers(today, path))).toEqual([]);
    expect(pairs.filter(({ today }) => operationOf.has(today)).length).toBeGreaterThan(100);
  });

  it('carry only what the other endpoint answers, all of it', () => {
    const moved = pairs.filter(({ kind }) => kind === 'endpoint' || kind === 'version');
    expect(moved.filter(({ instead, other }) => !answers(instead, other))).toEqual([]);
    const lost = moved.flatMap(({ today, instead, path, other }) => {
      if (!path.endsWith('.*')) return [];
      const below = (operationOf.get(today)?.responseFields ?? []).filter((field) =>
        field.startsWith(path.slice(0, -1)),
      );
      return below.filter((field) => !answers(instead, field.replace(path.slice(0, -1), other.slice(0, -1))));
    });
    expect(lost).toEqual([]);
    expect(moved.filter(({ instead }) => !operationOf.has(instead)).length).toBeLessThan(15);
  });

  it('carry only what the webhook’s page lists', () => {
    const payload = new Map(data.webhooks.map((row) => [String(row.type), row.data.join(' ').split(/\W+/)]));
    const unlisted = pairs
      .filter(({ kind, other }) => kind === 'webhook' && other !== 'the event')
      .filter(({ instead, other }) => !other.split('.').every((name) => payload.get(instead)?.includes(name)))
      .map(({ instead, other }) => `${instead} ${other}`);
    // The table of webhooks has these in words: "quantities after the change".
    expect(unlisted).toEqual([
      '68 quantity_snapshot_after_change.total_available_quantity',
      '68 quantity_snapshot_after_change.total_committed_quantity',
      '68 quantity_snapshot_after_change.in_shop_quantity',
    ]);
  });

  it('turn only switches that the endpoint has', () => {
    const unknown = alternativeRows
      .filter(({ kind }) => kind === 'switch')
      .flatMap(({ endpoints, instead }) => endpoints.map((id) => ({ id, name: instead.split('=')[0] ?? '' })))
      .filter(({ id, name }) => {
        const known = [...(operationOf.get(id)?.requestFields ?? []), ...(parametersOf.get(id) ?? [])];
        return !known.includes(name) && !known.includes(`query.${name}`);
      });
    expect(unknown).toEqual([]);
  });
});

describe('dateOf', () => {
  it.each([
    [
      'the newest of its sources',
      'lazykern/ecommerce-api-docs@eba059e | rioanandaputra-bot/tiktok-docs-mcp@a495059',
      '2026-05-01',
    ],
    [
      'a date that the source writes',
      'unattributed-public-file:1 (crawl of docv2, 2026-10-05)',
      '2026-10-05',
    ],
    [
      'no date of an event',
      'lazykern/ecommerce-api-docs@eba059e | deprecation: sunset 2026-08-15',
      '2025-12-03',
    ],
  ])('takes %s', (_what, source, expected) => {
    expect(dateOf(source)).toBe(expected);
  });
});

describe('the OpenAPI set', () => {
  const taken = readOperations(sources);
  const manifest = new URL('node_modules/@tts-open-toolkit/cli/package.json', root);

  it('holds no endpoint that the catalog lacks', () => {
    expect(reconcile(built, taken).filter((line) => line.startsWith('not in the catalog'))).toEqual([]);
  });

  it.skipIf(!existsSync(manifest))('has been taken over as it is installed', () => {
    const folder = new URL('skills/tts-openapi-guide/references/oas/paths/', manifest);
    expect(diffOperations(taken, readOpenApi(folder))).toEqual([]);
  });

  it('shows what a newer state would change', () => {
    const operation = {
      method: 'GET',
      path: '/shop/202309/things',
      operation: 'GetThings',
      requestFields: [],
    };
    const before = [
      { ...operation, responseFields: ['data.id'] },
      { ...operation, path: '/shop/202309/old', responseFields: [] },
    ];
    const after = [
      { ...operation, responseFields: ['data.name'] },
      { ...operation, path: '/shop/202309/new', responseFields: [] },
    ];
    expect(diffOperations(before, after)).toEqual(
      [
        '~ GET /shop/202309/things response + data.name',
        '~ GET /shop/202309/things response - data.id',
        '+ GET /shop/202309/new (GetThings)',
        '- GET /shop/202309/old (GetThings)',
      ].sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1)),
    );
  });
});

describe('docs/catalog.md', () => {
  it('tells the numbers of the data as it is', () => {
    const document = readFileSync(new URL('../../docs/catalog.md', root), 'utf8');
    const current = fillPlaces(document, describeCatalog(built, readOperations(sources)));
    expect(current === document, 'run `pnpm build:data` in packages/scope-catalog').toBe(true);
  });
});

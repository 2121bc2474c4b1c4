import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alternativeRows } from '../tools/alternatives/index.js';
import { buildCatalog } from '../tools/build-catalog.js';
import { diffOperations, reconcile } from '../tools/compare-openapi.js';
import { describeCatalog } from '../tools/describe-catalog.js';
import { fillPlaces } from '../tools/fill-places.js';
import { fieldCorrections } from '../tools/corrections/fields/index.js';
import { primaryCorrections } from '../tools/corrections/primary-categories.js';
import { purposeChanges } from '../tools/corrections/purposes/changes.js';
import { restCategories } from '../tools/corrections/rest-categories.js';
import { scopeConfidences } from '../tools/corrections/scopes.js';
import { dataFiles } from '../tools/data-files.js';
import { fitsFamily } from '../tools/family.js';
import { validateCatalog } from '../src/validate.js';
import { readOpenApi, schemaOf } from '../tools/openapi.js';
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
      const better = scopeConfidences.find(({ endpoints }) => endpoint?.id.startsWith(endpoints));
      expect(endpoint?.scopeConfidence).toBe(better?.confidence ?? row['scope_confidence']);
      expect(endpoint?.access).toBe(row['access']);
    }
  });

  it('keeps every field of the facts but those that a correction names', () => {
    const own = new Set(built.fields.map((field) => `${field.endpoint} ${field.path} ${field.category}`));
    const corrected = new Set(
      fieldCorrections.flatMap(({ endpoints, holds = {} }) =>
        endpoints.flatMap((id) => Object.keys(holds).map((path) => `${id} ${path}`)),
      ),
    );
    const lost = readTable(sources, 'fields')
      .map((row) => ({
        place: `${row['method'] ?? ''} ${row['path'] ?? ''} ${row['field'] ?? ''}`,
        category: row['category'] ?? '',
      }))
      .filter(({ place, category }) => !own.has(`${place} ${category}`) && !corrected.has(place));
    expect(lost).toEqual([]);
  });

  it('keeps every place of the payloads', () => {
    const own = new Set(built.fields.map((field) => `${field.endpoint} ${field.path} ${field.category}`));
    const lost = readTable(sources, 'webhook-payloads').filter(
      (row) => !own.has(`WEBHOOK ${row['type'] ?? ''} ${row['field path'] ?? ''} ${row['category'] ?? ''}`),
    );
    expect(lost).toEqual([]);
  });

  it('rules out what the prose of a purpose rules out, unless a change says otherwise', () => {
    const prose = readTable(sources, 'purposes').flatMap((row) => {
      const [, named = ''] = /never: ([^:]*?)(?: \(|\. |$)/.exec(row['rationale'] ?? '') ?? [];
      const ids = named.split(';').filter((id) => data.categories.some((one) => one.id === id));
      return ids.map((id) => ({ kind: row['id'] ?? '', id }));
    });
    const wrong = prose.filter(({ kind, id }) => {
      const purpose = data.purposes.find((one) => one.kind === kind);
      const changed = purposeChanges.flatMap(({ kinds, categories }) =>
        kinds === '*' || kinds.includes(kind) ? categories : [],
      );
      return purpose?.never.includes(id) !== true && !changed.includes(id);
    });
    expect(prose.length).toBeGreaterThan(80);
    expect(wrong).toEqual([]);
  });

  it('takes a file that shows only method and path for no proof of what an answer holds', () => {
    const rest = built.fields.filter(
      ({ path, source }) => path === '*' && /^[^|]*:api\/\w+Api\.ts@/.test(source),
    );
    expect(rest.length).toBeGreaterThan(330);
    expect([...new Set(rest.map(({ confidence }) => confidence))]).toEqual(['inferred']);
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
    const payload = new Map(data.webhooks.map((row) => [String(row.type), row.data]));
    const isListed = (type: string, path: string): boolean =>
      (payload.get(type) ?? []).some(
        (place) => place === path || (place.endsWith('.*') && path.startsWith(place.slice(0, -1))),
      );
    const pushed = pairs.filter(({ kind, other }) => kind === 'webhook' && other !== 'the event');
    expect(pushed.filter(({ instead, other }) => !isListed(instead, other))).toEqual([]);
    expect(pushed.length).toBeGreaterThan(50);
  });

  it('turn only switches that the endpoint has', () => {
    const unknown = alternativeRows
      .filter(({ kind }) => kind === 'switch')
      .flatMap(({ endpoints, instead }) => endpoints.map((id) => ({ id, name: instead.split('=')[0] ?? '' })))
      .filter(({ id, name }) => {
        const known = [...(operationOf.get(id)?.requestFields ?? []), ...(parametersOf.get(id) ?? [])];
        return !known.includes(name) && !known.includes(`query.${name}`);
      });
    // On no page that was held; each source says it of its own.
    expect(unknown.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'GET /customer_service/202309/conversations need_session_info',
      'POST /return_refund/202603/aftersales/search whitelisted_data_fields',
      'POST /return_refund/202604/rma/search whitelisted_data_fields',
    ]);
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

  it('leaves no field unproven: in the set, or on a page, or in other words of the row', () => {
    const problems = validateCatalog(data, built.fields, taken.map(schemaOf));
    expect(problems).toEqual([]);
    const elsewhere = built.fields.filter(({ seenIn }) => seenIn !== undefined);
    expect(elsewhere.length).toBeGreaterThan(150);
    expect(elsewhere.filter(({ seenIn }) => seenIn === 'sibling').length).toBeLessThan(60);
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
    const current = fillPlaces(
      document,
      describeCatalog(built, readOperations(sources), readTable(sources, 'read-fields')),
    );
    expect(current === document, 'run `pnpm build:data` in packages/scope-catalog').toBe(true);
  });
});

import { createCatalog, loadCatalog, type Catalog, type Platform } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import { parseDeclaration, type Analysis } from '../src/index.js';
import { analyzeSources, usedBy, type Sources } from './generate/run.js';
import { category, endpoint, scope, tinyCatalog, webhook } from './tiny-catalog.js';

/** Nothing of this platform is like the first one's: what the engine knows of either it knows from the rows. */
const origin = { source: 'typed in', date: '2026-01-01' };
const platform: Platform = {
  name: 'Parcel Market API',
  console: 'Merchant Desk',
  requests: { tokenHeader: 'parcel-token', appKey: 'client_key', besideAppKey: ['hmac'], ...origin },
  paths: { beforeVersion: '', version: 'v\\d+', versionTells: 'nothing', legacyStart: '/rest/', ...origin },
  answers: { envelope: ['ok'], missingScope: 'E-17', ...origin },
  webhooks: { type: 'kind', besideType: ['merchant'], withdrawal: { seller: 9 }, ...origin },
  names: { inNames: ['parcelmarket'], asWords: ['pm'], ...origin },
  company: { domains: ['parcel.example'], ...origin },
  sdk: {
    apiClass: 'Parcel[A-Z][A-Za-z]*Calls',
    client: 'ParcelKit',
    tokenTool: 'ParcelTokens',
    generated: ['pathOfParcel'],
    indexes: ['calls/index.ts'],
    parts: ['shapes'],
    ...origin,
  },
};

const catalog: Catalog = createCatalog(
  {
    ...tinyCatalog,
    platform,
    endpoints: [
      endpoint('GET /v2/parcels/{parcel_id}', {
        version: 'v2',
        family: 'GET /parcels/{parcel_id}',
        scopes: ['parcels.read'],
        primary: ['order.reference'],
        incidental: ['buyer.name'],
      }),
      endpoint('POST /v2/parcels', {
        version: 'v2',
        family: 'POST /parcels',
        scopes: ['parcels.write'],
        primary: ['order.reference'],
        access: 'write',
      }),
      endpoint('GET /v3/merchants', {
        version: 'v3',
        family: 'GET /merchants',
        scopes: ['merchants.read'],
        primary: ['shop.identity'],
      }),
    ],
    legacyEndpoints: [],
    legacyFields: [],
    alternatives: [],
    scopes: [scope('parcels.read'), scope('parcels.write'), scope('merchants.read')],
    scopeAliases: [],
    categories: [...tinyCatalog.categories, category('buyer.phone', 'personal')],
    webhooks: [webhook(9, {})],
    hosts: [{ host: 'api.parcelmarket.example', use: 'api', confidence: 'documented', ...origin }],
    httpClients: loadCatalog().httpClients,
  },
  () => [
    {
      endpoint: 'GET /v2/parcels/{parcel_id}',
      path: 'data.receiver',
      direction: 'response',
      category: 'buyer.name',
      confidence: 'documented',
      ...origin,
    },
  ],
);

const code: Sources = {
  'src/client.ts': `export const send = (path: string, method = 'GET') =>
  fetch(process.env.PM_BASE_URL + path, { method, headers: { 'Parcel-Token': token() } });
`,
  'src/parcels.ts': `import { send } from './client';
export const label = async (id: string) => {
  const parcel = await (await send(\`/v2/parcels/\${id}\`)).json();
  console.log(parcel.data.receiver);
};
export const create = () => send('/v2/parcels', 'POST');
export const merchant = () => fetch('https://api.parcelmarket.example/v3/merchants');
export const gone = () => fetch('https://api.parcelmarket.example/v3/nothing-like-it/anywhere');
`,
  // What the first platform is known by means nothing here.
  'src/other.ts': `export const orders = () =>
  fetch('https://open-api.tiktokglobalshop.com/order/202309/orders', { headers: { 'x-tts-access-token': token() } });
`,
  'src/hook.ts': `import { prisma } from 'store-kit';
export async function POST(request: Request) {
  const body = await request.json();
  if (body.kind === 9) await prisma.delete({ where: { merchant: body.merchant } });
}
`,
};

const declared = `schema: 1
app: { name: Parcels, type: public, tokens: [seller] }
requestedScopes: [parcels.write, merchants.read]
purposes:
  - { id: reading, kind: reading, text: Show where the parcels of a merchant are., retention: { period: P30D } }
`;

function analysis(): Analysis {
  const { declaration, mistakes } = parseDeclaration(declared, 'scope-declaration.yaml', catalog);
  return analyzeSources(code, { catalog, declaration, mistakes });
}

describe('another platform, by rows alone', () => {
  it('is met by its own host, header, names and versions, and by nobody else’s', () => {
    expect(usedBy(analysis().needs)).toEqual([
      'GET /v2/parcels/{}',
      'GET /v3/merchants',
      'POST /v2/parcels',
      'unknown GET /v3/nothing-like-it/anywhere',
    ]);
  });

  it('has a declaration without mistakes', () => {
    expect(parseDeclaration(declared, 'scope-declaration.yaml', catalog).mistakes).toEqual([]);
  });

  it('has its own scopes and its own error', () => {
    const [missing] = analysis().findings.filter(({ rule }) => rule === 'missing-scope');
    expect(missing?.data).toMatchObject({ scopes: ['parcels.read'], predictedError: 'E-17' });
    expect(missing?.why).toContain('E-17');
  });

  it('has its own data', () => {
    const logged = analysis().findings.filter(({ rule }) => rule === 'personal-data-logged');
    expect(logged.map(({ place }) => `${place.file}:${String(place.start.line)}`)).toEqual([
      'src/parcels.ts:4',
    ]);
  });

  it('has its own webhooks', () => {
    const { handledWebhooks } = analysis().needs;
    expect(handledWebhooks.map(({ type, deletion }) => [type, deletion === null])).toEqual([[9, false]]);
  });
});

import { readFileSync } from 'node:fs';
import { loadCatalog } from '@leastscope/scope-catalog';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { connect, declare } from '../../test/judge.js';
import { declarationJsonSchema } from './json-schema.js';

const catalog = loadCatalog();

test('the published schema is current', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../../schema/scope-declaration.schema.json', import.meta.url), 'utf8'),
  );
  // Out of date? pnpm build, then node packages/analyzer/tools/write-schema.mjs
  expect(published).toEqual(declarationJsonSchema(catalog));
});

test('an editor that checks by it agrees', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    declarationJsonSchema(catalog),
  );
  expect(validate(parse(declare()))).toBe(true);
  expect(validate(parse(declare({ more: 'webhook: [1]\n' })))).toBe(false);
  expect(validate(parse(declare({ more: 'rules: { surplus-data: off }\n' })))).toBe(true);
  expect(validate(parse(declare({ purposes: connect.replace('P1Y', 'a year') })))).toBe(false);
});

interface Offered {
  readonly $defs: Readonly<
    Record<string, { readonly anyOf?: readonly { const: unknown; description: string }[] }>
  >;
  readonly properties: {
    readonly controls: { readonly properties: Readonly<Record<string, { description: string }>> };
  };
}

test('an editor offers what the catalog knows, each with what it is', () => {
  const { $defs, properties } = declarationJsonSchema(catalog) as unknown as Offered;
  const offered = (name: string) =>
    new Map($defs[name]?.anyOf?.map(({ const: value, description }) => [value, description]));
  expect(offered('scope').get('seller.order.info')).toBe('Order Information');
  expect(offered('scope').size).toBe(catalog.scopes.length);
  expect(offered('purposeKind').get('shipping_seller')).toBe(
    catalog.purposeByKind.get('shipping_seller')?.title,
  );
  expect(offered('category').get('buyer.phone')).toBe(catalog.categoryById.get('buyer.phone')?.title);
  expect(offered('webhook').get(6)).toBe(catalog.webhookByType.get(6)?.title);
  expect(offered('recipientPackage').get('@sendgrid/mail')).toMatch(/SendGrid/);
  expect(properties.controls.properties['access-review']?.description).toMatch(/access/);
  const titles = Object.keys($defs).flatMap((name) => [...offered(name).values()]);
  expect(titles.length).toBeGreaterThan(250);
  expect(titles.filter((title) => title.trim() === '')).toEqual([]);
});

test('what is newer than the catalog is taken all the same', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    declarationJsonSchema(catalog),
  );
  const newer = declare({
    scopes: 'seller.holograms.info',
    purposes: connect.replace('shop_connection', 'hologram_sale'),
    more: `webhooks: [987]
recipients: [{ id: a, name: Nobody Ltd, hosts: [api.nobody.example], receives: [buyer.hologram] }]
controls: { hologram-policy: { answer: yes, statement: None. } }
`,
  });
  expect(validate(parse(newer)), JSON.stringify(validate.errors)).toBe(true);
  expect(validate(parse(declare({ more: 'webhooks: [six]\n' })))).toBe(false);
  expect(validate(parse(declare({ more: 'controls: { access-review: { answer: perhaps } }\n' })))).toBe(
    false,
  );
});

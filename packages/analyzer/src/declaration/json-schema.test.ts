import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { connect, declare } from '../../test/judge.js';
import { declarationJsonSchema } from './json-schema.js';

test('the published schema is current', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../../schema/scope-declaration.schema.json', import.meta.url), 'utf8'),
  );
  // Out of date? pnpm build, then node packages/analyzer/tools/write-schema.mjs
  expect(published).toEqual(declarationJsonSchema());
});

test('an editor that checks by it agrees', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(declarationJsonSchema());
  expect(validate(parse(declare()))).toBe(true);
  expect(validate(parse(declare({ more: 'webhook: [1]\n' })))).toBe(false);
  expect(validate(parse(declare({ more: 'rules: { surplus-data: off }\n' })))).toBe(true);
  expect(validate(parse(declare({ purposes: connect.replace('P1Y', 'a year') })))).toBe(false);
});

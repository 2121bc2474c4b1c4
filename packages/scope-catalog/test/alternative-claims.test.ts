import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { AlternativeRow } from '../tools/alternatives/alternative-rows.js';
import { claimMistakes } from '../tools/alternatives/claim-mistakes.js';
import { alternativeRows } from '../tools/alternatives/index.js';
import { readValues } from '../tools/openapi.js';

const manifest = createRequire(import.meta.url).resolve('@tts-open-toolkit/cli/package.json');
const set = pathToFileURL(`${dirname(manifest)}/skills/tts-openapi-guide/references/oas/paths/`);
const values = readValues(set);

const planted = (row: Partial<AlternativeRow>): AlternativeRow => ({
  endpoints: ['GET /fulfillment/202309/packages/{package_id}'],
  kind: 'endpoint',
  instead: 'POST /fulfillment/202309/packages/search',
  carries: {},
  title: 'planted',
  confidence: 'documented',
  source: 'test',
  ...row,
});

describe('a way to less data does what it claims', () => {
  it('in every row that the OpenAPI set can tell of', () => {
    expect(claimMistakes(alternativeRows, values)).toEqual([]);
  });

  it.each<readonly [string, Partial<AlternativeRow>, RegExp]>([
    [
      'a status that the other endpoint never tells',
      {
        endpoints: ['POST /order/202309/orders/search'],
        carries: { 'data.orders[].line_items[].package_status': 'data.packages[].status' },
      },
      /status never tells .*TO_FULFILL/,
    ],
    [
      'an id that nothing of today’s call tells',
      { instead: 'GET /product/202309/products/{product_id}' },
      /nothing in today’s call tells the product_id/,
    ],
    [
      'a value that the parameter does not take',
      {
        endpoints: ['POST /affiliate_seller/202508/conversations'],
        kind: 'switch',
        instead: 'only_need_conversation_id=yes',
        onlyWhere: 'only_need_conversation_id=false',
      },
      /does not take yes/,
    ],
    [
      'a switch that is told apart by another name',
      { kind: 'switch', instead: 'need_data=false', onlyWhere: 'need_plaintext=true' },
      /told apart by need_plaintext/,
    ],
    [
      'a switch to what the request says already',
      { kind: 'switch', instead: 'need_data=false', onlyWhere: 'need_data=false' },
      /says already/,
    ],
  ])('which catches %s', (_what, row, mistake) => {
    const mistakes = claimMistakes([planted(row)], values);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(mistake);
  });
});

import { describe, expect, it } from 'vitest';
import {
  analysis,
  catalog,
  declaration,
  finding,
  needs,
  openCall,
  place,
  scopeNeed,
} from '../../test/samples.js';
import { schemaMistakes } from '../../test/schemas.js';
import { plainPainter } from '../text/painter.js';
import { compareManifests } from './compare-manifests.js';
import { createManifest, printManifest, type Manifest } from './manifest.js';

function manifestOf(overrides: Parameters<typeof analysis>[0] = {}): Manifest {
  return createManifest({
    analysis: analysis(overrides),
    declaration,
    catalog,
    tool: { name: 'leastscope', version: '0.0.0' },
    purposeOf: () => 'ship-orders',
  });
}

const removal = (scope: string) => ({
  scope,
  place: place('scope-declaration.yaml', 9),
  testUses: [],
  servedBy: [],
  doubts: [],
});

describe('createManifest', () => {
  it('writes down what is needed, and why', () => {
    expect(manifestOf().scopes).toMatchInlineSnapshot(`
      [
        {
          "access": "read",
          "alternatives": [],
          "approval": "none",
          "callSites": [
            {
              "file": "src/orders.ts",
              "line": 3,
              "purpose": "ship-orders",
            },
          ],
          "categories": [
            "buyer.contact",
            "order.order",
          ],
          "endpoints": [
            "POST /order/202309/orders/search",
          ],
          "key": "seller.order.info",
          "kind": "public",
          "reason": "No other scope would do.",
          "sensitive": true,
          "status": "required",
          "title": "Title of seller.order.info",
        },
      ]
    `);
  });

  it('keeps an excepted scope out of drop, and says that no call needs it', () => {
    const manifest = manifestOf({
      needs: needs({
        difference: { drop: [removal('seller.finance.info')], possiblyUnused: [], add: [], unknown: [] },
      }),
      findings: [
        finding({
          rule: 'unused-scope',
          data: { scope: 'seller.finance.info' },
          suppressed: { by: 'exception', reason: 'migration', place: place('scope-declaration.yaml', 20) },
        }),
      ],
    });
    expect(manifest.drop).toEqual([]);
    expect(manifest.scopes.map(({ key, status }) => `${key} ${status}`)).toEqual([
      'seller.finance.info excepted',
      'seller.order.info required',
    ]);
  });

  it('tells sure removals from possible ones, and leaves possible needs out', () => {
    const manifest = manifestOf({
      needs: needs({
        scopes: [scopeNeed(), scopeNeed({ scope: 'seller.fulfillment.basic', state: 'possibly-needed' })],
        open: [openCall(), openCall({ fileKind: 'test' })],
        unread: [{ file: 'src/old.ts', reason: 'not UTF-8 text', place: null }],
        difference: {
          drop: [],
          possiblyUnused: [removal('seller.finance.info')],
          add: ['seller.order.info'],
          unknown: [],
        },
        verdict: 'unknown',
      }),
    });
    expect(manifest).toMatchObject({
      drop: [],
      possiblyUnused: ['seller.finance.info'],
      add: ['seller.order.info'],
      verdict: 'unknown',
      unresolved: [
        { file: 'src/proxy.ts', line: 5, reason: 'the path comes from `req.body.path`' },
        { file: 'src/old.ts', line: null, reason: 'not read: not UTF-8 text' },
      ],
    });
    expect(manifest.scopes.map(({ key }) => key)).toEqual(['seller.order.info']);
    expect(schemaMistakes('scope-manifest', JSON.parse(printManifest(manifest)))).toBeNull();
  });
});

describe('compareManifests', () => {
  it('shows what changed and nothing else', () => {
    const before = printManifest(manifestOf());
    const after = printManifest({ ...manifestOf(), add: ['seller.order.info'], verdict: 'not-minimal' });
    expect(compareManifests(before, before.replaceAll('\n', '\r\n'), plainPainter)).toEqual([]);
    expect(compareManifests(before, after, plainPainter)).toEqual([
      '-   "add": [],',
      '+   "add": [',
      '+     "seller.order.info"',
      '+   ],',
      '-   "verdict": "minimal"',
      '+   "verdict": "not-minimal"',
    ]);
  });

  it('survives a file that is no manifest', () => {
    expect(compareManifests('\u001b[31m', 'a', plainPainter)).toEqual(['- \\u001b[31m', '+ a']);
  });
});

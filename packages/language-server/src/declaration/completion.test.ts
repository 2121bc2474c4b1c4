import { describe, expect, it } from 'vitest';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { viewOf } from '../../test/view-of.js';
import { completeInDeclaration } from './completion.js';

const declaration = `schema: 1
app: { name: A, type: public, tokens: [seller] }
requestedScopes: [seller.order.info]
purposes:
  - { id: ship, kind: shipping_seller, text: Create labels for orders the seller has to dispatch and report tracking. }
recipients:
  - { id: carrier, name: Carrier Ltd }
`;
const ship = `export const ship = () =>
  fetch('https://open-api.tiktokglobalshop.com/order/202309/orders/search', { method: 'POST' });
`;
const view = viewOf({ 'scope-declaration.yaml': declaration, 'src/ship.ts': ship });

/** What is offered at the bar of a text. */
function offered(marked: string): readonly string[] {
  const offset = marked.indexOf('|');
  const document = TextDocument.create('file:///d.yaml', 'yaml', 1, marked.replace('|', ''));
  return completeInDeclaration(view, document, offset).map(({ label }) => label);
}

describe('completes what is half written', () => {
  it.each([
    ['requestedScopes:\n  - |', 'seller.order.info'],
    ['requestedScopes:\n  -|', 'seller.order.info'],
    ['requestedScopes: [|', 'seller.order.info'],
    ['requestedScopes: [seller.product.basic, |]', 'seller.order.info'],
    ['requestedScopes:\n  - seller.ord|\nwebhooks: [1]', 'seller.order.info'],
    ['requestedScopes:\n  - "seller.ord|"', 'seller.order.info'],
    ['purposes:\n  - id: a\n    kind: |', 'shipping_seller'],
    ['purposes:\n  - id: a\n    kind:|\n    text: x', 'shipping_seller'],
    ['purposes:\n  - id: a\n    kind: shipping_seller\n    also:\n      - category: |', 'buyer.content'],
    ['purposes:\n  - { id: a, kind: shipping_seller, also: [{ category: | }] }', 'buyer.content'],
    ['purposes:\n  - id: a\n    shareWith: [|]', 'carrier'],
    ['webhooks: [1, |]', '6'],
    ['controls:\n  |', 'access-control-policy'],
    ['controls:\n  acc|: { answer: yes }', 'access-control-policy'],
    ['controls:\n  mfa: { answer: yes }\n  acc|', 'access-control-policy'],
    ['rules:\n  unused-scope: |', 'off'],
    ['rules:\n  unu|', 'unused-scope'],
    ['exceptions:\n  - rule: |', 'missing-scope'],
    ['exceptions:\n  - rule: missing-scope\n    endpoint: |', 'POST /order/202309/orders/search'],
    ['storage:\n  - id: db\n    holds: [buyer.name, |', 'buyer.phone'],
  ])('%j', (text, wanted) => {
    expect(offered(text)).toContain(wanted);
  });

  it.each([['|'], ['app:\n  name: |'], ['purposes:\n  - id: |'], ['# requestedScopes: [|'], ['a: {b: [|']])(
    'and says nothing at %j',
    (text) => {
      expect(offered(text)).toEqual([]);
    },
  );
});

it.each([
  ['requestedScopes:\n  -|', 'requestedScopes:\n  - seller.order.info'],
  ['requestedScopes:\n  - sell|er.x # why\n', 'requestedScopes:\n  - seller.order.info # why\n'],
  ['requestedScopes: ["sel|"]', 'requestedScopes: ["seller.order.info"]'],
  ['purposes:\n  - kind:|\n', 'purposes:\n  - kind: shipping_seller\n'],
  [
    'manualUsage:\n  - endpoint: POST /or|\n    where: x\n',
    'manualUsage:\n  - endpoint: POST /order/202309/orders/search\n    where: x\n',
  ],
])('what is taken stands well: %j', (marked, expected) => {
  const offset = marked.indexOf('|');
  const document = TextDocument.create('file:///d.yaml', 'yaml', 1, marked.replace('|', ''));
  const items = completeInDeclaration(view, document, offset);
  const item = items.find(({ label }) => expected.includes(label));
  expect(TextDocument.applyEdits(document, item?.textEdit ? [item.textEdit as TextEdit] : [])).toBe(expected);
});

it('what stands there already is not offered again', () => {
  expect(offered('webhooks: [1, |]')).not.toContain('1');
  expect(offered('rules:\n  unused-scope: off\n  |')).not.toContain('unused-scope');
});

it('of the categories, those that the kind takes with a reason come first, and those it needs not at all', () => {
  const kind = view.engine.catalog.purposeByKind.get('shipping_seller');
  const labels = offered('purposes:\n  - id: a\n    kind: shipping_seller\n    also:\n      - category: |');
  expect(kind?.optional).toContain(labels[0]);
  expect(labels.filter((label) => kind?.needs.includes(label))).toEqual([]);
});

it('what is needed comes first', () => {
  expect(offered('requestedScopes:\n  - |')[0]).toBe('seller.order.info');
});

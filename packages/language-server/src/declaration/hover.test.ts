import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { viewOf } from '../../test/view-of.js';
import { hoverInDeclaration } from './hover.js';

const declaration = `schema: 1
app: { name: A, type: public, tokens: [seller] }
requestedScopes: [seller.order.info, seller.finance.info, no.such.scope]
purposes:
  - id: ship
    kind: shipping_seller
    text: Create labels for orders the seller has to dispatch; <b>and</b> [more](command:x).
    also: [{ category: buyer.content, because: Notes are printed on the label. }]
    shareWith: [carrier]
recipients:
  - { id: carrier, name: "Carrier <i>", role: processor, receives: [buyer.name] }
webhooks: [6]
controls:
  access-control-policy: { answer: yes, statement: Written down. }
rules: { unused-scope: warning }
`;
const ship = `export const ship = () =>
  fetch('https://open-api.tiktokglobalshop.com/order/202309/orders/search', { method: 'POST' });
`;
const view = viewOf({ 'scope-declaration.yaml': declaration, 'src/ship.ts': ship });
const document = TextDocument.create('file:///d.yaml', 'yaml', 1, declaration);

it.each([
  ['seller.order.info', 'here: 1 call · needed'],
  ['seller.finance.info', 'here: '],
  ['no.such.scope', 'is unknown to this catalog'],
  ['ship\n', 'in 1 file'],
  ['shipping_seller', 'needs '],
  ['buyer.content', 'personal data'],
  ['carrier]', 'receives `buyer.name`'],
  ['6]', '**webhook 6**'],
  ['access-control-policy', '**`access-control-policy`**'],
  ['unused-scope', '**`unused-scope`**'],
  ['warning', '**`unused-scope`**'],
])('over %j stands %j', (word, part) => {
  const found = hoverInDeclaration(view, document, declaration.indexOf(word) + 1);
  expect(JSON.stringify(found?.contents)).toContain(part);
});

it('no markup of the declaration takes effect', () => {
  const values = ['ship\n', 'carrier]'].map((word) =>
    JSON.stringify(hoverInDeclaration(view, document, declaration.indexOf(word) + 1)?.contents),
  );
  expect(values.join()).not.toMatch(/<b>|<i>|\]\(command:/);
});

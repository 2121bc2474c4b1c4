import { expect, test } from 'vitest';
import { analyzeSources } from './generate/run.js';

const code = JSON.stringify(
  "fetch('https://open-api.tiktokglobalshop.com/order/202309/orders/search', { method: 'POST' });",
);
const unread = (source: string) => analyzeSources({ 'src/app.js': source }).needs.unread;

test.each([
  ['a module of a development bundle', `const modules = { a: (module) => { eval(${code}); } };`],
  ['handed through a function of the bundler', `eval(trusted(${code}));`],
  ['outside of where it stands', `(0, eval)(${code});`],
  ['as a global’s member', `globalThis.eval(${code});`],
  ['a function made of a text', `const send = new Function('token', ${code});`],
  ['a template without holes', 'eval(`client.get("/order/202309/orders")`);'],
])('code in a text that names the platform is told as unread: %s', (_, source) => {
  expect(unread(source)).toMatchObject([
    { file: 'src/app.js', reason: 'runs code that stands in a text, which is not read' },
  ]);
});

test.each([
  ['code of nobody’s', "eval('1 + 1'); // https://open-api.tiktokglobalshop.com"],
  ['a text that is not run', `console.log(${code});`],
  ['a function of the app’s own', `evaluate(${code});`],
])('nothing is told of %s', (_, source) => {
  expect(unread(source)).toEqual([]);
});

test('calls beside it are found as ever', () => {
  const { needs } = analyzeSources({
    'src/app.js': `eval(${code});\nfetch('https://open-api.tiktokglobalshop.com/authorization/202309/shops', { headers: { 'x-tts-access-token': '' } });`,
  });
  expect(needs.uses.map(({ endpoint }) => endpoint)).toEqual(['GET /authorization/202309/shops']);
});

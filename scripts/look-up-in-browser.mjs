// What the documents promise of browsers, tried in a real Chromium: the look-up page works from its file, without a network and by
// keyboard, and the data of the catalog can be imported as it is published.
//   node scripts/look-up-in-browser.mjs [page]   without a page it makes one; without a Chromium it says so and passes
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startChromium } from './chromium.mjs';
import { lookUpPage } from './look-up-page.mjs';
import { root } from './pnpm.mjs';

const browser = await startChromium();
if (browser === null) {
  console.log('skipped  there is no Chromium here; install one, or name it in CHROMIUM');
  process.exit();
}
const folder = mkdtempSync(join(tmpdir(), 'leastscope-look-up-'));
const troubles = [];
try {
  await lookUp();
  await importData();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
for (const trouble of troubles) console.error(`NOT ok  ${trouble}`);
if (troubles.length > 0) process.exit(1);
console.log('ok  the look-up page from its file, and the data of the catalog imported by a page');

async function lookUp() {
  const file = process.argv[2] ?? join(folder, 'catalog-look-up.html');
  if (process.argv[2] === undefined) writeFileSync(file, lookUpPage());
  const address = pathToFileURL(file).href;
  const tab = await watchedTab((url) => url.split('#')[0] === address, { bypassCSP: true });
  await tab.goto(address);
  const rows = () => tab.locator('details:visible').count();
  const all = await rows();
  demand(all > 600, `it lists ${all} things only`);
  await tab.locator('#words').focus();
  await tab.keyboard.type('seller.finance.info');
  const found = await rows();
  demand(found > 0 && found < all / 10, `a search for a scope leaves ${found} of ${all}`);
  demand(
    (await tab.locator('#count').textContent()) === `${found} found`,
    'it does not say how many it found',
  );
  await tab.locator('#words').fill('zebra');
  demand((await rows()) === 0, 'it finds what there is not');
  await tab.goto(`${address}#get-order-202507-orders`);
  const entry = tab.locator('details:has(#get-order-202507-orders)');
  demand((await entry.getAttribute('open')) !== null, 'an address does not open what it names');
  await entry.locator('a', { hasText: 'buyer.name' }).click();
  demand(
    (await tab.locator('details:has(#buyer-name)').getAttribute('open')) !== null,
    'a link does not open what it names',
  );
  await tab.setViewportSize({ width: 360, height: 800 });
  const widest = await tab.evaluate(() => globalThis.document.documentElement.scrollWidth);
  demand(widest <= 360, `on a narrow screen it is ${widest} px wide`);
  // All entries are built alike: some are enough, and hundreds take axe a minute.
  await tab.locator('#words').fill('seller.finance.info');
  await tab.evaluate(
    readFileSync(createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8'),
  );
  const { violations } = await tab.evaluate(() => globalThis.axe.run());
  for (const { id, nodes } of violations) demand(false, `axe finds ${id} at ${nodes[0].target}`);
}

/** The lines of the package's README, served as they lie in the package; a page from a file may import nothing. */
async function importData() {
  const data = 'packages/scope-catalog/data/';
  const readme = readFileSync(join(root, 'packages/scope-catalog/README.md'), 'utf8');
  const [, lines = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
  const script = lines.replaceAll('@leastscope/scope-catalog/data/', './data/');
  demand(script.includes('./data/endpoints.json'), 'the README imports no data');
  const server = createServer(({ url = '' }, response) => {
    const [, name] = /^\/data\/([a-z-]+\.json)$/.exec(url) ?? [];
    const [type, text] =
      name === undefined
        ? ['text/html', `<!doctype html><title>data</title><script type="module">${script}</script>`]
        : ['application/json', readFileSync(join(root, data, name))];
    response.writeHead(200, { 'content-type': type }).end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  try {
    const tab = await watchedTab((url) => url.startsWith(address));
    const said = tab.waitForEvent('console', { timeout: 20_000 });
    await tab.goto(address);
    const [printed] = (await said).args();
    demand(
      JSON.stringify(await printed?.jsonValue()) === '["seller.order.info"]',
      'the lines of the README print something else in a browser',
    );
  } finally {
    server.close();
  }
}

/** A tab that tells of each request that is not expected, and of each error. */
async function watchedTab(isExpected, options = {}) {
  const tab = await (await browser.newContext(options)).newPage();
  tab.on('request', (request) => demand(isExpected(request.url()), `it asks for ${request.url()}`));
  tab.on('pageerror', (error) => demand(false, error.message));
  tab.on('console', (message) => demand(message.type() !== 'error', message.text()));
  return tab;
}

function demand(holds, trouble) {
  if (!holds) troubles.push(trouble);
}

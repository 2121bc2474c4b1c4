// Opens the page of a pack in a real Chromium, as a reader would: from its file, wide and narrow, light and dark, printed. Nothing
// may be asked of the network, no error said, nothing serious found by axe, and nothing may stand out of a narrow screen.
// `node scripts/page-in-browser.mjs review-pack/index.html [picture.png]`; CHROMIUM names the browser where it is elsewhere.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startChromium } from './chromium.mjs';
import { root } from './pnpm.mjs';

const [page = 'review-pack/index.html', picture] = process.argv.slice(2);
const browser = await startChromium();
if (browser === null) {
  console.error('There is no Chromium here. Install one, or name it in CHROMIUM.');
  process.exit(2);
}

const axe = readFileSync(createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
const address = pathToFileURL(resolve(page)).href;
const troubles = [];
for (const colorScheme of ['light', 'dark'])
  for (const width of [1280, 360]) troubles.push(...(await look(colorScheme, width)));
await browser.close();
for (const trouble of troubles) console.error(trouble);
if (troubles.length > 0) process.exit(1);
console.log(
  `${page}: light and dark, 1280 and 360 px, A4: no request, no error, nothing for axe, nothing cut off.`,
);

async function look(colorScheme, width) {
  const where = `${colorScheme}, ${width} px`;
  const found = [];
  // The content security policy of the page keeps every script out, also that of the checker: it is put past it.
  const context = await browser.newContext({
    bypassCSP: true,
    colorScheme,
    viewport: { width, height: 800 },
  });
  const tab = await context.newPage();
  tab.on('request', (request) => {
    const url = request.url();
    if (url !== address && !url.startsWith('data:')) found.push(`${where}: it asks for ${url}`);
  });
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) found.push(`${where}: ${message.text()}`);
  });
  tab.on('pageerror', (error) => found.push(`${where}: ${error.message}`));
  await tab.goto(address);
  if (picture !== undefined && colorScheme === 'light' && width === 1280)
    await tab.screenshot({ path: picture });
  const widest = await tab.evaluate(() => globalThis.document.documentElement.scrollWidth);
  if (widest > width) found.push(`${where}: the page is ${widest} px wide`);
  found.push(...(await openMatrix(tab, where)));
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => globalThis.axe.run());
  for (const { id, impact, nodes } of violations)
    found.push(`${where}: axe finds ${id} (${impact}) at ${nodes[0].target} and in ${nodes.length - 1} more`);
  if (width === 1280 && colorScheme === 'light') {
    const pdf = await tab.pdf({ format: 'A4', preferCSSPageSize: true });
    if (pdf.length < 10_000) found.push(`${where}: it prints to next to nothing`);
  }
  await context.close();
  return found;
}

/** By keyboard: a number in the matrix opens its calls. */
async function openMatrix(tab, where) {
  const cell = tab.locator('.matrix summary').first();
  if ((await cell.count()) === 0) return [`${where}: no number in the matrix can be opened`];
  await cell.focus();
  await tab.keyboard.press('Enter');
  const isOpen = await tab
    .locator('.matrix details')
    .first()
    .evaluate((element) => element.open);
  return isOpen ? [] : [`${where}: a number in the matrix does not open by keyboard`];
}

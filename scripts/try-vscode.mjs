// The extension in a real Visual Studio Code, without a screen: opens a folder, waits for squiggles, prints the list of problems. Run by
// hand, since it needs what no other script does:
//   node scripts/try-vscode.mjs <folder> <file in it> <server> <puppeteer> <browser>
// `server` is a web server of Visual Studio Code (lib/vscode of the npm package code-server, with `npm install --ignore-scripts` run in it,
// and bin/rg of its @vscode/ripgrep linked to a ripgrep: without that no folder is searched for declarations). `puppeteer` is the entry
// of puppeteer-core. Bundle the extension first (scripts/bundle-cli.mjs, scripts/bundle-vscode.mjs).
/* global document -- of the page that is looked at */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL, URLSearchParams } from 'node:url';
import { root } from './pnpm.mjs';

const [folder, file, server, puppeteer, browserPath] = process.argv.slice(2);
if (browserPath === undefined)
  throw new Error('node scripts/try-vscode.mjs <folder> <file in it> <server> <puppeteer> <browser>');
const port = 18123;
const data = mkdtempSync(join(tmpdir(), 'leastscope-vscode-'));
const extension = join(data, 'extensions/leastscope.leastscope-vscode-0.1.0');
for (const part of ['package.json', 'bundle', 'server'])
  cpSync(join(root, 'packages/vscode', part), join(extension, part), { recursive: true, dereference: true });
const code = spawn(
  process.execPath,
  [
    ...[join(server, 'out/server-main.js'), '--host', '127.0.0.1', '--port', String(port)],
    ...['--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', join(data, 'data'), '--extensions-dir', join(data, 'extensions')],
  ],
  { stdio: 'ignore' },
);
const { default: library } = await import(pathToFileURL(resolve(puppeteer)).href);
const browser = await library.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
try {
  await setTimeout(6000);
  const page = await browser.newPage();
  const open = [['openFile', `vscode-remote://127.0.0.1:${port}${resolve(folder, file)}`]];
  const query = new URLSearchParams({ folder: resolve(folder), payload: JSON.stringify(open) });
  await page.goto(`http://127.0.0.1:${port}/?${query}`, { waitUntil: 'domcontentloaded' });
  console.log((await problems(page)) ?? 'Nothing was found in two minutes.');
} finally {
  await browser.close();
  code.kill();
  rmSync(data, { recursive: true, force: true });
}

/** What the list of problems says, once there are some; null when there are none for two minutes. */
async function problems(page) {
  for (let round = 0; round < 24; round += 1) {
    await setTimeout(5000);
    const found = await page.evaluate(() => {
      const buttons = [...document.querySelectorAll('.monaco-button')];
      buttons.find(({ textContent }) => /Yes, I trust/.test(textContent ?? ''))?.click();
      return document.querySelectorAll('.squiggly-error, .squiggly-warning').length;
    });
    if (found === 0) continue;
    for (const key of ['Control', 'Shift']) await page.keyboard.down(key);
    await page.keyboard.press('KeyM');
    for (const key of ['Shift', 'Control']) await page.keyboard.up(key);
    await setTimeout(4000);
    return page.evaluate(() => {
      const rows = [...document.querySelectorAll('.markers-panel .monaco-list-row')];
      return rows.map(({ textContent }) => textContent).join('\n');
    });
  }
  return null;
}

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { loadEngine } from '../src/host/engine.js';
import { main } from '../src/main.js';
import { host } from './samples.js';
import { project, repository, today } from './workbench.js';

const example = join(repository, 'fixtures/worked-examples/01-minimal');

const call = (path: string): string =>
  `import { ttsRequest } from './platform/http.js';\n\nexport const go = () => ttsRequest('POST', '${path}', {});\n`;

it('judges again after every save, as a fresh run would, and parses what was saved only', async () => {
  const folder = project({ 'src/other.ts': 'export const other = 1;\n' }, example);
  const stop = new AbortController();
  const terminal = host(folder, { loadEngine, stop: stop.signal });
  const options = ['--format', 'json', '--as-of', today];
  const ended = main(['check', '--watch', '--stats', ...options], terminal);
  const file = (name: string): string => join(folder, name);
  const saves: Readonly<Record<string, () => void>> = {
    'a new call': () => writeFileSync(file('src/new.ts'), call('/return_refund/202309/cancellations')),
    'another path': () => writeFileSync(file('src/new.ts'), call('/order/202309/orders/search')),
    'saved by renaming, as some editors do': () => {
      writeFileSync(file('src/new.ts~'), call('/product/202309/products/search'));
      renameSync(file('src/new.ts~'), file('src/new.ts'));
    },
    'a folder of its own': () => {
      mkdirSync(file('src/deep'));
      writeFileSync(file('src/deep/a.ts'), call('/order/202309/orders/search').replace('./', '../'));
    },
    'the declaration': () =>
      writeFileSync(
        file('scope-declaration.yaml'),
        readFileSync(file('scope-declaration.yaml'), 'utf8').replace(
          'requestedScopes:',
          'requestedScopes:\n  - seller.finance.info',
        ),
      ),
    'the call gone': () => rmSync(file('src/new.ts')),
  };
  try {
    await until(() => terminal.said.stdout !== '');
    for (const [name, save] of Object.entries(saves)) {
      terminal.said.stdout = '';
      terminal.said.stderr = '';
      save();
      const fresh = host(folder, { loadEngine });
      await main(['check', ...options], fresh);
      // Several saves may be judged one by one; the last answer counts.
      await until(() => terminal.said.stdout.endsWith(fresh.said.stdout), name);
      const parsed = [...terminal.said.stderr.matchAll(/files parsed: (\d+)/g)].map(([, count]) =>
        Number(count),
      );
      expect(Math.max(...parsed), name).toBeLessThanOrEqual(1);
    }
  } finally {
    stop.abort();
  }
  expect(await ended).toBe(0);
});

async function until(holds: () => boolean, what = ''): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (holds()) return;
    await setTimeout(20);
  }
  expect.fail(`nothing came: ${what}`);
}

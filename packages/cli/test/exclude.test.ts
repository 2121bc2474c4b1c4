import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { loadEngine } from '../src/host/engine.js';
import { main } from '../src/main.js';
import { host } from './samples.js';
import { project, repository, today } from './workbench.js';

const fixture = join(repository, 'fixtures/worked-examples/03-missing-scope');

async function uses(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  const terminal = host(cwd, { loadEngine, build: 'a test' });
  await main(['uses', '--as-of', today, '--format', 'json', ...args], terminal);
  const { uses: found } = JSON.parse(terminal.said.stdout) as {
    readonly uses: readonly { readonly place: { readonly file: string } }[];
  };
  return found.map(({ place }) => place.file);
}

const everything = ['connect/shops', 'shipping/cancel', 'shipping/orders', 'shipping/ship'];
const files = (...names: readonly string[]): readonly string[] => names.map((name) => `src/${name}.ts`);

it.each<[readonly string[], readonly string[]]>([
  [[], everything],
  [['src/shipping'], ['connect/shops']],
  [['./src/shipping/'], ['connect/shops']],
  [
    ['src/*/c*.ts', 'src/connect/**'],
    ['shipping/orders', 'shipping/ship'],
  ],
  // What others import is read all the same: without the client, no call would be known.
  [['src/platform'], everything],
])('leaves out %j', async (globs, left) => {
  const options = globs.flatMap((glob) => ['--exclude', glob]);
  expect(await uses(project({}, fixture), '--no-cache', ...options)).toEqual(files(...left));
});

it('is read from where it runs, and remembered apart', async () => {
  const top = project({});
  cpSync(fixture, join(top, 'app'), { recursive: true });
  const kept = ['--cache-location', join(top, 'kept')];
  const ask = async (cwd: string, ...args: readonly string[]) => {
    // What was written within the same tick of the clock is looked at again in any case.
    await setTimeout(100);
    const once = await uses(cwd, ...kept, ...args);
    expect(await uses(cwd, ...kept, ...args)).toEqual(once);
    expect(await uses(cwd, '--no-cache', ...args)).toEqual(once);
    return once;
  };
  const app = join(top, 'app');
  expect(await ask(app)).toEqual(files(...everything));
  expect(await ask(app, '--exclude', 'src/shipping')).toEqual(files('connect/shops'));
  expect(await ask(join(app, 'src'), '--exclude', 'src/shipping')).toEqual(files(...everything));
  expect(await ask(join(app, 'src'), '--exclude', 'shipping')).toEqual(files('connect/shops'));
  writeFileSync(join(app, 'src/shipping/cancel.ts'), '');
  expect(await ask(app, '--exclude', 'src/shipping')).toEqual(files('connect/shops'));
});

import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEngine } from '../src/host/engine.js';
import { main } from '../src/main.js';
import { host } from './samples.js';
import { project, repository, today } from './workbench.js';

const fixture = (name: string) => join(repository, 'fixtures/worked-examples', name);

/** What `check` finds: `missing-scope src/shipping/cancel.ts`, with the exit code. */
async function found(cwd: string, ...args: readonly string[]) {
  const terminal = host(cwd, { loadEngine });
  const code = await main(['check', '--no-cache', '--as-of', today, '--format', 'json', ...args], terminal);
  const { stdout, stderr } = terminal.said;
  if (stdout === '') return { code, stderr };
  const { findings, verdict } = JSON.parse(stdout) as {
    readonly findings: readonly { readonly rule: string; readonly place: { readonly file: string } }[];
    readonly verdict: string;
  };
  const errors = findings.filter(({ rule }) => rule === 'missing-scope' || rule === 'unused-scope');
  return { code, verdict, found: errors.map(({ rule, place }) => `${rule} ${place.file}`) };
}

/** One scope too few for one file, and one scope too many in the declaration. */
function app(): string {
  const folder = project({}, fixture('03-missing-scope'));
  const name = join(folder, 'scope-declaration.yaml');
  const { stdout } = spawnSync('sed', ['s/^requestedScopes:/&\\n  - seller.finance.info/', name], {
    encoding: 'utf8',
  });
  writeFileSync(name, stdout);
  return folder;
}

const missing = 'missing-scope src/shipping/cancel.ts';
const unused = 'unused-scope scope-declaration.yaml';

describe('check of named files', () => {
  it.each<[readonly string[], number, readonly string[]]>([
    [[], 1, [unused, missing]],
    [['.'], 1, [unused, missing]],
    [['src'], 1, [missing]],
    [['src/shipping/cancel.ts'], 1, [missing]],
    [['src/shipping/orders.ts', 'scope-declaration.yaml'], 1, [unused]],
    [['src/shipping/orders.ts'], 0, []],
    [['src/**/can*.ts'], 1, [missing]],
    [['src/connect'], 0, []],
  ])('%j', async (paths, code, findings) => {
    expect(await found(app(), ...paths)).toEqual({ code, verdict: 'not-minimal', found: findings });
  });

  it('is from where it runs, wherever the declaration lies', async () => {
    expect(await found(join(app(), 'src/shipping'), 'cancel.ts')).toMatchObject({ found: [missing] });
  });

  it.each<[readonly string[], string]>([
    [['src/nope.ts'], 'leastscope: there is no file or folder src/nope.ts\n'],
    [['src/*.nope'], 'leastscope: no file is called src/*.nope\n'],
    [
      ['--fix', 'src'],
      'leastscope: --fix mends the declaration of a whole app; it goes with no named files\n',
    ],
  ])('refuses %j', async (args, stderr) => {
    expect(await found(app(), ...args)).toEqual({ code: 2, stderr });
  });
});

it('of a monorepo judges the apps that the named files belong to', async () => {
  const top = project({ 'README.md': '' });
  for (const name of ['02-unused-scope', '03-missing-scope'])
    cpSync(fixture(name), join(top, 'apps', name), { recursive: true });
  const [one, two] = ['apps/02-unused-scope', 'apps/03-missing-scope'];
  expect(await found(top, `${one}/scope-declaration.yaml`, `${two}/src`)).toMatchObject({
    found: [`unused-scope ${one}/scope-declaration.yaml`, `missing-scope ${two}/src/shipping/cancel.ts`],
  });
  expect(await found(top, two)).toMatchObject({ found: [missing] });
  expect(await found(top, 'apps')).toMatchObject({ found: { length: 2 } });
  expect(await found(join(top, one), 'src', '../03-missing-scope')).toEqual({
    code: 2,
    stderr: 'leastscope: what is named belongs to several apps, and not all of them lie below this folder\n',
  });
});

it('takes what is staged from the index', async () => {
  const folder = app();
  spawnSync('git', ['init', '--quiet'], { cwd: folder });
  spawnSync('git', ['add', '--all'], { cwd: folder });
  expect(await found(folder, '--staged', 'src/shipping/cancel.ts')).toMatchObject({ found: [missing] });
  spawnSync('git', ['rm', '--quiet', '--cached', 'src/shipping/cancel.ts'], { cwd: folder });
  expect(await found(folder, '--staged', 'src/shipping/cancel.ts')).toMatchObject({ code: 2 });
});

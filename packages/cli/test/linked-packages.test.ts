import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { loadEngine } from '../src/host/engine.js';
import { main } from '../src/main.js';
import { host } from './samples.js';
import { project, repository, today } from './workbench.js';

/** One scope too many: an error where everything is read, and a doubt where something is not. */
const unused = join(repository, 'fixtures/worked-examples/02-unused-scope');

function appWith(
  dependencies: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
) {
  return project(
    { ...files, 'package.json': JSON.stringify({ name: 'app', dependencies }), 'packed.tgz': 'a tarball' },
    unused,
  );
}

async function check(folder: string, ...more: readonly string[]) {
  const terminal = host(folder, { loadEngine, build: 'a test' });
  const code = await main(['check', '--as-of', today, '--format', 'json', ...more], terminal);
  const { findings, unread } = JSON.parse(terminal.said.stdout) as {
    readonly findings: readonly { readonly rule: string; readonly severity: string }[];
    readonly unread: readonly { readonly reason: string }[];
  };
  const severities = findings.filter(({ rule }) => rule === 'unused-scope').map(({ severity }) => severity);
  return { code, severities, reasons: unread.map(({ reason }) => reason) };
}

describe('a package that comes from elsewhere', () => {
  it.each(['*', 'latest', '', 'npm:other@*', 'file:packed.tgz', 'file:../far/away.tgz', 'who/what'])(
    'by "%s" takes no certainty away',
    async (version) => {
      expect(await check(appWith({ undici: version }), '--no-cache')).toEqual({
        code: 1,
        severities: ['error'],
        reasons: [],
      });
    },
  );
});

it('a package of the same workspace does, and what is remembered knows it', async () => {
  const top = project({
    'package.json': JSON.stringify({ name: 'top', workspaces: ['apps/*', 'packages/*'] }),
    'packages/other/package.json': '{ "name": "@m/other" }',
  });
  const app = join(top, 'apps/web');
  spawnSync('mkdir', ['-p', join(top, 'apps'), join(top, 'packages/lib')]);
  spawnSync('cp', ['-r', unused, app]);
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'web', dependencies: { '@m/lib': '^1.0.0' } }),
  );
  writeFileSync(join(app, 'uses-lib.ts'), "import { more } from '@m/lib';\nmore();\n");
  const both = async () => {
    // What was written within the same tick of the clock is looked at again in any case.
    await setTimeout(100);
    const cached = await check(app, '--cache-location', join(top, 'kept'));
    expect(cached).toEqual(await check(app, '--no-cache'));
    return cached;
  };
  expect(await both()).toMatchObject({ code: 1, severities: ['error'] });
  writeFileSync(join(top, 'packages/lib/package.json'), '{ "name": "@m/lib" }');
  expect(await both()).toEqual({
    code: 0,
    severities: ['warning'],
    reasons: ['depends on `@m/lib`, a package of this workspace, which is not read'],
  });
  spawnSync('mv', [join(top, 'packages/lib'), join(top, 'packages/moved')]);
  expect(await both()).toMatchObject({ code: 0, severities: ['warning'] });
  // With its code here, what is imported is known.
  writeFileSync(join(top, 'packages/moved/index.ts'), 'export const more = () => 1;\n');
  expect(await both()).toEqual({ code: 1, severities: ['error'], reasons: [] });
  writeFileSync(
    join(top, 'packages/moved/index.ts'),
    "export const more = () => fetch('https://open-api.tiktokglobalshop.com/finance/202309/statements');\n",
  );
  expect(await both()).toMatchObject({ severities: [] });
  rmSync(join(top, 'packages/moved'), { recursive: true });
  expect(await both()).toMatchObject({ code: 1, severities: ['error'] });
});

it('what is staged is judged by the workspace that is staged', async () => {
  const top = project({
    'pnpm-workspace.yaml': 'packages: ["apps/*", "packages/*"]\n',
    'packages/lib/package.json': '{ "name": "@m/lib" }',
  });
  const app = join(top, 'apps/web');
  spawnSync('mkdir', ['-p', join(top, 'apps')]);
  spawnSync('cp', ['-r', unused, app]);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'web', dependencies: { '@m/lib': '*' } }));
  writeFileSync(join(app, 'uses-lib.ts'), "import { more } from '@m/lib';\nmore();\n");
  const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: top });
  git('init', '--quiet');
  git('add', '--all');
  expect(await check(app, '--staged', '--no-cache')).toMatchObject({ severities: ['warning'] });
  git('rm', '--cached', '--quiet', 'packages/lib/package.json');
  expect(await check(app, '--staged', '--no-cache')).toMatchObject({ severities: ['error'] });
});

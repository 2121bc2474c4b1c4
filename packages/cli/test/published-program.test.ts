import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandTable } from '../src/commands/table.js';
import { program, project, repository } from './workbench.js';

function run(cwd: string, ...args: readonly string[]) {
  return runNode(cwd, program, ...args);
}

function runNode(cwd: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('in a folder without a declaration', () => {
  it.each([['check'], ['check', '--fix'], ['manifest']])('%s %s says so in one sentence', (...args) => {
    const { status, stdout, stderr } = run(project({}), ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^leastscope: [^\n]*scope-declaration\.yaml[^\n]*\n$/);
  });
});

describe('a command line that means nothing', () => {
  it.each([
    ['check', '--format', 'fax'],
    ['check', '--staged'],
    ['check', '--changed-since', 'nowhere'],
    ['check', '--as-of', 'tomorrow'],
    ['uses', '--cwd', 'not/here'],
    ['explain', 'seller.ordr'],
    ['merge', 'not-here.json'],
    ['completion', 'tcsh'],
    ['init', '--kind', 'nothing'],
  ])('%s %s %s is refused with a sentence and no stack', (...args) => {
    const { status, stderr } = run(project({}), ...args);
    expect(status).toBe(2);
    expect(stderr).not.toContain('bug in leastscope');
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});

describe('what is loaded', () => {
  /** Tells every file of ours that is loaded. */
  const tellFiles = `import { createRequire } from 'node:module';
    const loaded = createRequire(${JSON.stringify(program)}).cache;
    process.on('exit', () => console.error(Object.keys(loaded).map((file) => file.split(/[\\\\/]/).at(-1)).join()));`;
  const loadedBy = (...args: readonly string[]) => loadedIn(project({}), ...args);
  const loadedIn = (folder: string, ...args: readonly string[]) =>
    runNode(folder, '--import', `data:text/javascript,${encodeURIComponent(tellFiles)}`, program, ...args)
      .stderr.trim()
      .split('\n')
      .at(-1);

  it('is a file of its own for each command, and none of them for help', () => {
    for (const { name } of commandTable) {
      expect(loadedBy(name, '--help'), name).toBe('leastscope.cjs');
      expect(existsSync(join(repository, 'packages/cli/bundle', `${name}.cjs`)), name).toBe(true);
    }
    expect(loadedBy('--help')).toBe('leastscope.cjs');
    expect(loadedBy('completion', 'bash')).toBe('leastscope.cjs,completion.cjs');
    expect(loadedBy('explain', 'missing-scope')).toBe('leastscope.cjs,explain.cjs,create-engine.cjs');
  });

  it('is the library that changes code only when code is changed', () => {
    const call = "fetch('https://open-api.tiktokglobalshop.com/finance/202309/statementz');\n";
    const yaml =
      'schema: 1\napp: { name: A, type: public, tokens: [seller] }\nrequestedScopes: [seller.finance.info]\npurposes: []\n';
    const folder = project({ 'scope-declaration.yaml': yaml, 'a.mjs': call });
    const files = (...args: readonly string[]) => loadedIn(folder, ...args)?.split(',') ?? [];
    expect(files('check', '--no-cache')).not.toContain('apply-plan.cjs');
    expect(files('fix', '--rule', 'wrong-token')).toEqual([
      'leastscope.cjs',
      'fix.cjs',
      'create-engine.cjs',
      'typescript.cjs',
    ]);
    expect(files('fix', '--dry-run')).toContain('apply-plan.cjs');
  });
});

describe('what is loaded when it is first used', () => {
  const declaration = `schema: 1
app: { name: Bündel, type: public, tokens: [seller] }
requestedScopes: [seller.finance.info]
purposes: []
`;
  const call = "const 見本 = '👩‍👩‍👧'; fetch('https://open-api.tiktokglobalshop.com/order/202309/orders');\n";
  const app = () => project({ 'scope-declaration.yaml': declaration, 'src/call.js': call });

  it('measures wide characters', () => {
    const { status, stdout, stderr } = run(app(), 'check', '--no-cache');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes('見本'));
    // A blank, `const `, two wide characters, ` = '`, a picture of two columns, `'; `.
    expect(lines[at + 1]).toMatch(/^ {2}\| {20}\^\^\^/);
  });

  it('shows a difference, expands globs and leaves out what they name', () => {
    const folder = app();
    const { stdout } = run(folder, 'check', '--fix', '--dry-run', '--no-cache');
    expect(stdout).toContain('--- a/scope-declaration.yaml\n+++ b/scope-declaration.yaml\n@@ ');
    run(folder, 'check', '--no-cache', '--format', 'json', '--output', 'report.json');
    expect(run(folder, 'merge', 'rep*.json', '--format', 'concise').status).toBe(1);
    expect(run(folder, 'check', '--no-cache', 'src/*.js').stdout).toContain('missing-scope');
    expect(run(folder, 'uses', '--no-cache', '--exclude', 'src').stdout).toContain(
      'no TikTok Shop API calls',
    );
    run(folder, 'manifest');
    expect(run(folder, 'manifest', '--check').stdout).toContain('is current');
  });
});

describe('in a large folder', () => {
  /** Says of each thread that it was started, and what went wrong in it. */
  const tellThreads = `process.on('worker', (worker) => {
    console.error('a thread');
    worker.on('error', ({ message }) => console.error(message));
  });`;

  it('reads in another thread, and finds what is there', () => {
    const plain = Array.from({ length: 2100 }, (_, index) => [`src/${index}.ts`, 'export const a = 1;\n']);
    const folder = project({
      ...(Object.fromEntries(plain) as Record<string, string>),
      'src/call.ts':
        "export const find = () => fetch('https://open-api.tiktokglobalshop.com/order/202309/orders');\n",
    });
    const { status, stdout, stderr } = runNode(
      folder,
      ...['--import', `data:text/javascript,${encodeURIComponent(tellThreads)}`],
      ...[program, 'uses', '--no-cache', '--format', 'json'],
    );
    const { uses } = JSON.parse(stdout) as { readonly uses: readonly { readonly endpoint: string }[] };
    expect({ status, stderr, calls: uses.map(({ endpoint }) => endpoint) }).toEqual({
      status: 0,
      stderr: availableParallelism() > 1 ? 'a thread\n' : '',
      calls: ['GET /order/202309/orders'],
    });
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadEngine } from '../src/host/engine.js';
import { main } from '../src/main.js';
import { host } from './samples.js';
import { schemaMistakes } from './schemas.js';
import { project, repository } from './workbench.js';

const terms = ['--accept', '--until', '2027-05-01', '--reason', 'Old: code', '--by', 'owner'];

/** In this process: a start of the command line costs more than what is tested. */
async function run(folder: string, ...args: readonly string[]) {
  const terminal = host(folder, { loadEngine });
  const code = await main([...args, '--no-cache', '--as-of', '2026-11-01'], terminal);
  return { code, ...terminal.said };
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: folder,
    stdio: 'ignore',
  });
}

const minimal = join(repository, 'fixtures/worked-examples/01-minimal');

function example(name: string): string {
  return project({}, join(repository, 'examples', name));
}

it('begins with old code: a few findings go into the declaration, and only what is new fails then', async () => {
  const folder = example('analytics-dashboard');
  const file = join(folder, 'scope-declaration.yaml');
  const before = readFileSync(file, 'utf8');
  expect((await run(folder, 'check')).code).toBe(1);
  const shown = await run(folder, 'check', ...terms, '--dry-run');
  expect(shown.stdout).toContain('+  - rule: field-not-allowed\n');
  expect(readFileSync(file, 'utf8')).toBe(before);
  const accepted = await run(folder, 'check', ...terms);
  expect(accepted).toMatchObject({ code: 0 });
  expect(accepted.stdout).toContain(
    'scope-declaration.yaml: accepted 3 findings until 2027-05-01, in 4 entries\n',
  );
  // The rest of the file stays byte for byte.
  expect(readFileSync(file, 'utf8').startsWith(before)).toBe(true);
  const [old, renamed] = ['src/reports/sales-by-region.ts', 'src/reports/by-region.ts'].map((name) =>
    join(folder, name),
  );
  const source = readFileSync(String(old), 'utf8');
  renameSync(String(old), String(renamed));
  writeFileSync(String(renamed), `// Moved down.\n${source}`);
  expect(await run(folder, 'check')).toMatchObject({ code: 0 });
  writeFileSync(String(renamed), source.replace('to.name', 'to.name + to.phone_number'));
  const { code, stdout } = await run(folder, 'check');
  expect(code).toBe(1);
  expect(stdout.match(/^(?:error|warning)\[.*/gm)).toEqual([
    expect.stringContaining('field-not-allowed]: This reads buyer or recipient phone'),
  ]);
});

it('writes many into a file of their own, and refuses what fails at run time', async () => {
  const folder = project(
    {
      'node_modules/leastscope/schema/leastscope-accepted.schema.json': '{}',
      'src/shipping/cancel.ts': `import { ttsRequest } from '../platform/http.js';
export const cancel = () => ttsRequest('POST', '/return_refund/202309/cancellations');
${Array.from({ length: 11 }, (_, index) => `export const f${index} = () => ttsRequest('GET', '/order/202309/nothing${index}');\n`).join('')}`,
    },
    minimal,
  );
  const { code, stdout } = await run(folder, 'check', ...terms);
  expect(code).toBe(1);
  expect(stdout).toContain('missing-scope cannot be accepted: the call fails at run time\n');
  const text = readFileSync(join(folder, 'leastscope-accepted.yaml'), 'utf8');
  expect(text).toContain(
    'file: src/shipping/cancel.ts, symbol: f10, endpoint: GET /order/202309/nothing10 }\n',
  );
  expect(text).toMatch(
    /^# yaml-language-server: \$schema=\.\/node_modules\/leastscope\/schema\/leastscope-accepted\.schema\.json\n/,
  );
  // What is written fits its schema, which says as well what could not be accepted.
  const written: unknown = parse(text);
  expect(schemaMistakes('leastscope-accepted', written)).toBeNull();
  const refused: unknown = parse(text.replace('rule: unknown-endpoint', 'rule: missing-scope'));
  expect(schemaMistakes('leastscope-accepted', refused)).toContain('must be equal to one of the allowed');
  const again = await run(folder, 'check');
  expect(again.stdout.match(/^error\[.*?\]/gm)).toEqual(['error[missing-scope]']);
  // An entry that matches nothing is found where it stands, and so is one past its day.
  writeFileSync(join(folder, 'leastscope-accepted.yaml'), text.replace('symbol: f3,', 'symbol: gone,'));
  const stale = (await run(folder, 'check')).stdout;
  expect(stale).toContain('warning[unused-exception]');
  expect(stale).toContain('--> leastscope-accepted.yaml:');
  writeFileSync(join(folder, 'leastscope-accepted.yaml'), text.replace('2027-05-01', '2026-10-31'));
  expect((await run(folder, 'check')).stdout).toContain(
    'What was accepted here, in 11 entries, ended on 2026-10-31.',
  );
  await run(folder, 'check', ...terms);
  expect(readFileSync(join(folder, 'leastscope-accepted.yaml'), 'utf8')).toBe(text);
});

it.each<[readonly string[], RegExp]>([
  [['--accept'], /--accept takes --until, --reason and --by/],
  [['--until', '2027-01-01'], /are for --accept/],
  [[...terms.with(2, '2028-01-01')], /at most a year, so 2027-11-01 at the latest/],
  [[...terms.with(2, '2026-10-31')], /2026-10-31 is over/],
  [[...terms.with(2, '2027-02-30')], /--until takes a day as YYYY-MM-DD/],
  [[...terms, '--staged'], /goes with no --fix, --staged/],
  [[...terms.with(4, ' ')], /--accept takes --until/],
])('misuse: %j', async (args, sentence) => {
  const folder = example('analytics-dashboard');
  const { code, stderr } = await run(folder, 'check', ...args);
  expect([code, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  expect(existsSync(join(folder, 'leastscope-accepted.yaml'))).toBe(false);
});

it('tells what a change means, and what one would mean', async () => {
  const folder = project({}, minimal);
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'begin');
  expect((await run(folder, 'diff')).stdout).toMatch(/^nothing changes in scopes/);
  const file = join(folder, 'scope-declaration.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/requestedScopes:\n/, 'requestedScopes:\n  - seller.finance.info\n'));
  const told = await run(folder, 'diff', '--sellers', '40');
  expect(told.code).toBe(0);
  expect(told.stdout).toMatch(/^\+1 scope, 40 connected sellers authorize again, 1 new finding\n/);
  const markdown = (await run(folder, 'diff', 'main', '--format', 'markdown')).stdout;
  expect(markdown).toMatch(
    /^<!-- leastscope diff -->\n\*\*\+1 scope, every connected seller authorizes again/,
  );
  const json = JSON.parse((await run(folder, 'diff', 'main', 'HEAD', '--format', 'json')).stdout) as object;
  expect(json).toMatchObject({ schemaVersion: 1, base: 'main', head: 'HEAD', projects: [{ scopes: [] }] });
  const asJson = (await run(folder, 'diff', '--format', 'json')).stdout;
  for (const one of [json, JSON.parse(asJson) as object])
    expect(schemaMistakes('state-difference', one)).toBeNull();
  const added = ['what-if', '--add', 'GET /logistics/202309/warehouses', '--drop', 'seller.finance.info'];
  expect((await run(folder, ...added)).stdout).toMatch(/^\+1 scope, -1 scope, every connected seller/);
  expect(await run(folder, 'what-if', '--drop', 'seller.finance.inf')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('did you mean seller.finance.info?') as string,
  });
});

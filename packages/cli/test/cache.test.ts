import { execFileSync, spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { headOf } from '../src/cache/store.js';
import { loadEngine } from '../src/host/engine.js';
import { main } from '../src/main.js';
import { host } from './samples.js';
import { project, repository, today } from './workbench.js';

const example = join(repository, 'fixtures/worked-examples/01-minimal');
const bundle = join(repository, 'packages/cli/bundle/leastscope.cjs');

const beside = {
  'package.json': '{ "name": "app", "type": "module" }\n',
  'src/other/sums.ts': "import { labels } from './labels.js';\n\nexport const sum = () => labels.length;\n",
  'src/other/labels.ts': "export const labels = ['a', 'b'];\n",
  'src/other/paths.ts': "export const cancel = '/return_refund/202309/cancellations';\n",
};

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly counters: Readonly<Record<string, number>>;
}

async function check(folder: string, ...more: readonly string[]): Promise<Ran> {
  const terminal = host(folder, { loadEngine, build: 'a test' });
  const code = await main(['check', '--as-of', today, '--stats', ...more], terminal);
  const counters = [...terminal.said.stderr.matchAll(/^(.+): (\d+)$/gm)].map(
    ([, name = '', count = '']) => [name, Number(count)] as const,
  );
  return { code, stdout: terminal.said.stdout, counters: Object.fromEntries(counters) };
}

async function cachedAndNot(folder: string, message: string, asked: readonly string[] = []): Promise<Ran> {
  const kept = join(folder, '../kept');
  const cached = await check(folder, ...asked, '--format', 'json', '--cache-location', kept);
  const anew = await check(folder, ...asked, '--format', 'json', '--no-cache');
  expect({ code: cached.code, stdout: cached.stdout }, message).toEqual({
    code: anew.code,
    stdout: anew.stdout,
  });
  return cached;
}

/** What was written within the same tick of the clock is looked at again in any case. */
const pastTheTick = (): Promise<void> => setTimeout(100);

type Edit = (folder: string, turn: number) => void;

const append =
  (file: string, text: string): Edit =>
  (folder, turn) =>
    writeFileSync(join(folder, file), `${readFileSync(join(folder, file), 'utf8')}${text}${turn}\n`);
const lay =
  (file: string, text: string): Edit =>
  (folder) =>
    writeFileSync(join(folder, file), text);
const remove =
  (file: string): Edit =>
  (folder) =>
    rmSync(join(folder, file), { force: true });

const calling = (imports: string, path: string): string =>
  `import { ttsRequest } from '../platform/http.js';\n${imports}\nexport const go = () => ttsRequest('POST', ${path}, {});\n`;

/** Everything that people do to a checkout, in no order. */
const edits: Readonly<Record<string, Edit>> = {
  'a remark in a file beside': append('src/other/labels.ts', '// '),
  'a remark in the helper': append('src/platform/http.ts', '// '),
  'a new call': lay('src/other/new.ts', calling('', "'/return_refund/202309/cancellations'")),
  'a call by an imported path': lay(
    'src/other/new.ts',
    calling("import { cancel } from './paths.js';", 'cancel'),
  ),
  'another imported path': lay(
    'src/other/paths.ts',
    "export const cancel = '/order/202309/orders/search';\n",
  ),
  'no path any more': lay('src/other/paths.ts', 'export const cancel = readPath();\n'),
  'the path again': lay('src/other/paths.ts', beside['src/other/paths.ts']),
  'the call gone': remove('src/other/new.ts'),
  'a file beside that imports the paths': lay(
    'src/other/sums.ts',
    "import { cancel } from './paths.js';\n\nexport const sum = () => fetch(`https://open-api.tiktokglobalshop.com${cancel}`, { method: 'POST' });\n",
  ),
  'a type of the paths': lay(
    'src/other/sums.ts',
    "import type { cancel } from './paths.js';\n\nexport type Cancel = typeof cancel;\n",
  ),
  'the file beside as it was': lay('src/other/sums.ts', beside['src/other/sums.ts']),
  'an import from above': lay(
    'src/other/labels.ts',
    "import { x } from '../../../lib/x.js';\nexport const labels = [x];\n",
  ),
  'none from above': lay('src/other/labels.ts', beside['src/other/labels.ts']),
  'not UTF-8': (folder) => writeFileSync(join(folder, 'src/other/labels.ts'), Buffer.from([0xe4, 0x41])),
  'a scope more': append('scope-declaration.yaml', '# '),
  'an alias': lay('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }\n'),
  'no settings': remove('tsconfig.json'),
  'a syntax error': lay(
    'src/other/new.ts',
    "fetch('https://open-api.tiktokglobalshop.com/order/202309/orders' ++ ;\n",
  ),
  'only the time': (folder) => utimesSync(join(folder, 'src/platform/http.ts'), 1e9, 1e9),
  nothing: () => undefined,
};

it('says the same with and without memory, whatever is edited', async () => {
  const folder = join(project({}), 'app');
  cpSync(example, folder, { recursive: true });
  cpSync(project(beside), folder, { recursive: true });
  let state = 20261125;
  const names = Object.keys(edits);
  for (let turn = 0; turn < 60; turn += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const name = turn < names.length ? (names[turn] ?? '') : (names[state % names.length] ?? '');
    edits[name]?.(folder, turn);
    await cachedAndNot(folder, `turn ${turn}: ${name}`);
  }
});

it('says the same of what is staged, with and without memory, whatever is edited', async () => {
  const folder = join(project({}), 'app');
  cpSync(example, folder, { recursive: true });
  cpSync(project(beside), folder, { recursive: true });
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder });
  };
  git('init', '-q', '-b', 'main');
  const names = Object.keys(edits);
  for (const [turn, name] of [...names, ...names.slice(0, 6)].entries()) {
    edits[name]?.(folder, turn);
    git('add', '-A');
    await cachedAndNot(folder, `turn ${turn}: ${name}`, ['--staged']);
    // Now and then the next change is one beside the last.
    if (turn % 3 !== 1) git('commit', '-q', '--allow-empty', '-m', name);
  }
}, 60_000);

it('does no more than an edit asks for', async () => {
  const folder = project(beside, example);
  const run = (): Promise<Ran> => check(folder, '--cache-location', join(folder, 'node_modules/kept'));
  const cold = await run();
  const nothing = { 'files searched': 0, 'files parsed': 0, 'files linked': 0 };
  expect(cold.counters['files parsed']).toBeGreaterThan(2);
  expect((await run()).counters, 'nothing changed').toMatchObject(nothing);
  for (const name of ['a remark in a file beside', 'only the time', 'nothing'] as const) {
    edits[name]?.(folder, 1);
    expect((await run()).counters, name).toMatchObject(nothing);
  }
  writeFileSync(
    join(folder, 'src/other/labels.ts'),
    "import type { sum } from './sums.js';\nexport const labels = ['a'];\n",
  );
  expect((await run()).counters, 'an import of no account').toMatchObject(nothing);
  edits['a remark in the helper']?.(folder, 1);
  const edited = await run();
  expect(edited.counters['files parsed'], 'one file edited').toBe(1);
  expect(edited.counters['files known from before']).toBe((cold.counters['files parsed'] ?? 0) - 1);
});

it('looks no more at a file that could not be read than at others', async () => {
  const folder = join(project({}), 'app');
  cpSync(example, folder, { recursive: true });
  const table = join(folder, 'src/table.ts');
  writeFileSync(table, Buffer.from('\uFEFFexport const a = 1;\n', 'utf16le'));
  await pastTheTick();
  expect((await cachedAndNot(folder, 'first')).stdout).toContain('UTF-16');
  expect((await cachedAndNot(folder, 'again')).counters).toMatchObject({
    'files parsed': 0,
    'files linked': 0,
  });
  writeFileSync(table, 'export const a = 1;\n');
  expect((await cachedAndNot(folder, 'as UTF-8')).stdout).not.toContain('UTF-16');
});

it('puts aside what it has not written itself', async () => {
  const folder = project(beside, example);
  const kept = join(folder, 'node_modules/kept');
  const good = await check(folder, '--cache-location', kept);
  const files = readdirSync(kept).filter((name) => name.endsWith('.json'));
  // The answer, the facts, and in how many parts these lie.
  expect(files).toHaveLength(3);
  const written = new Map(files.map((name) => [name, readFileSync(join(kept, name), 'utf8')]));
  const spoilt: readonly ((text: string) => string)[] = [
    () => '',
    () => '[]',
    () => 'null',
    (text) => text.slice(0, text.length / 2),
    (text) => text.replace('a test', 'another build'),
    (text) => text.replaceAll('[', '{"__proto__":[').replaceAll(']', ']}'),
    (text) => text.replaceAll('"calls"', '"kalls"').replaceAll('"needs"', '"kneads"'),
    (text) => text.replaceAll('"findings":[', '"findings":7,"lost":['),
    (text) => text.replaceAll('"uses":[', '"uses":{},"lost":['),
  ];
  for (const spoil of spoilt) {
    for (const isSigned of [false, true]) {
      for (const [name, text] of written)
        writeFileSync(join(kept, name), isSigned ? signed(spoil(text)) : spoil(text));
      const { code, stdout } = await check(folder, '--cache-location', kept);
      expect({ code, stdout }, spoil.toString()).toEqual({ code: good.code, stdout: good.stdout });
    }
  }
});

/** With a right sum, as somebody would write it who wants to do harm. */
function signed(text: string): string {
  const rest = text.slice(text.indexOf('\n') + 1);
  return `${headOf('a test', rest)}\n${rest}`;
}

it('loads no compiler where nothing concerns the platform, and none when nothing has changed', async () => {
  const folder = project({
    'package.json': beside['package.json'],
    'src/a.ts': 'export const a = 1;\n',
    'scope-declaration.yaml': readFileSync(join(example, 'scope-declaration.yaml'), 'utf8'),
  });
  expect(await program(folder, '--no-cache', '--stats')).toMatch(/files parsed: 0\n[^]*compiler loaded: no/);
  const calling = project(beside, example);
  expect(await program(calling, '--stats')).toContain('compiler loaded: yes');
  expect(await program(calling, '--stats')).toMatch(/files parsed: 0\n[^]*compiler loaded: no/);
});

it('tells remembered uses without the engine', async () => {
  const folder = project(beside, example);
  let loaded = 0;
  const uses = async (): Promise<string> => {
    const counting = () => ((loaded += 1), loadEngine());
    const terminal = host(folder, { loadEngine: counting, build: 'a test' });
    await main(['uses', '--as-of', today, '--cache-location', join(folder, 'node_modules/kept')], terminal);
    return terminal.said.stdout;
  };
  await pastTheTick();
  const cold = await uses();
  const loadedCold = loaded;
  expect(await uses()).toBe(cold);
  expect([loadedCold > 0, loaded - loadedCold]).toEqual([true, 0]);
});

it('is shared by several at once', async () => {
  const folder = project(beside, example);
  const outputs = await Promise.all(Array.from({ length: 4 }, () => program(folder)));
  expect(new Set(outputs).size).toBe(1);
  const left = readdirSync(join(folder, 'node_modules/.cache/leastscope'));
  expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

/** The bundled program, as it is published. */
function program(cwd: string, ...args: readonly string[]): Promise<string> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bundle, 'check', ...args], { cwd });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('close', () => done(output));
  });
}

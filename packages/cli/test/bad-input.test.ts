import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, leastscope, project, repository, today } from './workbench.js';

const minimal = join(repository, 'fixtures/worked-examples/01-minimal');
const nothing = join(repository, 'fixtures/worked-examples/14-no-calls');

/** A line that the gate lets through, so that the file is read. */
const telltale = "export const path = '/order/202309/orders/search';\n";
const declaration = 'scope-declaration.yaml';

/** The minimal app with one more file; whatever is wrong with it, the rest is still reported. */
function checkWith(files: Readonly<Record<string, string | Buffer>>) {
  return stillReports(project(files, minimal));
}

function stillReports(folder: string) {
  const { stdout, stderr } = leastscope(folder, ['check', '--as-of', today]);
  expect(`${stdout}${stderr}`).not.toMatch(stackTrace);
  const report = check(folder);
  expect(report.coverage['resolved']).toBe(3);
  return report;
}

const stackTrace = /\n\s+at .*(:\d+:\d+|<anonymous>)\)?/;

describe('a source file', () => {
  it.runIf(process.getuid?.() !== 0)('that may not be read is listed', async () => {
    const { chmodSync } = await import('node:fs');
    const folder = project({ 'src/secret.ts': telltale }, minimal);
    chmodSync(join(folder, 'src/secret.ts'), 0o000);
    expect(stillReports(folder).unread.map(({ file }) => file)).toEqual(['src/secret.ts']);
  });

  it('that is not UTF-8 is listed', () => {
    const latin = Buffer.concat([
      Buffer.from(`${telltale}// caf`),
      Buffer.from([0xe9, 0x20, 0xff, 0xfe, 0x0a]),
    ]);
    const { unread } = checkWith({ 'src/latin.ts': latin });
    expect(unread.map(({ file }) => file)).toEqual(['src/latin.ts']);
    expect(unread[0]?.reason).toMatch(/UTF-8/);
  });

  it('with a syntax error is listed with the place', () => {
    const { unread } = checkWith({ 'src/broken.ts': `${telltale}export function (` });
    expect(unread.map(({ file }) => file)).toEqual(['src/broken.ts']);
  });

  it('of 5 MB on one line does not stop the run', () => {
    const statement = 'var a=function(b){return b?{c:[1,2,3],d:"/e/"+b}:null};';
    const minified = `${telltale.trim()}${statement.repeat(Math.ceil((5 * 1024 * 1024) / statement.length))}`;
    checkWith({ 'src/vendor.min.js': minified, 'src/bundle.js': minified });
  });

  it('of ten thousand brackets in each other does not stop the run', () => {
    const deep = `${telltale}export const deep = ${'('.repeat(10_000)}1${')'.repeat(10_000)};\n`;
    checkWith({ 'src/deep.ts': deep });
  });

  it('of ten thousand nested calls does not stop the run', () => {
    const deep = `${telltale}export const deep = ${'f('.repeat(10_000)}path${')'.repeat(10_000)};\n`;
    checkWith({ 'src/deep.ts': deep });
  });

  it('of ten thousand joined texts does not stop the run', () => {
    const long = `${telltale}export const long = ${Array(10_000).fill("'/a'").join(' + ')};\n`;
    checkWith({ 'src/long.ts': long });
  });

  it('that is empty, or holds nul bytes, does not stop the run', () => {
    checkWith({ 'src/empty.ts': '', 'src/nul.ts': `${telltale}\0\0\0` });
  });
});

describe('sources that go round', () => {
  it('by import are read once', () => {
    checkWith({
      'src/a.ts':
        "import { b } from './b.js';\nexport const a = b;\nexport const host = 'https://open-api.tiktokglobalshop.com';\n",
      'src/b.ts': "import { a, host } from './a.js';\nexport const b = a;\nfetch(host + a);\n",
    });
  });

  it('by helpers that call themselves come to an end', () => {
    checkWith({
      'src/again.ts': `import { ttsRequest } from './platform/http.js';
export function again(path: string, left: number): unknown {
  return left > 0 ? again(path + '/x', left - 1) : other(path, left);
}
function other(path: string, left: number): unknown {
  return left < 0 ? ttsRequest('GET', path) : again(path, left - 1);
}
`,
    });
  });

  it('by symbolic links come to an end', () => {
    const folder = project({ 'src/linked/keep.ts': 'export {};\n' }, minimal);
    symlinkSync(join(folder, 'src'), join(folder, 'src/linked/up'), 'dir');
    symlinkSync('itself', join(folder, 'src/itself'));
    symlinkSync('nowhere.ts', join(folder, 'src/dangling.ts'));
    mkdirSync(join(folder, 'src/empty'));
    stillReports(folder);
  });
});

describe('tsconfig.json', () => {
  it.each([
    ['does not parse', '{ "compilerOptions": { "paths": '],
    ['extends itself', '{ "extends": "./tsconfig.json" }'],
    ['extends what is not there', '{ "extends": "./nowhere.json" }'],
    ['is no object', '[1, 2, 3]'],
  ])('that %s does not stop the run', (_, text) => {
    checkWith({ 'tsconfig.json': text });
  });
});

describe('the declaration', () => {
  it('that is missing is said, with the way out', () => {
    const folder = project({
      'src/call.ts': "fetch('https://open-api.tiktokglobalshop.com/authorization/202309/shops');\n",
    });
    const { stdout, stderr, status } = leastscope(folder, ['check']);
    expect(`${stdout}${stderr}`).toContain(declaration);
    expect(`${stdout}${stderr}`).toContain('leastscope init');
    expect(`${stdout}${stderr}`).not.toMatch(stackTrace);
    expect(status).toBe(2);
  });

  it('that was named and is missing is misuse', () => {
    const { stderr, status } = leastscope(minimal, ['check', '--declaration', 'other.yaml']);
    expect(stderr).toContain('other.yaml');
    expect(stderr).not.toMatch(stackTrace);
    expect(status).toBe(2);
  });

  const mistaken: readonly (readonly [string, string, RegExp])[] = [
    ['of 1 MB', `schema: 1\n${'# padding\n'.repeat(110_000)}`, /at most \d+ kB/],
    ['with an alias bomb', bomb(), /alias/i],
    ['that is not YAML', 'schema: 1\napp: { name: [\n', /./],
    ['that is empty', '', /./],
    ['that is a list', '- 1\n- 2\n', /./],
  ];

  it.each(mistaken)('%s gets one clear message that names the file', (_, text, words) => {
    const { stdout, stderr, status } = leastscope(project({ [declaration]: text }, minimal), [
      'check',
      '--as-of',
      today,
    ]);
    const said = `${stdout}${stderr}`;
    expect(said).toContain(declaration);
    expect(said).toMatch(words);
    expect(said).not.toMatch(stackTrace);
    expect(status).toBeGreaterThan(0);
    expect(said.length).toBeLessThan(20_000);
  });

  it('with unknown keys names the nearest ones, all in one run', () => {
    const text =
      'schema: 1\napp: { name: A, typ: public }\nrequestedScope:\n  - seller.order.info\npurposes: []\n';
    const { stdout, stderr } = leastscope(project({ [declaration]: text }, nothing), [
      'check',
      '--as-of',
      today,
    ]);
    const said = `${stdout}${stderr}`;
    expect(said).toMatch(/typ\b[\s\S]*type/);
    expect(said).toMatch(/requestedScope\b[\s\S]*requestedScopes/);
    expect(said).toMatch(/scope-declaration\.yaml:2/);
    expect(said).toMatch(/scope-declaration\.yaml:3/);
    expect(said).not.toMatch(stackTrace);
  });
});

function bomb(): string {
  const names = [...'abcdefghi'];
  const rows = names.map((name, index) => {
    const items = index === 0 ? '"lol"' : `*${names[index - 1]}`;
    return `${name}: &${name} [${Array(9).fill(items).join(', ')}]`;
  });
  return `schema: 1\n${rows.join('\n')}\n`;
}

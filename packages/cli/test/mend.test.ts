import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngine, type Engine } from '../src/host/engine.js';
import type { Host } from '../src/host/host.js';
import { main } from '../src/main.js';
import { host } from './samples.js';
import { project, repository } from './workbench.js';

const books = readFileSync(join(repository, 'fixtures/data-flows/logged/scope-declaration.yaml'), 'utf8');
const orders = `const get = async (path) => (await fetch('https://open-api.tiktokglobalshop.com' + path)).json();

export async function show(prisma) {
  const { data } = await get('/order/202507/orders?ids=1');
  for (const order of data.orders) {
    console.log(order);
    if (order.status === 'X') await prisma.order.create({ data: order });
  }
}
`;
const mended = orders.replace('log(order)', 'log(order.id)');

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

function app(text = orders): string {
  return project({ 'scope-declaration.yaml': books, 'src/orders.js': text });
}

async function fix(folder: string, args: readonly string[], withEngine = engine) {
  const test = host(folder, { loadEngine: () => Promise.resolve(withEngine) });
  const code = await main(['fix', '--no-cache', ...args], test);
  return { code, ...test.said, text: readFileSync(join(folder, 'src/orders.js'), 'utf8') };
}

/** Somebody at a terminal, who types this. */
function typing(text: string): Partial<Host> {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  input.end(text);
  return { openStreams: () => ({ input, output: new PassThrough() }) };
}

async function fixByHand(folder: string, answers: Partial<Host>, args: readonly string[] = []) {
  const test = host(folder, { loadEngine: () => Promise.resolve(engine), ...answers });
  const stdout = { ...test.stdout, isTerminal: true };
  const code = await main(['fix', '--no-cache', '--interactive', ...args], { ...test, stdout });
  return { code, ...test.said, text: readFileSync(join(folder, 'src/orders.js'), 'utf8') };
}

describe('leastscope fix --interactive', () => {
  const isThere = (folder: string): boolean => existsSync(join(folder, 'src/webhooks/deauthorized.js'));

  it('asks about each change with its difference, and again where the answer is none', async () => {
    const folder = app();
    const { code, stdout, text } = await fixByHand(folder, typing('perhaps\nYES\nn\nn\n'), ['--unsafe']);
    expect([code, text, isThere(folder)]).toEqual([0, mended, false]);
    expect(stdout.match(/Make this change\?/g)).toHaveLength(4);
    expect(stdout).toContain('\n+    console.log(order.id);\n');
    expect(stdout).toContain('\nLog the id instead (1 of 3)\nMake this change? [y]es, ');
    expect(stdout).toContain('--- /dev/null\n+++ b/src/webhooks/deauthorized.js\n');
  });

  it.each([
    ['a\n', true, true],
    ['q\n', false, false],
    ['', false, false],
    ['n\nn\ny\n', false, true],
  ])('%j', async (answers, isMended, isCreated) => {
    const folder = app();
    const { text } = await fixByHand(folder, typing(answers), ['--unsafe']);
    expect([text !== orders, isThere(folder)]).toEqual([isMended, isCreated]);
  });

  it('refuses where nobody can answer', async () => {
    const { code, stderr, text } = await fixByHand(app(), {});
    expect([code, text]).toEqual([2, orders]);
    expect(stderr).toContain('--interactive asks about each change, and there is no terminal to ask at');
    expect((await fixByHand(app(), typing('y\n'), ['--dry-run'])).stderr).toContain(
      'it goes with no --dry-run',
    );
  });
});

describe('leastscope fix', () => {
  it('writes new files, and never over one', async () => {
    const folder = app();
    const { stdout } = await fix(folder, ['--unsafe', '--rule', 'no-deletion-on-deauthorization']);
    expect(stdout).toContain('nothing else changed; 2 new files');
    const handler = join(folder, 'src/webhooks/deauthorized.js');
    expect(readFileSync(handler, 'utf8')).toContain('await prisma.order.deleteMany({ where: { shopId } });');
    writeFileSync(handler, '// mine\n');
    await fix(folder, ['--unsafe', '--rule', 'no-deletion-on-deauthorization']);
    expect(readFileSync(handler, 'utf8')).toBe('// mine\n');
  });

  it('makes the safe changes, tells of the others, and leaves no draft behind', async () => {
    const folder = app();
    const { code, stdout, stderr, text } = await fix(folder, []);
    expect({ code, stderr, text }).toEqual({ code: 0, stderr: '', text: mended });
    expect(stdout).toBe(
      'src/orders.js:6: Log the id instead (personal-data-logged)\n1 change in 1 file; 2 more with --unsafe.\n',
    );
    expect(readdirSync(join(folder, 'src'))).toEqual(['orders.js']);
    expect((await fix(folder, [])).stdout).toBe('nothing changed; 2 more with --unsafe.\n');
  });

  it('shows with --dry-run what `git apply` would take, and writes nothing', async () => {
    const { stdout, text } = await fix(app(), ['--dry-run', '--unsafe']);
    expect(text).toBe(orders);
    expect(stdout).toMatch(/^--- a\/src\/orders\.js\n\+\+\+ b\/src\/orders\.js\n@@ /);
    expect(stdout).toContain('\n+    console.log(order.id);\n');
    expect(stdout).toContain('{ data: { id: order.id, status: order.status } }');
  });

  it('keeps a byte order mark and line breaks', async () => {
    const { text } = await fix(app(`\ufeff${orders.replaceAll('\n', '\r\n')}`), []);
    expect(text).toBe(`\ufeff${mended.replaceAll('\n', '\r\n')}`);
  });

  it('fixes what is named: rules, and files', async () => {
    const folder = app();
    mkdirSync(join(folder, 'other'), { recursive: true });
    writeFileSync(join(folder, 'other/orders.js'), orders);
    await fix(folder, ['--rule', 'whole-record-kept', '--unsafe', 'other']);
    expect(readFileSync(join(folder, 'src/orders.js'), 'utf8')).toBe(orders);
    const other = readFileSync(join(folder, 'other/orders.js'), 'utf8');
    expect(other).toContain('console.log(order);');
    expect(other).toContain('{ data: { id: order.id, status: order.status } }');
  });

  it('writes comments with the reason that is given', async () => {
    const { stdout, text } = await fix(app(), ['--rule', 'personal-data-logged', '--ignore', 'erased daily']);
    const comment = '    // leastscope-ignore-next-line personal-data-logged -- erased daily\n';
    expect(text).toBe(orders.replace('    console', `${comment}    console`));
    expect(stdout).toContain('1 change in 1 file');
  });

  it('takes back what would bring another finding', async () => {
    const text = orders.replace(
      'console.log(order)',
      "fetch('https://open-api.tiktokglobalshop.com/product/202309/brandz')",
    );
    const { stdout, text: after } = await fix(app(text), ['--unsafe', '--rule', 'unknown-endpoint']);
    expect(after).toBe(text);
    expect(stdout).toContain('left alone (unknown-endpoint): it would bring missing-scope');
  });

  it('skips with a word what has changed since the analysis', async () => {
    const folder = app();
    const path = join(folder, 'src/orders.js');
    mkdirSync(dirname(path), { recursive: true });
    const late: Engine = {
      ...engine,
      analyze: (request) => {
        const found = engine.analyze(request);
        writeFileSync(path, `${orders}// by hand\n`);
        return found;
      },
    };
    const { stdout, text } = await fix(folder, [], late);
    expect(text).toBe(`${orders}// by hand\n`);
    expect(stdout).toContain(
      'src/orders.js:6: left alone (personal-data-logged): the file has changed since the analysis',
    );
    expect(stdout).toContain('nothing changed');
  });

  it.each([
    [['--rule', 'nothing'], /there is no rule nothing/],
    [['--ignore', 'a reason'], /--ignore needs --rule/],
    [['--ignore', ' ', '--rule', 'wrong-token'], /takes the reason/],
    [['nowhere'], /there is no file or folder nowhere/],
  ])('refuses %j in one sentence', async (args, sentence) => {
    const { code, stderr } = await fix(app(), args);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
  });
});

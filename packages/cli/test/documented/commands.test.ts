import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandTable } from '../../src/commands/table.js';
import { loadEngine } from '../../src/host/engine.js';
import { main } from '../../src/main.js';
import { host } from '../samples.js';
import { app, madeBy } from './app.mjs';
import { commitAll, faultOf, layOut } from './lay-out.cjs';
import { documentedLines, elsewhere } from './lines.mjs';

const lines = documentedLines(commandTable.map(({ name }) => name));
const engine = loadEngine();
const files = { ...app };
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leastscope-documented-'));
  layOut(folder, files);
  for (const [file, args] of Object.entries(madeBy)) {
    const made = await run(args);
    expect(faultOf(made, folder, files), made.stderr).toBeNull();
    files[file] = made.stdout;
  }
  layOut(folder, files);
  commitAll(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function run(args: readonly string[]) {
  const terminal = host(folder, { loadEngine: () => engine });
  const status = await main(args, terminal);
  return { status, ...terminal.said };
}

it('are found, of every command', () => {
  const commands = new Set(lines.map(({ args: [command = ''] }) => command));
  const told = ['check', 'diff', 'fix', 'init', 'lsp', 'manifest', 'merge', 'report', 'seen', 'token'];
  expect([...commands]).toEqual(expect.arrayContaining([...told, 'types', 'uses', 'what-if', 'why']));
  expect(lines.length).toBeGreaterThan(70);
  const idle = Object.keys(elsewhere).filter((line) => !lines.some(({ args }) => args.join(' ') === line));
  expect(idle).toEqual([]);
});

const tried = lines.filter(({ args }) => elsewhere[args.join(' ')] === undefined);

it.each(tried)('$document: leastscope $line', async ({ args }) => {
  layOut(folder, files);
  if (args[0] === 'init') rmSync(join(folder, 'scope-declaration.yaml'));
  const ran = await run(args);
  expect(faultOf(ran, folder, files), ran.stderr).toBeNull();
});

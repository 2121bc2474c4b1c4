// How long an editor waits for `leastscope lsp`, on one app: `node benchmarks/language-server.mjs <folder> [rounds]`. The folder is
// only read. Prints medians and the worst of all rounds in milliseconds, each measured at the editor's end of the pipe.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { root } from '../scripts/pnpm.mjs';
import { startEditor, uriOf } from './language-client.mjs';

const [folder, rounds = '20'] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('Which folder? node benchmarks/language-server.mjs <folder> [rounds]');
const app = resolve(folder);
const call = firstCall();
const path = join(app, call.file);
const uri = uriOf(path);
const text = readFileSync(path, 'utf8');
const position = { line: call.start.line - 1, character: call.start.column };

const startedAt = performance.now();
const editor = await startEditor([app]);
const started = performance.now() - startedAt;
await until(() => editor.progress.some(({ kind }) => kind === 'end'));
const firstLook = performance.now() - startedAt;

await editor.tell('textDocument/didOpen', {
  textDocument: { uri, languageId: 'typescript', version: 1, text },
});
const hover = () => editor.ask('textDocument/hover', { textDocument: { uri }, position });
const actions = () =>
  editor.ask('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
if ((await hover()) === null) throw new Error(`Nothing is said of ${call.file}:${call.start.line}.`);
const rows = [
  ['hover, nothing changed', await timed(hover)],
  ['quick fixes, nothing changed', await timed(actions)],
  ['hover right after a key stroke', await timed(hover, type)],
];
await editor.end();

console.log(`server ready    ${started.toFixed(0)} ms`);
console.log(`first look done ${firstLook.toFixed(0)} ms (reads the whole project)`);
for (const [what, times] of rows) {
  const sorted = times.sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  console.log(`${what.padEnd(32)} median ${middle.toFixed(1)} ms, worst ${sorted.at(-1).toFixed(1)} ms`);
}

async function timed(work, before = () => undefined) {
  const times = [];
  for (let round = 0; round < Number(rounds); round += 1) {
    await before(round);
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return times;
}

/** A new text at each round, below what is asked about. */
function type(round) {
  return editor.tell('textDocument/didChange', {
    textDocument: { uri, version: round + 2 },
    contentChanges: [{ text: `${text}\n// ${round}\n` }],
  });
}

function firstCall() {
  const args = [
    join(root, 'packages/cli/bundle/leastscope.cjs'),
    'uses',
    '--format',
    'json',
    '--no-cache',
    '--cwd',
    app,
  ];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const use = JSON.parse(stdout).uses.find(({ fileKind }) => fileKind === 'production');
  if (use === undefined) throw new Error(`${fileURLToPath(uriOf(app))} calls nothing of the platform.`);
  return use.place;
}

async function until(isIt) {
  while (!isIt()) await setTimeout(5);
}

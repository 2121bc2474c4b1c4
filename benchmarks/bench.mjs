// leastscope beside everything else that could be asked the same, in one table.
//
//   pnpm bench [checkout] [--files 9000] [--runs 7] [--slow] [--growth] [--no-peers] [--write]
//
// Without a checkout, one is made. --slow adds the peers that take minutes; --growth measures 1k, 4k, 16k and 64k files
// instead; --write puts the growth into docs/performance.json, from which scripts/growth-picture.mjs draws.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, root } from '../scripts/pnpm.mjs';
import { layCheckout } from './checkout.mjs';
import { race } from './measure.mjs';
import { installPeers, peers } from './peers.mjs';
import { timesOfWatch } from './watch.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string', default: '9000' },
    runs: { type: 'string', default: '7' },
    slow: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    'no-peers': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const program = join(root, 'packages/cli/bundle/leastscope.cjs');
const scratch = mkdtempSync(join(tmpdir(), 'leastscope-bench-'));
/** The least that says anything of the platform; it misses SDKs, scopes and versions that are put into a path later. */
const fewWords = ['/20[0-9]{4}/', 'tiktok'];
const coldName = 'leastscope check, no memory';

if (build() !== 0) process.exit(1);
const { createMarkers } = await import('../packages/analyzer/dist/project/markers.js');
const { loadCatalog } = await import('../packages/scope-catalog/dist/index.js');
console.log(
  `Node ${process.version}, ${availableParallelism()} of ${cpus().length} cores, medians of ${runs} alternating runs.`,
);
try {
  if (values.growth) await growth();
  else await compare();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function compare() {
  const given = positionals[0] === undefined ? null : resolve(positionals[0]);
  const checkout = given ?? join(scratch, 'checkout');
  if (given === null) {
    const planted = layCheckout(checkout, { files: Number(values.files) });
    console.log(`${values.files} generated files of TypeScript with ${planted.length} planted calls.`);
    proveFound(checkout, planted);
  }
  const own = ours(checkout, given === null);
  const installed = values['no-peers'] ? { folder: null, missing: ['left out: --no-peers'] } : installPeers();
  const others = installed.folder === null ? [] : peers(checkout, installed.folder, scratch, values.slow);
  const rows = await race([...own, ...others], runs);
  print(rows);
  if (given === null) await tellWatch(checkout);
  for (const line of [
    ...installed.missing,
    ...(values.slow ? [] : ['left out without --slow: the peers that take minutes']),
  ])
    console.log(line);
}

/** Ourselves and the two floors: Node doing nothing, and a text search that understands nothing. */
function ours(checkout, mayStage) {
  const node = process.execPath;
  const kept = join(scratch, 'kept');
  const check = (...args) => ({
    command: [node, program, 'check', '--cwd', checkout, ...args],
    cwd: checkout,
  });
  const hasRipgrep = spawnSync('rg', ['--version']).status === 0;
  if (mayStage) stageFive(checkout);
  return [
    { name: 'node, doing nothing', command: [node, '-e', '0'], cwd: checkout },
    ...(hasRipgrep ? ripgrep(checkout) : [gitGrep(checkout)]),
    { name: 'leastscope --help', command: [node, program, '--help'], cwd: checkout },
    { name: coldName, ...check('--no-cache') },
    {
      name: 'leastscope check, cold, remembering',
      ...check('--cache-location', kept),
      before: () => rmSync(kept, { recursive: true, force: true }),
    },
    { name: 'leastscope check, nothing changed', ...check('--cache-location', `${kept}-warm`) },
    ...(mayStage
      ? [
          {
            name: 'leastscope check --staged, 5 files, seen before',
            ...check('--staged', '--cache-location', `${kept}-staged`),
          },
          { name: 'leastscope check --staged, 5 files, first time', ...check('--staged', '--no-cache') },
        ]
      : []),
  ];
}

/** With the very pattern that decides here, and with a short one. */
function ripgrep(checkout) {
  const only = ['--no-unicode', '--files-with-matches', '--type', 'ts', '--type', 'js'];
  const command = (...patterns) => ['rg', ...only, ...patterns, checkout];
  return [
    { name: 'rg, the same tell-tales', command: command('--file', tellTales()), cwd: checkout },
    { name: 'rg, two words', command: command(...fewWords.flatMap((word) => ['-e', word])), cwd: checkout },
  ];
}

/** A file that holds the gate's pattern as other engines write it. */
function tellTales() {
  const file = join(scratch, 'tell-tales.txt');
  const { source } = createMarkers(loadCatalog()).exact;
  writeFileSync(file, `${source.replaceAll('\\/', '/')}\n`);
  return file;
}

function gitGrep(checkout) {
  const text = fewWords.flatMap((word) => ['-e', word]);
  return {
    name: 'git grep, two words (rg is not installed)',
    command: ['git', '-C', checkout, 'grep', '-lE', ...text],
    cwd: checkout,
  };
}

async function tellWatch(checkout) {
  const files = [
    ['a file that calls', 'src/module-4/part-180.ts'],
    ['a file beside', 'src/module-1/part-41.ts'],
  ];
  for (const [what, time] of await timesOfWatch(program, checkout, files, runs))
    console.log(`check --watch, ${what} saved: the answer after ${time.toFixed(0)} ms.`);
}

function stageFive(checkout) {
  for (const index of [1, 41, 81, 121, 161])
    appendFileSync(join(checkout, `src/module-${Math.floor(index / 40)}/part-${index}.ts`), '// staged\n');
  spawnSync('git', ['add', '--all'], { cwd: checkout });
}

async function growth() {
  const node = process.execPath;
  const points = [];
  for (const files of [1000, 4000, 16000, 64000]) {
    const checkout = join(scratch, `n${files}`);
    proveFound(checkout, layCheckout(checkout, { files }));
    const kept = join(scratch, `kept${files}`);
    const command = (...args) => [node, program, 'check', '--cwd', checkout, ...args];
    const [cold, warm, rg] = await race(
      [
        { name: 'cold', command: command('--no-cache'), cwd: checkout },
        { name: 'warm', command: command('--cache-location', kept), cwd: checkout },
        { ...ripgrep(checkout)[0], name: 'rg' },
      ],
      runs,
    );
    points.push({
      files,
      cold: cold.wall,
      warm: warm.wall,
      rg: rg.wall,
      megabytes: Math.round(cold.megabytes),
    });
    console.log(
      `${files} files: cold ${cold.wall} s, warm ${warm.wall} s, rg ${rg.wall} s, ${Math.round(cold.megabytes)} MB`,
    );
    rmSync(checkout, { recursive: true, force: true });
  }
  const fits = Object.fromEntries(
    ['cold', 'warm', 'rg'].map((key) => [key, fit(points.map((one) => [one.files, one[key]]))]),
  );
  for (const [key, { start, slope }] of Object.entries(fits))
    console.log(`${key}: ${(start * 1000).toFixed(0)} ms + ${(slope * 1e6).toFixed(1)} µs a file`);
  const perFile = (files) => {
    const one = points.find((point) => point.files === files);
    return one.cold / files;
  };
  console.log(`time a file, 64k to 4k: ${(perFile(64000) / perFile(4000)).toFixed(2)}`);
  if (values.write)
    writeFileSync(join(root, 'docs/performance.json'), `${JSON.stringify({ points, fits }, null, 2)}\n`);
}

/** A straight line by least squares of relative errors, so that small sizes count as much as large ones. */
function fit(points) {
  const sum = (of) => points.reduce((total, [x, y]) => total + of(x, y) / (y * y), 0);
  const [w, x1, x2, y1, xy] = [
    sum(() => 1),
    sum((x) => x),
    sum((x) => x * x),
    sum((_, y) => y),
    sum((x, y) => x * y),
  ];
  const slope = (w * xy - x1 * y1) / (w * x2 - x1 * x1);
  return { slope, start: (y1 - slope * x1) / w };
}

function proveFound(checkout, planted) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [program, 'uses', '--no-cache', '--cwd', checkout, '--format', 'json'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (stdout === '') throw new Error(stderr);
  const found = JSON.parse(stdout).uses.map(({ place, endpoint }) => `${place.file} ${endpoint}`);
  const missed = planted.filter((call) => !found.includes(call));
  const extra = found.filter((call) => !planted.includes(call));
  if (missed.length + extra.length > 0)
    throw new Error(
      `Planted ${planted.length}; missed ${missed.length}, added ${extra.length}: ${[...missed, ...extra].slice(0, 5).join('; ')}`,
    );
  console.log(`All ${planted.length} planted calls were found, and no other.`);
}

function print(rows) {
  const [node, rg] = rows;
  const cold = rows.find(({ name }) => name === coldName);
  const table = [
    ['', 'wall', 'processor', 'peak memory', 'to rg', 'to node', 'to cold', 'runs', 'exit'],
  ].concat(
    rows.map(({ name, wall, cpu, megabytes, runs: count, status, isStopped }) => [
      name,
      `${isStopped ? 'over ' : ''}${wall.toFixed(3)} s`,
      // Of a program that was killed the shell knows no more.
      isStopped ? '' : `${cpu.toFixed(2)} s`,
      `${Math.round(megabytes)} MB`,
      `${(wall / rg.wall).toFixed(1)} x`,
      `${(wall / node.wall).toFixed(1)} x`,
      `${(wall / cold.wall).toFixed(1)} x`,
      String(count),
      String(status),
    ]),
  );
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table)
    console.log(
      row
        .map((text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column])))
        .join('  '),
    );
}

// leastscope on apps in which most files concern the platform, beside a script that only parses every file with TypeScript.
//
//   node benchmarks/apps.mjs [checkout] [--sizes 100,400,800,1600] [--runs 7]
//
// Read the processor time: on a busy machine only ratios within one run say something.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, root } from '../scripts/pnpm.mjs';
import { layApp } from './app.mjs';
import { race } from './measure.mjs';
import { timesOfWatch } from './watch.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string', default: '100,400,800,1600' }, runs: { type: 'string', default: '7' } },
});
const program = join(root, 'packages/cli/bundle/leastscope.cjs');
const scratch = mkdtempSync(join(tmpdir(), 'leastscope-apps-'));
const floor = join(scratch, 'parse-all.cjs');
writeFileSync(
  floor,
  `const ts = require(${JSON.stringify(join(root, 'node_modules/typescript'))});
const fs = require('node:fs'), path = require('node:path');
const walk = (folder) => {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === '.git') continue;
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(at);
    else if (/\\.[cm]?[jt]sx?$/.test(at)) ts.createSourceFile(at, fs.readFileSync(at, 'utf8'), ts.ScriptTarget.ESNext);
  }
};
walk(process.argv[2]);
`,
);

if (build() !== 0) process.exit(1);
try {
  if (positionals[0] === undefined)
    for (const size of values.sizes.split(',')) await compareApp(Number(size));
  else print('checkout', await compare(resolve(positionals[0]), null));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function compareApp(files) {
  const app = join(scratch, `app-${files}`);
  const planted = layApp(app, files);
  proveFound(app, planted);
  // In an app of its own: to the others nothing must happen between their runs.
  const edited = join(scratch, `app-${files}-edited`);
  layApp(edited, files);
  const at = { folder: edited, file: join(edited, planted[0].split(' ')[0]) };
  print(`${files} files, ${planted.length} calls`, await compare(app, at));
  const saved = [planted[0], planted.at(-1)].map((call) => call.split(' ')[0]);
  const watched = saved.map((file) => [`${file} saved`, file]);
  for (const [what, time] of await timesOfWatch(program, edited, watched, Number(values.runs)))
    console.log(`  check --watch, ${what}: the answer after ${time.toFixed(0)} ms`);
}

/** `edited`: a folder like it, with a file that may be changed; null beside a checkout of somebody. */
function compare(cwd, edited) {
  const kept = mkdtempSync(join(scratch, 'kept-'));
  const own = (name, args, folder = cwd) => ({
    name,
    command: [process.execPath, program, ...args, '--cwd', folder],
    cwd: folder,
  });
  const hasRipgrep = spawnSync('rg', ['--version']).status === 0;
  return race(
    [
      { name: 'TypeScript, parsing every file', command: [process.execPath, floor, cwd], cwd },
      ...(hasRipgrep
        ? [{ name: 'rg, two words', command: ['rg', '-l', '/20[0-9]{4}/|tiktok', cwd], cwd }]
        : []),
      own('uses, no memory', ['uses', '--no-cache']),
      own('uses --fields, no memory', ['uses', '--fields', '--no-cache']),
      own('check, no memory', ['check', '--no-cache']),
      own('check, nothing changed', ['check', '--cache-location', kept]),
      ...(edited === null
        ? []
        : [
            {
              ...own(
                'check, one file edited',
                ['check', '--cache-location', `${kept}-edited`],
                edited.folder,
              ),
              before: () => appendFileSync(edited.file, '// edited\n'),
            },
          ]),
    ],
    Number(values.runs),
  );
}

function proveFound(cwd, planted) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [program, 'uses', '--no-cache', '--format', 'json', '--cwd', cwd],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (stdout === '') throw new Error(stderr);
  const found = JSON.parse(stdout).uses.map(({ place, endpoint }) => `${place.file} ${endpoint}`);
  const wrong = [
    ...planted.filter((call) => !found.includes(call)),
    ...found.filter((call) => !planted.includes(call)),
  ];
  if (wrong.length > 0) throw new Error(`missed or added: ${wrong.slice(0, 5).join('; ')}`);
}

function print(title, rows) {
  console.log(`${title}; medians of ${rows[0].runs}`);
  for (const { name, wall, cpu, megabytes } of rows)
    console.log(
      `  ${name.padEnd(32)} ${cpu.toFixed(2).padStart(7)} s processor  ${(cpu / rows[0].cpu).toFixed(2).padStart(6)} x  ${wall.toFixed(2).padStart(7)} s wall  ${Math.round(megabytes)} MB`,
    );
}

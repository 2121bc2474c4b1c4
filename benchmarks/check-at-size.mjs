// How long `leastscope check` takes on a big checkout, and how much memory, beside a plain text search for the same
// tell-tales. Makes the checkout (seeded, so always the same), proves that every planted call was found, prints a table.
//
//   node benchmarks/check-at-size.mjs [--files 9000] [--relevant 50] [--megabytes 45] [--runs 5] [--keep]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/pnpm.mjs';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '9000' },
    relevant: { type: 'string', default: '50' },
    megabytes: { type: 'string', default: '45' },
    runs: { type: 'string', default: '5' },
    keep: { type: 'boolean', default: false },
  },
});
const size = {
  files: Number(values.files),
  relevant: Number(values.relevant),
  bytes: Number(values.megabytes) * 1e6,
};
const runs = Number(values.runs);

const cli = join(root, 'packages/cli/dist/bin.js');
const tellTales = ['open-api\\.tiktokglobalshop\\.com', '/20[0-9]{4}/', 'x-tts-access-token'];
const endpoints = [
  ['GET', '/authorization/202309/shops'],
  ['POST', '/order/202309/orders/search'],
  ['GET', '/order/202507/orders'],
  ['POST', '/fulfillment/202309/packages/search'],
  ['POST', '/product/202502/products/search'],
];

const folder = mkdtempSync(join(tmpdir(), 'leastscope-bench-'));
try {
  const planted = lay(folder);
  commit(folder);
  proveFound(folder, planted);
  console.log(
    `Node ${process.version}, ${availableParallelism()} of ${cpus().length} cores; median of ${runs} runs.\n`,
  );
  print([
    measureNode('node, doing nothing', ['--eval', '0']),
    measureNode('leastscope check', [cli, 'check', '--cwd', folder, '--format', 'json']),
    measureNode('leastscope uses', [cli, 'uses', '--cwd', folder, '--format', 'json']),
    textSearch(folder),
  ]);
} finally {
  if (values.keep) console.log(`\nThe checkout is kept in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}

/** Writes the checkout; gives the calls that were planted, as `file endpoint`. */
function lay(to) {
  const random = seeded(20261101);
  const planted = [];
  let bytes = 0;
  for (let index = 0; index < size.files; index += 1) {
    const name = `src/module-${index % 90}/part-${index}.ts`;
    const every = Math.floor(size.files / size.relevant);
    const isRelevant = index % every === 0 && index / every < size.relevant;
    const text = isRelevant
      ? relevant(index, name, planted)
      : filler(index, random, (size.bytes / size.files) * (0.4 + 1.2 * random()));
    bytes += text.length;
    write(to, name, text);
  }
  for (const [name, text] of Object.entries(frame())) write(to, name, text);
  for (let index = 0; index < 500; index += 1) {
    write(
      to,
      `node_modules/library-${index}/index.js`,
      "fetch('https://open-api.tiktokglobalshop.com/order/202309/orders/search');\n",
    );
  }
  console.log(
    `${size.files} files, ${(bytes / 1e6).toFixed(1)} MB of TypeScript, ${size.relevant} files that call; 500 in node_modules.`,
  );
  return planted;
}

function relevant(index, name, planted) {
  const [method, path] = endpoints[index % endpoints.length];
  planted.push(`${name} ${method} ${path}`);
  return `import { ttsRequest } from '../platform/http.js';

const PATH = '${path}';

export async function load${index}(query: Record<string, string>) {
  const answer = await ttsRequest('${method}', PATH, query);
  return answer.data;
}
`;
}

/** Code as it is in most files of an app: classes, functions, texts, imports; nothing of the platform. */
function filler(index, random, length) {
  const parts = [
    `import { value${index - 1} } from './part-${index - 1}.js';\n\nexport const value${index} = ${index};\n`,
  ];
  for (let written = parts[0].length; written < length; written += parts.at(-1).length) {
    const id = Math.floor(random() * 1e9).toString(36);
    parts.push(`
export interface Row${id} {
  readonly id: string;
  readonly label: string;
  readonly amount: number | null;
}

/** Adds the amounts of the rows whose label begins with a prefix. */
export function sum${id}(rows: readonly Row${id}[], prefix = '${id}'): number {
  return rows
    .filter((row) => row.label.startsWith(prefix))
    .map((row) => row.amount ?? value${index - 1})
    .reduce((total, amount) => total + amount, 0);
}

export class Store${id} {
  private readonly rows = new Map<string, Row${id}>();

  async load(fetchRows: (url: string) => Promise<Row${id}[]>) {
    for (const row of await fetchRows(\`/internal/rows/\${this.rows.size}?sort=label\`)) this.rows.set(row.id, row);
    return sum${id}([...this.rows.values()]);
  }
}
`);
  }
  return parts.join('');
}

function frame() {
  return {
    'src/platform/http.ts': readFileSync(
      join(root, 'fixtures/worked-examples/01-minimal/src/platform/http.ts'),
      'utf8',
    ),
    'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext", "strict": true }, "include": ["src"] }\n',
    'package.json': '{ "name": "big", "private": true, "type": "module" }\n',
    '.gitignore': 'node_modules/\n',
    'scope-declaration.yaml': `schema: 1
app: { name: Big, type: public, tokens: [seller] }
requestedScopes: [seller.authorization.info, seller.order.info, seller.fulfillment.basic, seller.product.basic]
purposes:
  - id: manage-orders
    kind: order_management
    text: Show the seller's orders, their parcels and their products in one place.
    retention: { period: P90D, after: order.completed, onDeauthorization: P7D }
`,
  };
}

function commit(to) {
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
    [
      '-c',
      'user.name=bench',
      '-c',
      'user.email=bench@localhost',
      'commit',
      '--quiet',
      '--message',
      'Lay the checkout',
    ],
  ]) {
    const { status, stderr } = spawnSync('git', args, { cwd: to, encoding: 'utf8' });
    if (status !== 0) return console.log(`Without git: ${stderr ?? 'it is not installed'}`);
  }
}

function proveFound(at, planted) {
  const { stdout, stderr } = spawnSync(process.execPath, [cli, 'uses', '--cwd', at, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(stderr);
  const found = JSON.parse(stdout).uses.map(({ place, endpoint }) => `${place.file} ${endpoint}`);
  const missed = planted.filter((call) => !found.includes(call));
  const extra = found.filter((call) => !planted.includes(call));
  if (missed.length + extra.length > 0) {
    throw new Error(
      `Planted ${planted.length} calls; missed ${missed.length}, added ${extra.length}: ${[...missed, ...extra].slice(0, 5).join('; ')}`,
    );
  }
  console.log(`All ${planted.length} planted calls were found, and no other.`);
}

/** The child tells its own peak memory when it ends. */
function measureNode(what, args) {
  const file = join(tmpdir(), `leastscope-rss-${process.pid}`);
  const tell = `import fs from 'node:fs'; process.on('exit', () => fs.writeFileSync(process.env.RSS_FILE, String(process.resourceUsage().maxRSS)));`;
  const hook = `data:text/javascript,${encodeURIComponent(tell)}`;
  const samples = Array.from({ length: runs }, () => {
    const ms = time(process.execPath, ['--import', hook, ...args], { RSS_FILE: file });
    return { ms, megabytes: Number(readFileSync(file, 'utf8')) / 1024 };
  });
  rmSync(file, { force: true });
  return {
    what,
    ms: median(samples.map(({ ms }) => ms)),
    megabytes: Math.max(...samples.map((s) => s.megabytes)),
  };
}

/** The floor: finding the tell-tales as text and understanding nothing. */
function textSearch(at) {
  const patterns = tellTales.flatMap((pattern) => ['-e', pattern]);
  const hasRipgrep = spawnSync('rg', ['--version']).status === 0;
  const [what, command, args] = hasRipgrep
    ? ['rg, same tell-tales', 'rg', ['--files-with-matches', ...patterns, at]]
    : ['git grep, same tell-tales (rg is not installed)', 'git', ['-C', at, 'grep', '-lE', ...patterns]];
  return { what, ms: median(Array.from({ length: runs }, () => time(command, args))), megabytes: null };
}

function time(command, args, env = {}) {
  const started = process.hrtime.bigint();
  const { error } = spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  if (error) throw error;
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function print(rows) {
  const cells = rows.map(({ what, ms, megabytes }) => [
    what,
    `${(ms / 1000).toFixed(2)} s`,
    megabytes === null ? '' : `${Math.round(megabytes)} MB`,
  ]);
  const table = [['', 'wall', 'peak memory'], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table)
    console.log(
      row
        .map((text, column) => text.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** mulberry32: small, and the same everywhere. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function write(to, name, text) {
  mkdirSync(dirname(join(to, name)), { recursive: true });
  writeFileSync(join(to, name), text);
}

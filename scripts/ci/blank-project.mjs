// As a user would meet it: the packed packages, installed by npm in a blank project, and both hosts on one planted mistake.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../pnpm.mjs';
import { pack } from './pack.mjs';

const eslintVersion = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.eslint;

/** Cancelling needs seller.return_refund.basic, which the declaration does not ask for. */
const project = {
  'package.json': JSON.stringify({ name: 'blank', version: '1.0.0', private: true, type: 'module' }),
  'src/cancel.js': `const HOST = 'https://open-api.tiktokglobalshop.com';

export async function cancelOrder(order_id) {
  return fetch(\`\${HOST}/return_refund/202309/cancellations\`, { method: 'POST', body: JSON.stringify({ order_id }) });
}
`,
  'scope-declaration.yaml': `schema: 1
app: { name: Blank, type: public, tokens: [seller] }
requestedScopes:
  - seller.authorization.info
purposes:
  - id: handle-returns
    kind: returns_refunds
    text: Cancel an order for a seller who agreed it with the buyer by telephone.
    retention: { period: P90D, after: order.completed, onDeauthorization: P7D }
`,
  'eslint.config.js': `import leastscope from '@leastscope/eslint-plugin';

export default [leastscope.configs.recommended];
`,
};

const folder = mkdtempSync(join(tmpdir(), 'leastscope-blank-'));
try {
  for (const [name, text] of Object.entries(project)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const tarballs = pack().map(({ tarball }) => tarball);
  npm('install', '--no-audit', '--no-fund', '--save-dev', `eslint@${eslintVersion}`, ...tarballs);

  expect('leastscope --version', ['leastscope', '--version'], 0, []);
  expect('the terminal finds it', ['leastscope', 'check'], 1, ['missing-scope', 'src/cancel.js:4']);
  expect('the editor finds it', ['eslint', '.'], 1, ['missing-scope', 'cancel.js', '4:']);
  expect(
    'the library loads',
    ['node', '--input-type=module', '--eval', "await import('leastscope');"],
    0,
    [],
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function npm(...args) {
  const { status } = spawnSync('npm', args, {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args[0]} ended with ${status}.`);
}

/** Runs a program of the blank project, and demands its exit code and its words. */
function expect(what, [program, ...args], wantedStatus, words) {
  const command = program === 'node' ? process.execPath : join(folder, 'node_modules', '.bin', program);
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  const output = `${stdout}${stderr}`;
  const missing = words.filter((word) => !output.includes(word));
  if (status === wantedStatus && missing.length === 0) return console.log(`ok  ${what}`);
  console.error(
    `NOT ok  ${what}: ended with ${status}, wanted ${wantedStatus}; lacks ${missing.join(', ') || 'nothing'}`,
  );
  console.error(output);
  process.exitCode = 1;
}

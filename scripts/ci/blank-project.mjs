// As a user would meet it: the line that `npm run pack` prints, run as it stands in a blank project, then both hosts on planted
// mistakes, the library with its types, and the lines of the README's quick start one after the other.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { installLine, packOnce } from '../pack.mjs';
import { root } from '../pnpm.mjs';

const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const also = ['eslint', 'typescript', '@types/node'].map((name) => `${name}@${devDependencies[name]}`);

/** Cancelling needs seller.return_refund.basic, which the declaration does not ask for; nothing needs seller.finance.info. */
const code = {
  'package.json': JSON.stringify({ name: 'blank', version: '1.0.0', private: true, type: 'module' }),
  'src/cancel.js': `const HOST = 'https://open-api.tiktokglobalshop.com';

export async function cancelOrder(order_id) {
  return fetch(\`\${HOST}/return_refund/202309/cancellations\`, { method: 'POST', body: JSON.stringify({ order_id }) });
}
`,
};
const declared = {
  'scope-declaration.yaml': `schema: 1
app: { name: Blank, type: public, tokens: [seller] }
requestedScopes:
  - seller.authorization.info
  - seller.finance.info
purposes:
  - id: handle-returns
    kind: returns_refunds
    text: Cancel an order for a seller who agreed it with the buyer by telephone.
    retention: { period: P90D, after: order.completed, onDeauthorization: P7D }
`,
  'eslint.config.js': `import leastscope from '@leastscope/eslint-plugin';

export default [leastscope.configs.recommended];
`,
  'library.mts': `import { analyzeProject, Misuse, type Analysis, type Finding, type Needs, type ProjectAnalysis } from 'leastscope';

const found: ProjectAnalysis = await analyzeProject({ cwd: process.cwd() });
const needs: Needs = found.needs;
const findings: readonly Finding[] = (found satisfies Analysis).findings;
console.log(needs.scopes.map(({ scope }) => scope).join(), findings.length > 0, typeof Misuse);
`,
};

const top = mkdtempSync(join(tmpdir(), 'leastscope-blank-'));
try {
  const line = installLine(packOnce());
  const folder = blank('declared', { ...code, ...declared });
  shell(line, folder);
  shell(`npm install --save-dev ${also.join(' ')}`, folder);

  expect(folder, 'npx leastscope --version', 0, []);
  expect(folder, 'npx leastscope check', 1, [
    'error[missing-scope]',
    'src/cancel.js:4',
    'error[unused-scope]: `seller.finance.info` is requested, but no call, webhook or manual use needs it.',
  ]);
  expect(folder, 'npx eslint .', 1, ['missing-scope', 'cancel.js', '4:']);
  expect(folder, 'npx tsc --strict --module nodenext --target es2022 --types node library.mts', 0, []);
  expect(folder, 'node library.mjs', 0, ['seller.return_refund.basic true function']);

  const started = blank('started', code);
  shell(line, started);
  for (const one of quickStart()) expect(started, one, one.endsWith('check') ? 1 : 0, []);
} finally {
  rmSync(top, { recursive: true, force: true });
}

/** The lines of README.md that start leastscope, in their order. The first `check` finds the TODOs that `init` has left. */
function quickStart() {
  const block =
    /## Quick start\n\n```sh\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? '';
  const lines = block
    .split('\n')
    .map((text) => text.replace(/#.*/, '').trim())
    .filter((text) => text.startsWith('npx leastscope'));
  if (lines.length < 4) throw new Error('README.md shows no quick start.');
  return lines;
}

function blank(name, files) {
  const folder = join(top, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** As somebody would type it. */
function shell(line, cwd) {
  console.log(`$ ${line}`);
  const quiet = { ...process.env, npm_config_audit: 'false', npm_config_fund: 'false' };
  const { status } = spawnSync(line, { cwd, stdio: 'inherit', shell: true, env: quiet });
  if (status !== 0) throw new Error(`That ended with ${status}.`);
}

/** Runs a line in a blank project, and demands its exit code and its words. */
function expect(cwd, line, wantedStatus, words) {
  const { status, stdout, stderr } = spawnSync(line, { cwd, encoding: 'utf8', shell: true });
  const output = `${stdout}${stderr}`;
  const missing = words.filter((word) => !output.includes(word));
  if (status === wantedStatus && missing.length === 0) return console.log(`ok  ${line}`);
  console.error(
    `NOT ok  ${line}: ended with ${status}, wanted ${wantedStatus}; lacks ${missing.join(', ') || 'nothing'}`,
  );
  console.error(output);
  process.exitCode = 1;
}

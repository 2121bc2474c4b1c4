// What others read is what they want it to be: the SARIF of every worked example and of the examples passes Microsoft's own
// validator, with the rules for code scanning, without an error or a warning.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../pnpm.mjs';

/** A program of its own for each system; it is large, and of use here alone. */
const validators = { linux: 'linux', darwin: 'darwin', win32: 'win32' };
const version = '5.7.0';

const system = validators[process.platform];
if (system === undefined || process.arch !== 'x64') {
  console.log(`skipped  Microsoft's validator is not made for ${process.platform} ${process.arch}`);
  process.exit();
}
const folder = mkdtempSync(join(tmpdir(), 'leastscope-reports-'));
try {
  const name = `@microsoft/sarif-multitool-${system}`;
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  demand('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `${name}@${version}`]);
  const program = join(
    folder,
    'node_modules',
    name,
    system === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool',
  );
  chmodSync(program, 0o755);
  const reports = apps().map(reportOf);
  demand(program, [
    'validate',
    ...reports,
    '--rule-kind',
    'Sarif;Ghas',
    '--output',
    'told.sarif',
    '--log',
    'ForceOverwrite',
  ]);
  const [{ results }] = JSON.parse(readFileSync(join(folder, 'told.sarif'), 'utf8')).runs;
  const faults = results.filter(({ level = 'warning' }) => level === 'error' || level === 'warning');
  for (const { ruleId, message } of faults) console.error(`NOT ok  ${ruleId} ${JSON.stringify(message)}`);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(`ok  ${reports.length} reports, ${results.length} notes`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function apps() {
  return ['examples', 'fixtures/worked-examples'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => join(root, parent, name)),
  );
}

function reportOf(app, index) {
  const file = join(folder, `${index}.sarif`);
  const program = join(root, 'packages/cli/bundle/leastscope.cjs');
  const args = [
    'check',
    '--no-cache',
    '--show-silenced',
    '--exit-zero',
    '--format',
    `sarif=${file}`,
    '--output',
    join(folder, 'text'),
  ];
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: app, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${app}: ended with ${status}\n${stderr}`);
  return file;
}

function demand(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    // It asks for libraries of languages that a bare machine has not.
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status !== 0) throw new Error(`${command} ended with ${status}\n${stdout}${stderr}`);
}

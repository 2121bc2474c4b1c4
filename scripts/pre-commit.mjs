#!/usr/bin/env node
// What .pre-commit-hooks.yaml starts: the leastscope that the project has installed, on what is staged. pre-commit runs it in
// the project's top folder. Arguments go on: `args: [--cwd, apps/seller]` looks for it there first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';

const args = process.argv.slice(2);
const program = installed(resolve(valueOf('--cwd') ?? '.'));
if (program === null) {
  console.error(
    'leastscope: it is not installed here; `npm install --save-dev leastscope`, or `args: [--cwd, <folder>]` where it is installed',
  );
  process.exit(2);
}
const { status } = spawnSync(process.execPath, [program, 'check', '--staged', ...args], { stdio: 'inherit' });
process.exitCode = status ?? 70;

/** In the nearest node_modules upward that has it. */
function installed(folder) {
  const file = join(folder, 'node_modules/leastscope/bundle/leastscope.cjs');
  if (existsSync(file)) return file;
  return dirname(folder) === folder ? null : installed(dirname(folder));
}

function valueOf(flag) {
  const at = args.indexOf(flag);
  if (at >= 0) return args[at + 1];
  return args.find((one) => one.startsWith(`${flag}=`))?.slice(flag.length + 1);
}

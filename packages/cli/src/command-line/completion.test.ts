import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commandTable } from '../commands/table.js';
import { printCompletion } from './completion.js';

/** What bash offers after these words; the last one is the one being typed. `leastscope completion x` lists what is given. */
function complete(cwd: string, names: readonly string[], ...words: readonly string[]): string[] {
  const script = `leastscope() { [ "$1" = completion ] && printf '%s\\n' ${names.join(' ')}; }
${printCompletion('bash', commandTable)}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length - 1}
_leastscope
printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8', cwd }).trim().split('\n');
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'leastscope-completion-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  writeFileSync(join(path, 'report.json'), '');
  writeFileSync(join(path, 'other.txt'), '');
  mkdirSync(join(path, 'reports'));
  return path;
}

describe('bash', () => {
  const cwd = tmpdir();

  it('offers commands, options and choices', () => {
    expect(complete(cwd, [], 'leastscope', 'c')).toEqual(['check', 'catalog', 'completion']);
    expect(complete(cwd, [], 'leastscope', 'help', 'mer')).toEqual(['merge']);
    expect(complete(cwd, [], 'leastscope', 'check', '--sta')).toEqual([
      '--statistics',
      '--staged',
      '--stats',
    ]);
    expect(complete(cwd, [], 'leastscope', 'check', '--format', 'g')).toEqual(['github', 'gitlab']);
    expect(complete(cwd, [], 'leastscope', 'merge', 'a.json', '--')).toContain('--format');
    expect(complete(cwd, [], 'leastscope', 'completion', '')).toContain('fish');
  });

  it('offers files and folders where they are wanted, and nothing where a value is free', () => {
    const here = folder();
    expect(complete(here, [], 'leastscope', 'check', '--output', 'rep').sort()).toEqual([
      'report.json',
      'reports',
    ]);
    expect(complete(here, [], 'leastscope', 'check', '--cwd', 'rep')).toEqual(['reports']);
    expect(complete(here, [], 'leastscope', 'merge', 'rep').sort()).toEqual(['report.json', 'reports']);
    expect(complete(here, [], 'leastscope', 'uses', 'oth')).toEqual(['other.txt']);
    expect(complete(here, [], 'leastscope', 'check', '--as-of', '')).toEqual(['']);
  });

  it('asks the program for rules, scopes and categories, and runs nothing that is typed', () => {
    const names = ['missing-scope', 'seller.order.info', 'buyer.phone'];
    expect(complete(cwd, names, 'leastscope', 'explain', 'mis')).toEqual(['missing-scope']);
    expect(complete(cwd, names, 'leastscope', 'why', 'seller.')).toEqual(['seller.order.info']);
    const here = folder();
    complete(here, names, 'leastscope', 'explain', '$(touch pwned)');
    complete(here, names, 'leastscope', 'check', '--output', '`touch pwned`');
    expect(complete(here, [], 'leastscope', 'uses', 'pwn')).toEqual(['']);
  });
});

it('knows every command in every shell', () => {
  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    for (const { name } of commandTable) expect(printCompletion(shell, commandTable)).toContain(name);
  }
});

describe.each(['zsh', 'fish'] as const)('%s', (shell) => {
  const isInstalled = spawnSync(shell, ['--version']).error === undefined;

  it.skipIf(!isInstalled)('can read its script', () => {
    const input = printCompletion(shell, commandTable);
    const { status, stderr } = spawnSync(shell, ['-n'], { input, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { commandTable } from '../commands/table.js';
import { printCompletion } from './completion.js';

/** What bash offers after these words; the last one is the one being typed. */
function complete(...words: readonly string[]): readonly string[] {
  const script = `${printCompletion('bash', commandTable)}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length - 1}
_leastscope
printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n');
}

it('offers commands, options and choices', () => {
  expect(complete('leastscope', 'c')).toEqual(['check', 'completion']);
  expect(complete('leastscope', 'check', '--s')).toEqual(['--strict', '--staged', '--shard', '--stats']);
  expect(complete('leastscope', 'check', '--format', 'g')).toEqual(['github']);
  expect(complete('leastscope', 'completion', '')).toContain('fish');
});

it('knows every command in every shell', () => {
  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    for (const { name } of commandTable) expect(printCompletion(shell, commandTable)).toContain(name);
  }
});

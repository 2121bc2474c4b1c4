import { join } from 'node:path';
import { expect, it } from 'vitest';
import { leastscope, project, repository, today } from './workbench.js';

const example = join(repository, 'examples/analytics-dashboard');

const commands = [
  ['check', '--as-of', today],
  ['check', '--as-of', today, '--format', 'json'],
  ['check', '--as-of', today, '--format', 'sarif'],
  ['check', '--as-of', today, '--format', 'github'],
  ['check', '--as-of', today, '--format', 'markdown'],
  ['manifest', '--as-of', today, '--stdout'],
  ['uses', '--format', 'json'],
  ['init', '--stdout'],
];

const here = { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' };
const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

// Worked example 13.
it.each(commands.map((args) => [args.join(' '), args] as const))(
  '%s: same bytes in another folder, time zone and locale',
  (_, args) => {
    const first = leastscope(project({}, example), args, here);
    const second = leastscope(project({}, example), args, elsewhere);
    expect(first.stdout).not.toBe('');
    expect(second).toEqual(first);
  },
);

it('says nothing of the machine', () => {
  const folder = project({}, example);
  for (const args of commands) {
    const { stdout, stderr } = leastscope(folder, args);
    expect(`${stdout}${stderr}`).not.toContain(folder);
  }
});

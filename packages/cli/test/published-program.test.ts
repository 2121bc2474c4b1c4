import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project, repository } from './workbench.js';

/** The program as it is published: several files, loaded as they are needed. */
const program = join(repository, 'packages/cli/bundle/leastscope.cjs');

function run(cwd: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('in a folder without a declaration', () => {
  it.each([['check'], ['check', '--fix'], ['manifest']])('%s %s says so in one sentence', (...args) => {
    const { status, stdout, stderr } = run(project({}), ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^leastscope: [^\n]*scope-declaration\.yaml[^\n]*\n$/);
  });
});

describe('a command line that means nothing', () => {
  it.each([
    ['check', '--format', 'fax'],
    ['check', '--staged'],
    ['check', '--changed-since', 'nowhere'],
    ['check', '--as-of', 'tomorrow'],
    ['uses', '--cwd', 'not/here'],
    ['explain', 'seller.ordr'],
    ['merge', 'not-here.json'],
    ['completion', 'tcsh'],
    ['init', '--kind', 'nothing'],
  ])('%s %s %s is refused with a sentence and no stack', (...args) => {
    const { status, stderr } = run(project({}), ...args);
    expect(status).toBe(2);
    expect(stderr).not.toContain('bug in leastscope');
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});

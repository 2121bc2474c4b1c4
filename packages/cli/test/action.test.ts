import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { project, repository } from './workbench.js';

interface ActionStep {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface ActionFile {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
}

const text = readFileSync(join(repository, 'action.yml'), 'utf8');
const action = parse(text) as ActionFile;
const { steps } = action.runs;

describe('action.yml', () => {
  it('is a composite action whose steps have names and shells, and whose inputs are all used', () => {
    expect(action.runs.using).toBe('composite');
    for (const step of steps) {
      expect(step.name).toMatch(/\w/);
      expect(step.uses === undefined ? step.shell : 'bash', step.name).toBe('bash');
    }
    for (const [name, { description, default: byDefault }] of Object.entries(action.inputs)) {
      expect(text, name).toContain(`inputs.${name}`);
      expect(typeof byDefault, name).toBe('string');
      expect(description, name).toMatch(/\w/);
    }
    for (const [, name = ''] of text.matchAll(/inputs\.([\w-]+)/g))
      expect(action.inputs).toHaveProperty(name);
  });

  it('puts no input into the text of a script', () => {
    for (const { run, name } of steps) expect(run ?? '', name).not.toContain('${{');
  });

  it('is described in docs/ci.md, input by input', () => {
    const page = readFileSync(join(repository, 'docs/ci.md'), 'utf8');
    for (const name of Object.keys(action.inputs)) expect(page).toContain(`\`${name}\``);
  });
});

/** Runs the steps as the runner does, with `npx leastscope@…` leading to the built command line. */
function runAction(folder: string, given: Readonly<Record<string, string>>) {
  const values = { ...mapValues(action.inputs, (input) => input.default), ...given };
  const outputs: Record<string, string> = {};
  const fill = (template: string): string =>
    template.replace(
      /\$\{\{ (?:inputs\.([\w-]+)|steps\.check\.outputs\.([\w-]+)) \}\}/g,
      (_, input, output) =>
        input === undefined ? (outputs[String(output)] ?? '') : (values[String(input)] ?? ''),
    );
  let log = '';
  for (const step of steps) {
    if (step.run === undefined || !holds(step.if, values)) continue;
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      {
        cwd: join(folder, fill(step['working-directory'] ?? '.')),
        encoding: 'utf8',
        env: {
          PATH: [join(folder, 'bin'), process.env['PATH']].join(delimiter),
          GITHUB_WORKSPACE: folder,
          GITHUB_OUTPUT: join(folder, 'output'),
          GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
          ...mapValues(step.env ?? {}, fill),
        },
      },
    );
    log += stdout + stderr;
    for (const line of read(folder, 'output').split('\n')) {
      const [name = '', value = ''] = line.split('=');
      outputs[name] = value;
    }
    if (status !== 0) return { status, log, step: step.name };
  }
  return { status: 0, log, step: null };
}

function holds(condition: string | undefined, values: Readonly<Record<string, string>>): boolean {
  return (condition ?? '').split(' && ').every((part) => {
    const [, name = '', sign, wanted] = /^inputs\.([\w-]+) (==|!=) '(.*)'$/.exec(part) ?? [];
    return name === '' || (values[name] === wanted) === (sign === '==');
  });
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

function read(folder: string, name: string): string {
  return existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
}

/** The app lies in a folder of the checkout, as in a monorepo. */
function checkout(example: string): string {
  const source = join(repository, 'fixtures/worked-examples', example);
  const npx = `#!/bin/sh
[ "$1 $2" = "--yes leastscope@1.2.3" ] || { echo "unexpected: $*" >&2; exit 99; }
shift 2
exec "${process.execPath}" "${join(repository, 'packages/cli/dist/bin.js')}" "$@"
`;
  const folder = project({ 'bin/npx': npx });
  chmodSync(join(folder, 'bin/npx'), 0o755);
  spawnSync('cp', ['-r', source, join(folder, 'my app')]);
  return folder;
}

const asked = { version: '1.2.3', 'working-directory': 'my app' };

describe.skipIf(process.platform === 'win32')('the steps of the action', () => {
  it('annotate from the root of the checkout, and write SARIF, summary and comment', () => {
    const folder = checkout('03-missing-scope');
    const { status, log, step } = runAction(folder, {
      ...asked,
      sarif: 'out.sarif',
      'comment-file': 'a comment.md',
    });
    expect([status, step]).toEqual([1, 'Decide']);
    expect(log).toMatch(/^::error file=my app\/src\//m);
    expect(read(folder, 'output')).toBe('exit-code=1\n');
    expect(read(folder, 'summary.md')).toContain('missing-scope');
    expect(read(folder, 'a comment.md')).toMatch(/^<!-- leastscope -->\n### leastscope\n/);
    const sarif = JSON.parse(read(folder, 'out.sarif')) as { readonly runs: readonly unknown[] };
    expect(sarif.runs).toHaveLength(1);
    expect(read(folder, 'out.sarif')).toContain('my%20app/src/');
  });

  it('pass on a clean app, and on findings where nothing may fail', () => {
    expect(runAction(checkout('01-minimal'), asked).status).toBe(0);
    expect(runAction(checkout('03-missing-scope'), { ...asked, 'fail-on': 'never' }).status).toBe(0);
  });

  it('fail on warnings and on open calls when told to', () => {
    expect(runAction(checkout('09-open-call'), asked).status).toBe(0);
    expect(runAction(checkout('09-open-call'), { ...asked, strict: 'true' }).status).toBe(3);
    expect(runAction(checkout('09-open-call'), { ...asked, 'fail-on': 'warning' }).status).toBe(1);
  });

  it('fail on misuse, whatever may fail', () => {
    const folder = checkout('01-minimal');
    expect(runAction(folder, { ...asked, 'fail-on': 'never', 'changed-since': 'nope' }).status).toBe(2);
    expect(runAction(folder, { ...asked, 'fail-on': '$(touch pwned)' }).status).toBe(2);
    expect(existsSync(join(folder, 'my app/pwned'))).toBe(false);
  });
});

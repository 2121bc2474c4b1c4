import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { program, project, repository } from './workbench.js';

interface ActionStep {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
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
const page = readFileSync(join(repository, 'docs/ci.md'), 'utf8');

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

  it('puts no input into the text of a script, and pins what it uses to a commit', () => {
    for (const { run, uses, name } of steps) {
      expect(run ?? '', name).not.toContain('${{');
      if (uses !== undefined) expect(uses, name).toMatch(/@[0-9a-f]{40}$/);
    }
  });

  it('is described in docs/ci.md, input by input and output by output', () => {
    for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)])
      expect(page).toContain(`\`${name}\``);
  });
});

interface Ran {
  readonly status: number;
  readonly log: string;
  /** The step that ended the job. */
  readonly step: string | undefined;
  /** What the steps of other actions were given. */
  readonly used: readonly Readonly<Record<string, string>>[];
}

type Values = Readonly<Record<string, string>>;

/** Runs the steps as the runner does: conditions, expressions, environment, working folders, files of commands. */
function runAction(folder: string, given: Values, event: Values = {}): Ran {
  const outputs: Record<string, string> = {};
  const inputs = { ...mapValues(action.inputs, (input) => input.default), ...given };
  const contexts = (): Values => ({
    ...prefixed('inputs.', inputs),
    ...prefixed('steps.check.outputs.', outputs),
    ...prefixed('github.event.', event),
  });
  const fill = (template: string): string =>
    template.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name) => contexts()[String(name)] ?? '');
  let log = '';
  const used: Values[] = [];
  for (const step of steps) {
    if (!holds(step.if, contexts())) continue;
    if (step.uses !== undefined) used.push(mapValues(step.with ?? {}, fill));
    if (step.run === undefined) continue;
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
          RUNNER_TEMP: join(folder, 'temp'),
          ...mapValues(step.env ?? {}, fill),
        },
      },
    );
    log += stdout + stderr;
    for (const line of read(folder, 'output').split('\n')) {
      const [name = '', value = ''] = line.split('=');
      outputs[name] = value;
    }
    if (status !== 0) return { status: status ?? -1, log, step: step.name, used };
  }
  return { status: 0, log, step: undefined, used };
}

/** `a == 'b' && c != true`: an absent value equals neither. */
function holds(condition: string | undefined, values: Values): boolean {
  return (condition ?? '').split(' && ').every((part) => {
    const [, name = '', sign, quoted, bare] = /^([\w.-]+) (==|!=) (?:'(.*)'|(\w+))$/.exec(part) ?? [];
    if (name === '') return part === '';
    return ((values[name] ?? '') === (quoted ?? bare)) === (sign === '==');
  });
}

function prefixed(prefix: string, values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

function read(folder: string, name: string): string {
  return existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
}

/** The app lies in a folder of the checkout, as in a monorepo. `npx` leads to the built command line. */
function checkout(example: string): string {
  const source = join(repository, 'fixtures/worked-examples', example);
  const npx = `#!/bin/sh
echo run >> "$GITHUB_WORKSPACE/runs"
[ "$1 $2" = "--yes leastscope@1.2.3" ] || [ "$1 $2" = "--no-install leastscope" ] || { echo "unexpected: $*" >&2; exit 99; }
shift 2
exec "${process.execPath}" "${program}" "$@"
`;
  const folder = project({ 'bin/npx': npx });
  chmodSync(join(folder, 'bin/npx'), 0o755);
  mkdirSync(join(folder, 'temp'));
  spawnSync('cp', ['-r', source, join(folder, 'my app')]);
  return folder;
}

const asked = { version: '1.2.3', 'working-directory': 'my app' };
const everything = { ...asked, sarif: 'out.sarif', 'upload-sarif': 'true', 'comment-file': 'a comment.md' };

describe.skipIf(process.platform === 'win32')('the steps of the action', () => {
  it('say everything in one run, from the root of the checkout', () => {
    const folder = checkout('03-missing-scope');
    const { status, log, step, used } = runAction(folder, everything);
    expect([status, step]).toEqual([1, 'Decide']);
    expect(read(folder, 'runs')).toBe('run\n');
    expect(log).toMatch(/^::error file=my app\/src\//m);
    expect(read(folder, 'output')).toBe(`exit-code=1\nsarif=${join(folder, 'out.sarif')}\n`);
    expect(read(folder, 'summary.md')).toContain('missing-scope');
    expect(read(folder, 'a comment.md')).toMatch(/^<!-- leastscope -->\n### leastscope\n/);
    const sarif = JSON.parse(read(folder, 'out.sarif')) as { readonly runs: readonly unknown[] };
    expect(sarif.runs).toHaveLength(1);
    expect(read(folder, 'out.sarif')).toContain('my%20app/src/');
    expect(used).toEqual([{ sarif_file: join(folder, 'out.sarif') }]);
  });

  it('pass on a clean app, with the version that is installed, and on findings where nothing may fail', () => {
    expect(runAction(checkout('01-minimal'), { 'working-directory': 'my app' }).status).toBe(0);
    expect(runAction(checkout('03-missing-scope'), { ...asked, 'fail-on': 'never' }).status).toBe(0);
  });

  it('fail on warnings and on open calls when told to', () => {
    expect(runAction(checkout('09-open-call'), asked).status).toBe(0);
    expect(runAction(checkout('09-open-call'), { ...asked, strict: 'true' }).status).toBe(3);
    expect(runAction(checkout('09-open-call'), { ...asked, 'fail-on': 'warning' }).status).toBe(1);
  });

  it('upload nothing from a fork, and say so', () => {
    const fork = { 'pull_request.head.repo.fork': 'true' };
    const { log, used, status } = runAction(checkout('03-missing-scope'), everything, fork);
    expect(used).toEqual([]);
    expect(log).toContain('::notice title=leastscope::This pull request comes from a fork');
    expect(status).toBe(1);
  });

  it('say that there is no declaration, in the log, in the summary and in the comment', () => {
    const folder = checkout('01-minimal');
    spawnSync('rm', [join(folder, 'my app/scope-declaration.yaml')]);
    const { status, log, used } = runAction(folder, { ...everything, 'fail-on': 'never' });
    expect(status).toBe(2);
    expect(used).toEqual([]);
    expect(log).toMatch(/^::error title=leastscope::there is no scope-declaration\.yaml here or above/m);
    for (const name of ['summary.md', 'a comment.md'])
      expect(read(folder, name)).toContain('Not judged: there is no scope-declaration.yaml');
  });

  it.each([1, 0, 127])('believe no exit code %s without a report', (code) => {
    const folder = checkout('01-minimal');
    writeFileSync(join(folder, 'bin/npx'), `#!/bin/sh\necho "npm error 404" >&2\nexit ${code}\n`);
    writeFileSync(join(folder, 'out.sarif'), 'from an earlier run');
    const { status, log, used } = runAction(folder, { ...everything, 'fail-on': 'never' });
    expect(status).toBe(70);
    expect(used).toEqual([]);
    expect(log).toContain('::error title=leastscope::leastscope did not run');
  });

  it('fail on misuse, whatever may fail', () => {
    const folder = checkout('01-minimal');
    expect(runAction(folder, { ...asked, 'fail-on': 'never', 'changed-since': 'nope' }).status).toBe(2);
    expect(runAction(folder, { ...asked, 'fail-on': '$(touch pwned)' }).status).toBe(2);
    expect(existsSync(join(folder, 'my app/pwned'))).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('the recipe for a comment', () => {
  const recipe =
    /run: \|\n([\s\S]*?)\n```/.exec(page.slice(page.indexOf('comment-file: scopes.md')))?.[1] ?? '';

  /** What `gh` is asked to write, where there are these comments. */
  function written(comments: readonly object[]): string {
    const folder = project({
      'comments.json': JSON.stringify(comments),
      'scopes.md': '<!-- leastscope -->\nnew\n',
    });
    // `gh api --jq` filters as `node` does here.
    writeFileSync(
      join(folder, 'gh'),
      `#!/bin/sh
case "$*" in
  *--jq*) exec "${process.execPath}" -e 'for (const { body, id, user } of require("./comments.json")) if (body.startsWith("<!-- leastscope -->") && user.type === "Bot") console.log(id)' ;;
  *) echo "$*" >> asked ;;
esac
`,
    );
    chmodSync(join(folder, 'gh'), 0o755);
    const env = { PATH: [folder, process.env['PATH']].join(delimiter), REPO: 'a/b', NUMBER: '7' };
    const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', recipe], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return read(folder, 'asked');
  }

  const bot = { type: 'Bot' };

  it('replaces its own comment, found by the marker, and begins one where there is none', () => {
    expect(recipe).toContain('startswith("<!-- leastscope -->")');
    const others = [
      { id: 1, body: 'nice', user: bot },
      { id: 2, body: '<!-- leastscope --> says somebody', user: { type: 'User' } },
    ];
    expect(written([...others, { id: 3, body: '<!-- leastscope -->\nold', user: bot }])).toBe(
      'api --method PATCH repos/a/b/issues/comments/3 -F body=@scopes.md\n',
    );
    expect(written(others)).toBe('api repos/a/b/issues/7/comments -F body=@scopes.md\n');
  });
});

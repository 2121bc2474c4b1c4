import { execFileSync } from 'node:child_process';
import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaMistakes } from './schemas.js';
import { leastscope, project, repository, today, type CheckJson } from './workbench.js';

const base = join(repository, 'fixtures/worked-examples/01-minimal');
const cancel = `import { ttsRequest } from '../platform/http.js';
export const cancel = () => ttsRequest('POST', '/return_refund/202309/cancellations');
`;

interface ChangeJson extends CheckJson {
  readonly projects: readonly {
    readonly change?: {
      readonly against: string;
      readonly needed: { readonly added: readonly string[]; readonly dropped: readonly string[] };
      readonly requested: { readonly added: readonly string[]; readonly dropped: readonly string[] };
      readonly personal: { readonly added: readonly string[]; readonly dropped: readonly string[] };
      readonly authorizeAgain: readonly string[];
    };
  }[];
}

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The base example in a repository of its own, committed. */
function app(files: Readonly<Record<string, string>> = {}): string {
  const folder = project(files, base);
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'begin');
  return folder;
}

function json(folder: string, ...args: readonly string[]): ChangeJson & { readonly status: number | null } {
  const outcome = leastscope(folder, ['check', '--format', 'json', '--as-of', today, ...args]);
  expect(outcome.stderr).toBe('');
  const report = JSON.parse(outcome.stdout) as ChangeJson;
  expect(schemaMistakes('check-report', report)).toBeNull();
  return { ...report, status: outcome.status };
}

const found = ({ findings }: CheckJson) =>
  findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ rule, place }) => `${rule} ${place.file}:${place.start.line}`);

describe('check --staged', () => {
  it('judges the index: a staged mistake counts though the work tree is clean, and the other way round', () => {
    const folder = app();
    const file = join(folder, 'src/shipping/ca ncel.ts');
    writeFileSync(file, cancel);
    git(folder, 'add', '-A');
    rmSync(file);
    const bad = json(folder, '--staged');
    expect(found(bad)).toEqual(['missing-scope src/shipping/ca ncel.ts:2']);
    expect(bad.status).toBe(1);
    expect(bad.projects[0]?.change).toMatchObject({
      against: 'HEAD',
      needed: { added: ['seller.return_refund.basic'], dropped: [] },
      requested: { added: [], dropped: [] },
      // The order search of this app delivers the same already.
      personal: { added: [], dropped: [] },
      authorizeAgain: ['seller'],
    });
    git(folder, 'rm', '-q', '--cached', 'src/shipping/ca ncel.ts');
    writeFileSync(file, cancel);
    const good = json(folder, '--staged');
    expect([found(good), good.status]).toEqual([[], 0]);
    expect(json(folder).status, 'the work tree itself is still judged without the flag').toBe(1);
  });

  it('leaves alone what was there before and rests on nothing staged', () => {
    const folder = app({ 'src/shipping/cancel.ts': cancel });
    writeFileSync(join(folder, 'src/shipping/other.ts'), 'export const nothing = 1;\n');
    git(folder, 'add', '-A');
    const report = json(folder, '--staged');
    expect([report.findings, report.status]).toEqual([[], 0]);
    expect(leastscope(folder, ['check', '--staged']).stdout).toContain(
      'compared with HEAD, scopes and personal data stay as they are\n',
    );
  });

  it('reports what a staged file brings its importers, and nothing that they had before', () => {
    const reader = `import { ttsRequest } from '../platform/http.js';
import { path } from './path.js';
export const read = () => ttsRequest('POST', path);
`;
    const folder = app({
      'src/shipping/cancel.ts': cancel,
      'src/shipping/path.ts': "export const path = '/order/202309/orders/search';\n",
      'src/shipping/read.ts': reader,
    });
    const helper = join(folder, 'src/platform/http.ts');
    writeFileSync(helper, `// touched\n${git(folder, 'show', 'HEAD:src/platform/http.ts')}`);
    writeFileSync(join(folder, 'src/shipping/cancel.ts'), `\n\n${cancel}`);
    git(folder, 'add', '-A');
    expect(found(json(folder, '--staged'))).toEqual([]);
    writeFileSync(
      join(folder, 'src/shipping/path.ts'),
      "export const path = '/return_refund/202309/returns/search';\n",
    );
    git(folder, 'add', '-A');
    expect(found(json(folder, '--staged'))).toEqual(['missing-scope src/shipping/read.ts:3']);
  });

  it('reports what a removed scope breaks anywhere, and an unused one where it is declared', () => {
    const folder = app();
    const file = join(folder, 'scope-declaration.yaml');
    const text = git(folder, 'show', 'HEAD:scope-declaration.yaml');
    writeFileSync(file, text.replace('  - seller.order.info\n', '  - seller.finance.info\n'));
    git(folder, 'add', '-A');
    const report = json(folder, '--staged');
    expect(found(report).map((line) => line.split(':')[0])).toEqual([
      'unused-scope scope-declaration.yaml',
      'missing-scope src/shipping/orders.ts',
    ]);
    expect(report.projects[0]?.change?.requested).toEqual({
      added: ['seller.finance.info'],
      dropped: ['seller.order.info'],
    });
  });

  it('says of a dropped call only that its scope is no longer needed', () => {
    const folder = app();
    git(folder, 'rm', '-q', 'src/shipping/ship.ts');
    const report = json(folder, '--staged');
    expect([report.findings, report.status]).toEqual([[], 0]);
    expect(report.projects[0]?.change?.needed.dropped).toEqual(['seller.fulfillment.basic']);
  });

  it('says which personal data is newly delivered', () => {
    const folder = app();
    const orders = join(folder, 'src/shipping/orders.ts');
    const text = git(folder, 'show', 'HEAD:src/shipping/orders.ts');
    git(folder, 'rm', '-q', 'src/shipping/orders.ts');
    const without = json(folder, '--staged').projects[0]?.change?.personal;
    expect(without?.dropped).toContain('buyer.aftersale');
    git(folder, 'commit', '-qm', 'without orders');
    writeFileSync(orders, text);
    git(folder, 'add', '-A');
    expect(json(folder, '--staged').projects[0]?.change).toMatchObject({
      personal: { added: without?.dropped, dropped: [] },
      // The scope was requested all the time: nobody has to authorize again.
      authorizeAgain: [],
    });
  });

  it('follows a rename, a link and an announced file', () => {
    const folder = app();
    renameSync(join(folder, 'src/shipping/orders.ts'), join(folder, 'src/shipping/órders.ts'));
    symlinkSync('órders.ts', join(folder, 'src/shipping/link.ts'));
    git(folder, 'add', '-A');
    writeFileSync(join(folder, 'src/shipping/cancel.ts'), cancel);
    git(folder, 'add', '--intent-to-add', 'src/shipping/cancel.ts');
    const report = json(folder, '--staged');
    expect([found(report), report.status]).toEqual([[], 0]);
    expect(report.coverage['resolved']).toBe(3);
  });

  it('works before the first commit, and from a folder below', () => {
    const folder = project({ 'src/shipping/cancel.ts': cancel }, base);
    git(folder, 'init', '-q');
    git(folder, 'add', '-A');
    expect(found(json(join(folder, 'src'), '--staged'))).toContain('missing-scope src/shipping/cancel.ts:2');
  });

  it('reads every project of a monorepo', () => {
    const folder = project({ 'apps/b/src/a.ts': '', 'apps/b/scope-declaration.yaml': 'schema: 1\n' });
    git(folder, 'init', '-q');
    git(folder, 'add', '-A');
    const { stdout, status } = leastscope(folder, ['check', '--staged']);
    expect([status, stdout.includes('apps/b/scope-declaration.yaml')]).toEqual([1, true]);
  });

  it.each<[string, readonly string[], (folder: string) => void, RegExp]>([
    [
      'no repository',
      ['--staged'],
      (folder) => rmSync(join(folder, '.git'), { recursive: true }),
      /not a git repository/,
    ],
    ['no such commit', ['--changed-since', 'nope'], () => undefined, /git knows no commit called "nope"/],
    ['an option as a commit', ['--changed-since=--all'], () => undefined, /no commit called "--all"/],
    ['both', ['--staged', '--changed-since', 'HEAD'], () => undefined, /exclude each other/],
    ['with --fix', ['--staged', '--fix'], () => undefined, /goes with neither/],
    [
      'a declaration that is not staged',
      ['--staged'],
      (folder) => git(folder, 'rm', '-q', '--cached', 'scope-declaration.yaml'),
      /`git add` it/,
    ],
    [
      'a merge conflict',
      ['--staged'],
      (folder) => {
        const file = join(folder, 'src/shipping/ship.ts');
        git(folder, 'checkout', '-qb', 'other');
        writeFileSync(file, '1');
        git(folder, 'commit', '-qam', '1');
        git(folder, 'checkout', '-q', 'main');
        writeFileSync(file, '2');
        git(folder, 'commit', '-qam', '2');
        expect(() => git(folder, 'merge', 'other')).toThrow();
      },
      /^leastscope: src\/shipping\/ship\.ts has a merge conflict; resolve it and `git add` it first\n$/,
    ],
  ])('misuse: %s', (_name, args, prepare, sentence) => {
    const folder = app();
    prepare(folder);
    const { status, stdout, stderr } = leastscope(folder, ['check', ...args], {
      GIT_CEILING_DIRECTORIES: join(folder, '..'),
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('check --changed-since', () => {
  it('judges the work tree against where the branch began', () => {
    const folder = app();
    git(folder, 'checkout', '-qb', 'side');
    writeFileSync(join(folder, 'src/shipping/cancel.ts'), cancel);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'side');
    git(folder, 'checkout', '-q', 'main');
    git(folder, 'rm', '-q', 'src/shipping/ship.ts');
    git(folder, 'commit', '-qm', 'main went on');
    git(folder, 'checkout', '-q', 'side');
    const report = json(folder, '--changed-since', 'main');
    expect(found(report)).toContain('missing-scope src/shipping/cancel.ts:2');
    expect(report.projects[0]?.change?.needed).toEqual({
      added: ['seller.return_refund.basic'],
      dropped: [],
    });
    rmSync(join(folder, 'src/shipping/cancel.ts'));
    expect(json(folder, '--changed-since', 'main').status).toBe(0);
    // A branch that drops a call has to drop its scope as well.
    rmSync(join(folder, 'src/shipping/ship.ts'));
    expect(found(json(folder, '--changed-since', 'main'))).toContain('unused-scope scope-declaration.yaml:6');
  });

  it('tells every format of the change', () => {
    const folder = app();
    writeFileSync(join(folder, 'src/shipping/cancel.ts'), cancel);
    const told = (format: string) =>
      leastscope(folder, ['check', '--changed-since', 'HEAD', '--format', format]).stdout;
    expect(told('pretty')).toContain('  + needs `seller.return_refund.basic`\n');
    expect(told('github')).toContain('\n+ needs `seller.return_refund.basic`\n');
    expect(told('markdown')).toContain('needs <code>seller.return&#95;refund.basic</code>');
  });
});

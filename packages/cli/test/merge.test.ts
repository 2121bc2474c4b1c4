import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportFormats } from '../src/reports/formats.js';
import { leastscope, project, repository, today } from './workbench.js';

interface Report {
  readonly findings: Record<string, unknown>[];
}

const examples = ['01-minimal', '03-missing-scope', '09-open-call', '12-syntax-error'];

/** A monorepo of worked examples: each app with its own declaration. */
function monorepo(): string {
  const root = project({});
  for (const name of examples) {
    const from = join(repository, 'fixtures/worked-examples', name);
    const isSource = (path: string): boolean => !path.includes('node_modules') && !path.includes('expected');
    cpSync(from, join(root, 'apps', name), { recursive: true, filter: isSource });
  }
  return root;
}

const json = ['check', '--format', 'json', '--as-of', today];

it('merges reports of packages, and of shards, to the bytes of one run over the whole', () => {
  const root = monorepo();
  const whole = leastscope(root, json);
  expect((JSON.parse(whole.stdout) as { projects: unknown[] }).projects).toHaveLength(examples.length);

  const parts = examples.map((name) => `apps/${name}/leastscope.json`);
  for (const [index, name] of examples.entries())
    leastscope(join(root, 'apps', name), [...json, '--output', join(root, parts[index] ?? '')]);
  expect(leastscope(root, ['merge', ...parts.toReversed()])).toEqual(whole);

  for (const part of [1, 2, 3])
    writeFileSync(join(root, `s${part}.json`), leastscope(root, [...json, '--shard', `${part}/3`]).stdout);
  expect(leastscope(root, ['merge', 's1.json', 's3.json', 's2.json'])).toEqual(whole);

  const elsewhere = project({});
  const named = examples.map((name, index) => `apps/${name}=${join(root, parts[index] ?? '')}`);
  expect(leastscope(elsewhere, ['merge', ...named]).stdout, 'with folders by name').toBe(whole.stdout);
});

it('takes globs where no shell has expanded them, and says all that `check` says', () => {
  const root = monorepo();
  for (const name of examples)
    leastscope(join(root, 'apps', name), [...json, '--output', join(root, 'apps', name, 'leastscope.json')]);
  const glob = 'apps/*/leastscope.json';
  const formats = reportFormats.filter((format) => format !== 'pretty');
  const files = (to: string): readonly string[] =>
    formats.flatMap((one) => ['--format', `${one}=${to}.${one}`]);
  const whole = leastscope(root, ['check', '--as-of', today, ...files('whole')]);
  const merged = leastscope(root, ['merge', glob, '--format', 'pretty', ...files('merged')]);
  expect(merged).toEqual(whole);
  for (const format of formats)
    expect(readFileSync(join(root, `merged.${format}`), 'utf8'), format).toBe(
      readFileSync(join(root, `whole.${format}`), 'utf8'),
    );
  expect(leastscope(root, ['merge', glob, '--exit-zero']).status).toBe(0);
  expect(leastscope(root, ['merge', 'apps/*/nope.json'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'leastscope: no file is called apps/*/nope.json\n',
  });
});

it.each<[string, (report: Report) => void]>([
  ['no place', ({ findings: [first] }) => delete first?.['place']],
  ['no help', ({ findings: [first] }) => delete first?.['help']],
  ['a severity of its own', ({ findings: [first] }) => Object.assign(first ?? {}, { severity: 'fatal' })],
  ['a related place that is none', ({ findings: [first] }) => Object.assign(first ?? {}, { related: [{}] })],
  ['a project that is none', (report) => Object.assign(report, { projects: [{}] })],
])('refuses a report with %s in one sentence', (_name, spoil) => {
  const folder = project({}, join(repository, 'fixtures/worked-examples/03-missing-scope'));
  const report = JSON.parse(leastscope(folder, json).stdout) as Report;
  spoil(report);
  writeFileSync(join(folder, 'spoilt.json'), JSON.stringify(report));
  const { status, stdout, stderr } = leastscope(folder, ['merge', 'spoilt.json', '--format', 'pretty']);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^leastscope: [^\n]*\n$/);
});

it('says why reports cannot be merged', () => {
  const folder = project(
    { 'a.json': '{}', 'b.json': 'no', 'scope-declaration.yaml': '' },
    join(repository, 'fixtures/worked-examples/01-minimal'),
  );
  leastscope(folder, [...json, '--output', 'c.json']);
  leastscope(folder, ['check', '--format', 'json', '--as-of', '2026-01-01', '--output', 'd.json']);
  const said = (...files: readonly string[]): string => {
    const { status, stderr } = leastscope(folder, ['merge', ...files]);
    expect(status).toBe(2);
    return stderr;
  };
  expect(said('a.json')).toBe(
    'leastscope: a.json is no report of `leastscope check --format json` with schemaVersion 1\n',
  );
  expect(said('b.json')).toBe('leastscope: b.json cannot be read as JSON\n');
  expect(said('x.json')).toBe('leastscope: there is no file x.json\n');
  expect(said('c.json', 'd.json')).toContain('do not belong together: they differ in asOf');
  expect(said('c.json', 'c.json')).toContain('is in two of the reports');
  expect(leastscope(folder, ['check', '--shard', '3/2']).stderr).toContain('--shard takes the part');
});

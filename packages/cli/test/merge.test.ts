import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { leastscope, project, repository, today } from './workbench.js';

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

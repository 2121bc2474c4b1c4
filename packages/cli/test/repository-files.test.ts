import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repository } from './workbench.js';

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly uses?: string; readonly run?: string }[] }>
  >;
}

const folder = join(repository, '.github/workflows');
const workflows = readdirSync(folder).map(
  (name) => [name, parse(readFileSync(join(folder, name), 'utf8')) as Workflow] as const,
);
const stepsOf = (workflow: Workflow) => Object.values(workflow.jobs).flatMap(({ steps }) => steps);

describe.each(workflows)('%s', (_name, workflow) => {
  it('takes no more rights than it names, and pins what it uses to a commit', () => {
    expect(workflow.permissions).toBeDefined();
    for (const { uses } of stepsOf(workflow)) if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/);
  });

  it('puts no text from outside into a script', () => {
    for (const { run } of stepsOf(workflow)) expect(run ?? '').not.toContain('${{');
  });

  it('runs scripts that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const runs = stepsOf(workflow).map(({ run }) => run ?? '');
    for (const [, name = ''] of runs.join('\n').matchAll(/^npm run (?!--)([\w:-]+)/gm))
      expect(scripts).toHaveProperty(name);
    for (const [, path = ''] of runs.join('\n').matchAll(/^(?:node )?(\.?[\w./-]+\/[\w.-]+)/gm))
      expect(existsSync(join(repository, path)), path).toBe(true);
  });
});

it('checks every pull request by what everybody runs', () => {
  const [, ci] = workflows.find(([name]) => name === 'ci.yml') ?? [];
  expect(ci === undefined ? [] : stepsOf(ci).map(({ run }) => run)).toContain('.ci/run');
});

it('has issue forms that ask something', () => {
  const forms = join(repository, '.github/ISSUE_TEMPLATE');
  for (const name of readdirSync(forms).filter((one) => one !== 'config.yml')) {
    const { name: title, body } = parse(readFileSync(join(forms, name), 'utf8')) as {
      readonly name: string;
      readonly body: readonly { readonly id: string }[];
    };
    expect(title, name).toMatch(/\w/);
    expect(new Set(body.map(({ id }) => id)).size, name).toBe(body.length);
  }
});

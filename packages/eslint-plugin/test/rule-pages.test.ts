import { ruleInfos } from '@leastscope/analyzer';
import * as typescript from '@typescript-eslint/parser';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import plugin from '../src/index.js';
import { repository } from './conformance/projects.js';
import { lint, project } from './workbench.js';

const rulesRoom = join(repository, 'packages/analyzer/src/rules');
const testsOfRules = readdirSync(rulesRoom, { recursive: true, encoding: 'utf8' }).map((file) =>
  basename(file),
);

/** The rules about rules, and the examples on their pages, run as an editor would. */
const base = join(repository, 'fixtures/worked-examples/01-minimal');
const common = {
  'src/platform/http.ts': readFileSync(join(base, 'src/platform/http.ts'), 'utf8'),
  'scope-declaration.yaml': readFileSync(join(base, 'scope-declaration.yaml'), 'utf8'),
};
const { repository: published } = JSON.parse(
  readFileSync(join(repository, 'packages/eslint-plugin/package.json'), 'utf8'),
) as { readonly repository: { readonly url: string } };
const repositoryUrl = published.url.slice('git+'.length, -'.git'.length);
const readme = readFileSync(join(repository, 'packages/eslint-plugin/README.md'), 'utf8');
const rules = Object.entries(plugin.rules);
const sections = [
  'What it does',
  'Why it matters',
  'Incorrect',
  'Correct',
  'What to do',
  'Options',
  'When it stays silent',
  'Sources',
];

function pageOf(id: string): string {
  return readFileSync(join(repository, 'docs/rules', `${id}.md`), 'utf8');
}

it('has exactly the rules that judge a file', () => {
  const wanted = ruleInfos.filter(({ horizon }) => horizon !== 'project').map(({ id }) => id);
  expect(Object.keys(plugin.rules)).toEqual(wanted);
});

it.each(ruleInfos.map(({ id }) => id))('the page of %s has every section, in order', (id) => {
  const headings = [...pageOf(id).matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  expect(headings).toEqual(sections);
  expect(pageOf(id).startsWith(`# ${id}\n`)).toBe(true);
});

it('has current tables and pages', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

describe.each(rules)('%s', (id, rule) => {
  it('tells what it is', () => {
    const { docs, messages, schema, hasSuggestions, type, fixable } = rule.meta;
    expect(docs.description).toBe(ruleInfos.find((info) => info.id === id)?.title);
    expect(docs.recommended).toBe(true);
    expect(schema).toEqual([]);
    expect(rule.meta.defaultOptions).toEqual([]);
    expect(type).toBe('problem');
    expect(hasSuggestions).toBe(true);
    // What widens access is never changed unasked.
    expect(fixable).toBeUndefined();
    expect(Object.keys(messages)).toEqual([
      'finding',
      'trouble',
      'renameScope',
      'replacePath',
      'claimPurpose',
      'ignoreNextLine',
    ]);
  });

  it('has a URL that opens its page in the repository', () => {
    const [, path = ''] = rule.meta.docs.url.split(`${repositoryUrl}/blob/main/`);
    expect(path).toBe(`docs/rules/${id}.md`);
    expect(existsSync(join(repository, path))).toBe(true);
    expect(readme).toContain(`[${id}](${rule.meta.docs.url})`);
  });

  it('is in both configs and tested by conformance', () => {
    expect(plugin.configs.recommended.rules).toHaveProperty([`leastscope/${id}`]);
    expect(plugin.configs.strict.rules).toHaveProperty([`leastscope/${id}`], 'error');
    expect(testsOfRules).toContain(`${id}.test.ts`);
  });

  it('has a page whose examples are true in an editor', () => {
    expect(rulesFoundIn(id, 'Incorrect')).toContain(id);
    expect(rulesFoundIn(id, 'Correct')).not.toContain(id);
  });
});

/** Lints the code blocks of a section, each among the others. */
function rulesFoundIn(id: string, heading: string): readonly string[] {
  const section =
    pageOf(id)
      .split(/^## /m)
      .find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const blocks = [...section.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)];
  const files = Object.fromEntries(blocks.map(([, name = '', text = '']) => [name, text]));
  const code = Object.entries(files).filter(([name]) => name.endsWith('.ts'));
  expect(code.length, `${heading} shows code`).toBeGreaterThan(0);
  const root = project({ ...common, ...files });
  return code.flatMap(([name, text]) =>
    lint(root, name, text, { files: ['**/*.ts'], languageOptions: { parser: typescript } }).map(
      ({ ruleId, message }) => (ruleId === null ? message : ruleId.replace('leastscope/', '')),
    ),
  );
}

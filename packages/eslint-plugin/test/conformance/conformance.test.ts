import type { Linter } from 'eslint';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import plugin from '../../src/index.js';
import { compare, differ, lint, type Bent } from './differences.js';
import { parsers, typed, type ParserCase } from './parsers.js';
import { layFrugally, layProjects } from './projects.js';
import { saidByCheck, saidByEslint, type Checked } from './said.js';

/** The law: ESLint's findings of a file are exactly the command line's findings of that file. */

const projects: readonly Checked[] = layProjects().map(saidByCheck);
const strict = plugin.configs.strict;
const sundry = projects.filter(({ name }) => name === 'sundry');
const [espree, typescript] = [parserNamed('espree'), parserNamed('@typescript-eslint/parser')];

afterAll(() => rmSync(dirname(sundry[0]?.root ?? ''), { recursive: true, force: true }));
afterEach(() => {
  vi.doUnmock('../../src/overlay-file.js');
  vi.doUnmock('../../src/may-import-source.js');
});

function parserNamed(wanted: string): ParserCase {
  const found = parsers.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`no parser ${wanted}`);
  return found;
}

describe.each(parsers.map((parser) => [parser.name, parser] as const))('%s', (_name, parser) => {
  it('finds what `check` finds, in every file that it can read', () => {
    const comparison = compare(projects, parser, strict);
    expect(comparison.differences).toEqual([]);
    expect(comparison.refused).toEqual([]);
    expect(comparison.findings).toBeGreaterThan(0);
  });
});

/** What is done with answers depends on the declaration, not on the parser: those that read all kinds of files do. */
describe('with a declaration that covers every call and allows little', () => {
  const frugal = layFrugally().map(saidByCheck);
  const broad = parsers.filter(({ name }) => /^@typescript-eslint|^svelte|^vue/.test(name));

  afterAll(() => rmSync(frugal[0]?.root.replace(/\/frugal\/.*/, '') ?? '', { recursive: true, force: true }));

  it.each(broad.map((parser) => [parser.name, parser] as const))('%s', (_, parser) => {
    expect(compare(frugal, parser, strict).differences).toEqual([]);
  });

  it('judges data in many a file', () => {
    const said = frugal.flatMap(({ byCheck }) => [...byCheck.values()].flat());
    for (const rule of ['field-not-allowed', 'whole-record-kept', 'personal-data-logged'])
      expect(said.filter((line) => line.split(' ')[1] === rule).length, rule).toBeGreaterThan(2);
  });
});

it(typed.name, () => {
  const withTsconfig = projects.filter(({ root }) => existsSync(join(root, 'tsconfig.json')));
  const { differences, findings } = compare(withTsconfig, typed, strict);
  expect(differences).toEqual([]);
  expect(findings).toBeGreaterThan(20);
});

it('is held against every file kind and every rule of the plugin', () => {
  const files = projects.flatMap(({ byCheck }) => [...byCheck.keys()]);
  const unread = files.filter((file) => ![...parsers, typed].some(({ reads }) => reads.test(file)));
  // No parser among those asked for reads Astro's pages.
  expect(unread.filter((file) => !file.endsWith('.astro'))).toEqual([]);
  const said = projects.flatMap(({ byCheck }) => [...byCheck.values()].flat());
  for (const rule of Object.keys(plugin.rules)) {
    expect(
      said.some((line) => line.split(' ')[1] === rule),
      `a finding of ${rule}`,
    ).toBe(true);
  }
});

/** Judged as an editor has them while the disk still holds an empty file. */
function compareUnsaved(config: Linter.Config): readonly string[] {
  return sundry.flatMap((project) => {
    const linter = typescript.createLinter(project.root);
    return [...project.byCheck].flatMap(([file, wanted]) => {
      const path = join(project.root, file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, '');
      const found = lint(linter, text, { project, file, parser: typescript, config });
      writeFileSync(path, text);
      return differ(file, wanted, saidByEslint(found));
    });
  });
}

it('judges unsaved text as `check` judges it once it is saved', () => {
  expect(compareUnsaved(strict)).toEqual([]);
});

describe('the comparison sees that', () => {
  const mutants: Readonly<Record<string, Bent>> = {
    'a column is off by one': {
      messages: (messages) => messages.map((one) => ({ ...one, column: one.column + 1 })),
    },
    'an end is off by one': {
      messages: (messages) => messages.map((one) => ({ ...one, endColumn: (one.endColumn ?? 0) - 1 })),
    },
    'a line is off by one': {
      messages: (messages) => messages.map((one) => ({ ...one, line: one.line - 1 })),
    },
    'a word is different': {
      messages: (messages) =>
        messages.map((one) => ({ ...one, message: one.message.replace('needs', 'wants') })),
    },
    'a finding is said twice': { messages: (messages) => [...messages, ...messages] },
    'nothing is found': { messages: () => [] },
  };

  it.each(Object.entries(mutants))('%s', (_name, bent) => {
    expect(compare(sundry, espree, strict, bent).differences).not.toEqual([]);
  });

  it.each(Object.keys(plugin.rules))('%s is missing', (rule) => {
    const rules = Object.fromEntries(
      Object.entries(strict.rules ?? {}).filter(([id]) => id !== `leastscope/${rule}`),
    );
    expect(compare(sundry, typescript, { ...strict, rules }).differences).not.toEqual([]);
  });

  it('the text on the disk is judged', async () => {
    vi.doMock('../../src/overlay-file.js', () => ({ overlayFile: (files: unknown) => files }));
    expect(compareUnsaved(await freshStrict())).not.toEqual([]);
  });

  it('files without a tell-tale are left out', async () => {
    vi.doMock('../../src/may-import-source.js', () => ({ mayImportSource: () => false }));
    expect(compare(sundry, typescript, await freshStrict()).differences).not.toEqual([]);
  });
});

/** The plugin once more, with the mock of the moment inside. */
async function freshStrict(): Promise<Linter.Config> {
  vi.resetModules();
  const { default: bent } = await import('../../src/index.js');
  return bent.configs.strict;
}

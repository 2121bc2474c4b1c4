import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { check, project, repository } from './workbench.js';

/** The examples on the rules' pages are run, so that a page cannot say what is no longer true. */
const folder = join(repository, 'docs/rules');
const base = join(repository, 'fixtures/worked-examples/01-minimal');
const common = {
  'src/platform/http.ts': readFileSync(join(base, 'src/platform/http.ts'), 'utf8'),
  'scope-declaration.yaml': readFileSync(join(base, 'scope-declaration.yaml'), 'utf8'),
};

const pages = readdirSync(folder).filter((name) => name !== 'README.md');

it.each(pages.map((name) => name.replace('.md', '')))('the examples of %s', (rule) => {
  const page = readFileSync(join(folder, `${rule}.md`), 'utf8');
  expect(rulesFoundIn(page, 'Incorrect')).toContain(rule);
  expect(rulesFoundIn(page, 'Correct')).not.toContain(rule);
});

function rulesFoundIn(page: string, heading: string): readonly string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const blocks = [...section.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)];
  expect(blocks.length, `${heading} has examples with file names`).toBeGreaterThan(0);
  const files = Object.fromEntries(blocks.map(([, name, text]) => [name, text]));
  const { findings } = check(project({ ...common, ...files }));
  return findings.filter(({ suppressed }) => suppressed === null).map((finding) => finding.rule);
}

import { fileURLToPath } from 'node:url';
import { parseDeclaration } from '@leastscope/analyzer';
import { loadCatalog } from '@leastscope/scope-catalog';
import { expect, it } from 'vitest';
import { createInitialDeclaration } from './documents/initial-declaration.js';
import { analyzeProject, Misuse } from './index.js';

const cwd = fileURLToPath(new URL('../../../fixtures/worked-examples/02-unused-scope', import.meta.url));

it('is the command line as a library', async () => {
  const { needs, findings, asOf } = await analyzeProject({ cwd, asOf: '2026-11-01' });
  expect(asOf).toBe('2026-11-01');
  expect(needs.verdict).toBe('not-minimal');
  expect(findings.map(({ rule }) => rule)).toContain('unused-scope');
});

it('throws what would be misuse', async () => {
  await expect(analyzeProject({ cwd, declaration: 'nope.yaml' })).rejects.toThrow(Misuse);
});

it.each(['01-minimal', '05-exceeds-purpose', '09-open-call', '14-no-calls'])(
  'proposes a declaration for %s that is valid and asks for what is needed',
  async (name) => {
    const folder = fileURLToPath(new URL(`../../../fixtures/worked-examples/${name}`, import.meta.url));
    const { needs } = await analyzeProject({ cwd: folder });
    const catalog = loadCatalog();
    const text = createInitialDeclaration({
      needs,
      catalog,
      includeTests: false,
      schema: null,
      envExamples: [],
    });
    const { declaration, mistakes } = parseDeclaration(text, 'scope-declaration.yaml', catalog);
    expect(mistakes).toEqual([]);
    expect(declaration?.requestedScopes.map(({ value }) => value)).toEqual(
      needs.scopes.filter(({ state }) => state === 'needed').map(({ scope }) => scope),
    );
  },
);

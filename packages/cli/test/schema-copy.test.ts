import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from './workbench.js';

it('ships the schema of the declaration where `init` points editors to', () => {
  const read = (name: string) =>
    readFileSync(join(repository, 'packages', name, 'schema/scope-declaration.schema.json'), 'utf8');
  expect(read('cli'), 'copy it from packages/analyzer/schema').toBe(read('analyzer'));
});

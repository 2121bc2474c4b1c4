import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from './workbench.js';

it.each(['scope-declaration', 'leastscope-accepted'])(
  'ships the schema of %s where the first line of the file points editors to',
  (schema) => {
    const read = (name: string) =>
      readFileSync(join(repository, 'packages', name, `schema/${schema}.schema.json`), 'utf8');
    expect(read('cli'), 'copy it from packages/analyzer/schema').toBe(read('analyzer'));
  },
);

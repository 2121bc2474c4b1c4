import { findUpward, forwardSlashes } from '@leastscope/analyzer/disk';
import { relative } from 'node:path';
import { version } from '../host/about.js';

/** Each of these may bring a schema along; one of them alone will do. */
const packagesWithSchema = ['leastscope', '@leastscope/eslint-plugin'];

/**
 * Where the schema of a file in `cwd` is, for completion in editors. A path only where it is really there, since one that leads
 * nowhere is an error in them: npm, pnpm and Yarn's linker for node_modules have it there. With Plug'n'Play it lies inside an
 * archive, which no path leads into: then it is the address of the same file at the registry, which the archive came from.
 */
export function schemaPath(cwd: string, name: 'scope-declaration' | 'leastscope-accepted'): string | null {
  const schema = `schema/${name}.schema.json`;
  for (const owner of packagesWithSchema) {
    const file = `node_modules/${owner}/${schema}`;
    const above = findUpward(cwd, file);
    if (above === null) continue;
    const path = forwardSlashes(relative(cwd, `${above}/${file}`));
    return path.startsWith('.') ? path : `./${path}`;
  }
  return findUpward(cwd, '.pnp.cjs') === null ? null : `https://unpkg.com/leastscope@${version}/${schema}`;
}

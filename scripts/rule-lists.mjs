// The list of rules in the plugin's README and the heads of the rules' pages, by eslint-doc-generator: what users of ESLint know from
// other plugins. `--check` writes nothing and fails when they are stale. It is fetched for this alone: half of it is ESLint again.
import { join } from 'node:path';
import { root, run } from './pnpm.mjs';

const generator = 'eslint-doc-generator@3.7.1';
const args = ['--yes', '--package', generator, '--', 'eslint-doc-generator', ...process.argv.slice(2)];
process.exitCode = run('npx', args, {
  cwd: join(root, 'packages/eslint-plugin'),
  env: { ...process.env, npm_config_prefer_offline: 'true' },
  shell: process.platform === 'win32',
});

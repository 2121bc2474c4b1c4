// `npm test`: installs, builds, and runs all tests. Arguments go to vitest: `npm test -- examples`.
import { join } from 'node:path';
import { build, inOrder, install, run } from './pnpm.mjs';

const vitest = join('node_modules', 'vitest', 'vitest.mjs');

process.exitCode = inOrder(install, build, () =>
  run(process.execPath, [vitest, 'run', ...process.argv.slice(2)]),
);

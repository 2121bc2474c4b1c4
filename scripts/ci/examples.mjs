// The examples are apps that compile: each by its own tsconfig.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../pnpm.mjs';

for (const name of readdirSync(join(root, 'examples')).sort()) {
  const status = run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', `examples/${name}`]);
  console.log(`${status === 0 ? 'compiles' : 'DOES NOT COMPILE'}  examples/${name}`);
  if (status !== 0) process.exitCode = 1;
}

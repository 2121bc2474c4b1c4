// `npm run demo`: installs, builds, and does the main job on an example that asks for more than it needs.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, inOrder, install, root } from './pnpm.mjs';

const cli = join('packages', 'cli', 'dist', 'bin.js');
const example = 'examples/analytics-dashboard';
const color = process.stdout.isTTY ? 'always' : 'never';

const ready = inOrder(install, build);
if (ready !== 0) process.exit(ready);

const checked = leastscope('check');
const written = leastscope('manifest', '--stdout');

// `check` ends with 1 because this example has findings; that is what it is there to show.
if (
  checked.status !== 1 ||
  !checked.stdout.includes('unused-scope') ||
  !written.stdout.includes('"scopes"')
) {
  console.error(
    `\nThe demo did not go as it should: check ended with ${checked.status}, manifest with ${written.status}.`,
  );
  process.exit(1);
}
console.log(`
The example asks for more than it needs, so check found something, and the manifest says what the minimum is.
Look at ${example}/scope-declaration.yaml, take a line out, and run it again:

  node ${cli.replaceAll('\\', '/')} check --cwd ${example}

In your own app: run the line that \`npm run pack\` prints here, then npx leastscope init and npx leastscope check.`);

function leastscope(...args) {
  console.log(`\n$ leastscope ${args.join(' ')} --cwd ${example}\n`);
  const done = spawnSync(process.execPath, [cli, ...args, '--cwd', example, '--color', color], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.stdout.write(done.stdout);
  return done;
}

// `npm run release`: builds, then publishes whatever has a version that the registry does not know. Started by
// .github/workflows/release.yml, which alone may.
import { build, inOrder, install, pinnedPnpm, run } from './pnpm.mjs';

// changesets asks the pnpm on the path to publish, which puts real versions in the place of `workspace:*`.
const publish = () => run('npx', ['--yes', '--package', pinnedPnpm(), '--', 'changeset', 'publish']);

process.exitCode = inOrder(install, build, publish);

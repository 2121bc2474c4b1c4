// The documented hooks, for real: temporary git repositories with the packed packages, each hook installed as docs/hooks.md
// says. A staged bad call is stopped although the work tree is clean; a staged fix passes although the work tree is dirty.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../pnpm.mjs';
import { packOnce } from '../pack.mjs';

// lint-staged 17 needs Node 22; this one runs wherever leastscope does.
const tools = ['husky@9.1.7', 'lint-staged@16.2.7', `lefthook@${pinned('lefthook')}`];

const good = `const HOST = 'https://open-api.tiktokglobalshop.com';

export async function shops() {
  return fetch(\`\${HOST}/authorization/202309/shops\`);
}
`;
/** Cancelling needs seller.return_refund.basic, which the declaration does not ask for. */
const bad = good.replace(
  '/authorization/202309/shops`',
  "/return_refund/202309/cancellations`, { method: 'POST' }",
);

const project = {
  'src/app file.js': good,
  '.gitignore': 'node_modules\n',
  'package.json': JSON.stringify({ name: 'hooked', private: true, type: 'module' }),
  'scope-declaration.yaml': `schema: 1
app: { name: Hooked, type: public, tokens: [seller] }
requestedScopes: [seller.authorization.info]
purposes:
  - id: connect-shop
    kind: shop_connection
    text: Identify the shop that the seller has connected, so that its labels carry its name.
    retention: { period: P90D, after: account.closed, onDeauthorization: P7D }
`,
};

const hooks = {
  lefthook: {
    files: {
      'lefthook.yml': `pre-commit:
  commands:
    leastscope:
      run: npx leastscope check --staged
`,
    },
    install: ['npx', 'lefthook', 'install'],
  },
  'husky and lint-staged': {
    files: {
      '.husky/pre-commit': 'npx lint-staged\n',
      'lint-staged.config.js': `export default {
  // A function, so that no file names are appended: leastscope reads the index itself.
  '*.{js,jsx,ts,tsx,mjs,cjs,mts,cts,vue,svelte,astro,yaml}': () => 'leastscope check --staged',
};
`,
    },
    install: ['npx', 'husky'],
  },
  husky: { files: { '.husky/pre-commit': 'npx leastscope check --staged\n' }, install: ['npx', 'husky'] },
};

const top = mkdtempSync(join(tmpdir(), 'leastscope-hooks-'));
try {
  const tarballs = packOnce().map(({ tarball }) => tarball);
  const kitchen = join(top, 'kitchen');
  lay(kitchen, project);
  demand(kitchen, 'npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', ...tools, ...tarballs);
  for (const [name, { files, install }] of Object.entries(hooks)) {
    const folder = repository(name, files, kitchen);
    demand(folder, ...install);
    prove(name, folder);
  }
  preCommit(kitchen);
} finally {
  rmSync(top, { recursive: true, force: true });
}

/**
 * pre-commit.com's own program is Python, and no package of npm: where it is installed, it is tried, on a clone of this
 * repository as it is committed. It is told to install the hook before the first commit, as CI does it.
 */
function preCommit(kitchen) {
  if (spawnSync('pre-commit', ['--version']).status !== 0)
    return console.log('skipped  pre-commit: not installed here');
  const clone = join(top, 'clone');
  demand(top, 'git', 'clone', '--quiet', '--depth', '1', pathToFileURL(root).href, clone);
  demand(clone, 'git', 'tag', 'v0.1.0');
  const files = {
    '.pre-commit-config.yaml': `repos:\n  - repo: ${JSON.stringify(clone)}\n    rev: v0.1.0\n    hooks: [{ id: leastscope }]\n`,
  };
  const folder = repository('pre-commit', files, kitchen);
  demand(folder, 'pre-commit', 'install');
  demand(folder, 'pre-commit', 'install-hooks');
  prove('pre-commit', folder);

  rmSync(join(folder, 'node_modules'));
  const without = commit(folder, 'without', '--allow-empty');
  const says = '`npm install --save-dev leastscope`';
  tell('pre-commit says what is missing', without, without.status !== 0 && without.output.includes(says));
}

function prove(name, folder) {
  const file = join(folder, 'src/app file.js');
  writeFileSync(file, bad);
  demand(folder, 'git', 'add', '--all');
  writeFileSync(file, good);
  const stopped = commit(folder, 'bad');
  tell(
    `${name} stops a staged bad call`,
    stopped,
    stopped.status !== 0 && stopped.output.includes('missing-scope'),
  );

  writeFileSync(file, `${good}// fixed\n`);
  demand(folder, 'git', 'add', '--all');
  writeFileSync(file, bad);
  const passed = commit(folder, 'fixed');
  tell(`${name} lets a staged fix pass although the work tree is dirty`, passed, passed.status === 0);
  const kept = readFileSync(file, 'utf8') === bad;
  tell(`${name} leaves the work tree as it was`, passed, kept);

  writeFileSync(file, bad);
  const all = commit(folder, 'all', '--all');
  tell(
    `${name} reads what \`git commit --all\` commits`,
    all,
    all.status !== 0 && all.output.includes('missing-scope'),
  );
}

function commit(folder, message, ...options) {
  const { status, stdout, stderr } = start(
    folder,
    'git',
    ['commit', ...options, '--message', message],
    'pipe',
  );
  return { status, output: `${stdout}${stderr}` };
}

function tell(what, { status, output }, ok) {
  console.log(`${ok ? 'ok' : 'NOT ok'}  ${what}`);
  if (ok) return;
  console.error(`git commit ended with ${status}\n${output}`);
  process.exitCode = 1;
}

/** A repository with one commit; what npm installed is shared. */
function repository(name, files, kitchen) {
  const folder = join(top, name.replaceAll(' ', '-'));
  lay(folder, { ...project, ...files });
  cpSync(join(kitchen, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(kitchen, 'node_modules'), join(folder, 'node_modules'), 'junction');
  // A link is no folder to git: without this it would be committed.
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  demand(folder, 'git', 'init', '--quiet');
  demand(folder, 'git', 'add', '--all');
  demand(folder, 'git', 'commit', '--quiet', '--message', 'begin');
  return folder;
}

function lay(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text, { mode: 0o755 });
  }
}

function demand(folder, program, ...args) {
  const { status, error } = start(folder, program, args, 'inherit');
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status ?? error?.message}`);
}

function start(cwd, program, args, stdio) {
  // Each of these would turn a hook off, or point git elsewhere.
  const misleading = /^(?:CI|LEFTHOOK|HUSKY|GIT_.*)$/;
  const env = Object.entries(process.env).filter(([name]) => !misleading.test(name));
  const who = { GIT_AUTHOR_NAME: 't', GIT_AUTHOR_EMAIL: 't@example.com' };
  return spawnSync(program, args, {
    cwd,
    stdio,
    encoding: 'utf8',
    timeout: 300_000,
    shell: process.platform === 'win32',
    env: {
      ...Object.fromEntries(env),
      ...who,
      GIT_COMMITTER_NAME: 't',
      GIT_COMMITTER_EMAIL: 't@example.com',
      GIT_CONFIG_GLOBAL: join(top, 'no-such-config'),
      GIT_CONFIG_NOSYSTEM: '1',
      // What pre-commit installs is thrown away again, and npm has fetched it all just before.
      PRE_COMMIT_HOME: join(top, 'pre-commit-home'),
      npm_config_prefer_offline: 'true',
    },
  });
}

function pinned(name) {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies[name];
}

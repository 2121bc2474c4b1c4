// CommonJS, because the CI step runs it in projects of package managers that resolve in ways of their own.
const { execFileSync } = require('node:child_process');
const { mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const process = require('node:process');

exports.layOut = function layOut(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((one) => one !== '.git'))
    rmSync(join(folder, name), { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
};

exports.commitAll = function commitAll(folder) {
  const git = (...args) => {
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
      env: { ...process.env, GIT_COMMITTER_DATE: '2026-11-01T00:00:00Z' },
    });
  };
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'begin');
  for (const ref of ['refs/remotes/origin/main', 'refs/tags/v1.4.0', 'refs/tags/v1.5.0'])
    git('update-ref', ref, 'HEAD');
};

exports.faultOf = function faultOf({ status, stdout }, folder, files) {
  // 1 is a finding, or a difference that was asked for, 3 an open call; 2 would be a line that does not work.
  if (![0, 1, 3].includes(status)) return `ended with ${String(status)}`;
  const wrote = readdirSync(folder, { recursive: true }).length > Object.keys(files).length;
  return stdout !== '' || wrote ? null : 'says and writes nothing';
};

// `npm run site`: the documents as a site, in site/dist, with the reference of the libraries (TypeDoc, from their docstrings) and the
// page that looks the catalog up. What makes it is installed there alone, since nobody else needs it.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { lookUpPage } from './look-up-page.mjs';
import { inOrder, root, run } from './pnpm.mjs';

const site = join(root, 'site');
const pages = join(site, 'pages');
const dist = join(site, 'dist');
/** As site/.vitepress/config.mjs has it. */
const base = '/leastscope/';

rmSync(pages, { recursive: true, force: true });
cpSync(join(root, 'docs'), pages, { recursive: true });
// VitePress copies `public` as it is.
mkdirSync(join(pages, 'public'));
writeFileSync(join(pages, 'public/catalog-look-up.html'), lookUpPage());

const npm = (...args) => run('npm', args, { cwd: site, shell: process.platform === 'win32' });
process.exitCode = inOrder(
  () => npm('ci', '--no-audit', '--no-fund', '--prefer-offline'),
  () => npm('run', '--silent', 'build'),
  () => npm('run', '--silent', 'api'),
  () => run(process.execPath, ['scripts/look-up-in-browser.mjs', join(dist, 'catalog-look-up.html')]),
);
if (process.exitCode === 0) checkLinks();

/** What VitePress looks at are its own links between files; this is what a visitor clicks on. */
function checkLinks() {
  const first = join(dist, 'index.html');
  const reached = new Set([first]);
  const dead = [];
  // Grows while it is gone through.
  for (const page of reached) {
    for (const [, target] of readFileSync(page, 'utf8').matchAll(/<a [^>]*href="([^"#?]+)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const file = fileOf(target, page);
      if (file === null) dead.push(`${relative(dist, page)}: ${target} leads nowhere.`);
      else if (file.endsWith('.html')) reached.add(file);
    }
  }
  const all = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  const orphans = all.filter((name) => name !== '404.html' && !reached.has(join(dist, name)));
  for (const problem of [...dead, ...orphans.map((name) => `${name}: no page leads here.`)])
    console.error(problem);
  if (dead.length + orphans.length > 0) process.exitCode = 1;
  else console.log(`${reached.size} pages, each reached from the first one; no link leads nowhere.`);
}

function fileOf(target, page) {
  const path = target.startsWith(base)
    ? join(dist, target.slice(base.length))
    : resolve(dirname(page), target);
  const candidates = [path, `${path}.html`, join(path, 'index.html')];
  return candidates.find((one) => existsSync(one) && statSync(one).isFile()) ?? null;
}

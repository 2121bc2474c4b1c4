// The documents hold: every link leads somewhere, every rule has its page and every page its rule, and what is generated
// is current.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ruleInfos } from '../../packages/analyzer/dist/index.js';
import { root, run } from '../pnpm.mjs';

const sections = [
  'What it does',
  'Why it matters',
  'Incorrect',
  'Correct',
  'What to do',
  'Options',
  'When it stays silent',
  'Sources',
];
const pages = markdownFiles(root);
const problems = [...pages.flatMap(deadLinks), ...rulePages(), ...orphans()];

for (const problem of problems) console.error(problem);
const stale = [
  ['scripts/docs.mjs', '--check'],
  ['scripts/rule-lists.mjs', '--check'],
  ['scripts/architecture.mjs', '--check'],
  ['scripts/accuracy.mjs', '--check'],
  ['scripts/picture.mjs', '--check'],
  ['scripts/editor-picture.mjs', '--check'],
  ['scripts/growth-picture.mjs', '--check'],
].filter((args) => run(process.execPath, args) !== 0);
if (problems.length + stale.length > 0) process.exit(1);
console.log(
  `${pages.length} documents: links lead somewhere, ${ruleInfos.length} rules have pages, tables and pictures are current.`,
);

/** No page of docs/ is left that no other page leads to, beginning with the first one. */
function orphans() {
  const first = join(root, 'docs/README.md');
  const reached = new Set([first]);
  // Grows while it is gone through.
  for (const page of reached) {
    for (const target of linksOf(page)) {
      const [path] = target.split('#');
      const to = join(dirname(page), decodeURIComponent(path));
      if (path !== '' && to.endsWith('.md') && existsSync(to)) reached.add(to);
    }
  }
  return pages
    .filter((page) => page.startsWith(join(root, 'docs/')) && !reached.has(page))
    .map((page) => `${relative(root, page)}: no page leads here.`);
}

function rulePages() {
  const ids = ruleInfos.map(({ id }) => id);
  const written = readdirSync(join(root, 'docs/rules')).filter((name) => name !== 'README.md');
  return [
    ...ids
      .filter((id) => !written.includes(`${id}.md`))
      .map((id) => `docs/rules/${id}.md: this rule has no page.`),
    ...written
      .filter((name) => !ids.includes(name.slice(0, -3)))
      .map((name) => `docs/rules/${name}: no such rule.`),
    ...written.flatMap((name) => missingSections(join(root, 'docs/rules', name), name.slice(0, -3))),
  ];
}

function missingSections(file, id) {
  const headings = headingsOf(readFileSync(file, 'utf8'));
  const wanted = [id, ...sections];
  const found = headings.map(({ title }) => title).filter((title) => wanted.includes(title));
  if (found.join() === wanted.join()) return [];
  return [`${relative(root, file)}: the headings must be ${wanted.join(', ')}; found ${found.join(', ')}.`];
}

function linksOf(file) {
  const text = withoutCode(readFileSync(file, 'utf8'));
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

function deadLinks(file) {
  return linksOf(file)
    .filter((target) => !leadsSomewhere(file, target))
    .map((target) => `${relative(root, file)}: ${target} leads nowhere.`);
}

function leadsSomewhere(file, target) {
  const [path, fragment] = target.split('#');
  const to = path === '' ? file : join(dirname(file), decodeURIComponent(path));
  if (!existsSync(to)) return false;
  if (fragment === undefined) return true;
  return statSync(to).isFile() && headingsOf(readFileSync(to, 'utf8')).some(({ slug }) => slug === fragment);
}

/** Headings with the anchors that GitHub gives them. */
function headingsOf(text) {
  return [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, title]) => ({
    title,
    slug: title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  }));
}

function withoutCode(text) {
  return text
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/(`+)(?:(?!\1)[\s\S])+\1/g, (code) =>
      code.startsWith('```') ? '' : code.slice(1, -1).replace(/[[\]()]/g, ''),
    );
}

function markdownFiles(folder) {
  const skipped = ['node_modules', '.git', 'dist', 'data', 'coverage', 'fixtures', 'site', 'packed'];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.includes(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return markdownFiles(path);
      return entry.name.endsWith('.md') ? [path] : [];
    })
    .sort();
}

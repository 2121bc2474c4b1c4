// The documents of docs/ as a site: scripts/site.mjs copies them to site/pages, since their pages have to lie where Vue is found.
// VitePress fails on a link that leads nowhere; what leads out of docs/ goes to the repository.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';

const root = fileURLToPath(new URL('../../', import.meta.url));
const docs = join(root, 'docs');
const { repository } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'));
const home = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

export default defineConfig({
  title: 'leastscope',
  description: 'A scope linter for apps on the TikTok Shop Partner API',
  srcDir: 'pages',
  outDir: 'dist',
  // GitHub Pages serves it below the name of the repository.
  base: '/leastscope/',
  cleanUrls: true,
  rewrites: {
    'README.md': 'index.md',
    'rules/README.md': 'rules/index.md',
    'commands/README.md': 'commands/index.md',
  },
  // Documents are text: what looks like a tag in them is none.
  markdown: { html: false, config: (markdown) => markdown.use(withoutComments).use(linksOut) },
  themeConfig: {
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: home }],
    outline: [2, 3],
    sidebar: [
      { text: 'Start', link: '/' },
      {
        text: 'Use',
        items: pages([
          'declaration',
          'editors',
          'hooks',
          'adoption',
          'fix',
          'types',
          'ci',
          'witnesses',
          'evidence',
        ]),
      },
      { text: 'Commands', link: '/commands/', collapsed: true, items: pagesIn('commands') },
      { text: 'Rules', link: '/rules/', collapsed: true, items: pagesIn('rules') },
      {
        text: 'Look up',
        // Pages of their own, that VitePress does not make: a full step to them, past its router.
        items: [
          { text: 'The catalog', link: '/catalog-look-up.html', target: '_self' },
          { text: 'The libraries', link: '/api/index.html', target: '_self' },
        ],
      },
      {
        text: 'How it works',
        items: pages(['data', 'catalog', 'accuracy', 'performance', 'architecture', 'engine']),
      },
    ],
  },
});

function pages(names) {
  return names.map((name) => ({ text: titleOf(`${name}.md`), link: `/${name}` }));
}

function pagesIn(folder) {
  const names = readdirSync(join(docs, folder)).filter(
    (name) => name.endsWith('.md') && name !== 'README.md',
  );
  return names.sort().map((name) => ({ text: name.slice(0, -3), link: `/${folder}/${name.slice(0, -3)}` }));
}

function titleOf(file) {
  return /^# (.+)$/m.exec(readFileSync(join(docs, file), 'utf8'))?.[1] ?? file;
}

/** They tell our scripts where a table begins. */
function withoutComments(markdown) {
  markdown.core.ruler.before('normalize', 'without comments', (state) => {
    state.src = state.src.replace(/<!--[\s\S]*?-->/g, '');
  });
}

/** `../../fixtures` is no page of the site. */
function linksOut(markdown) {
  markdown.core.ruler.push('links out', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type !== 'link_open') continue;
      const target = token.attrGet('href') ?? '';
      if (/^(?:[a-z]+:|#|\/)/.test(target)) continue;
      const path = relative(root, join(docs, env.relativePath ?? '', '..', target));
      if (!path.startsWith('docs/')) token.attrSet('href', `${home}/blob/main/${path}`);
      else token.attrSet('href', target.replace(/README\.md(?=#|$)/, './'));
    }
  });
}

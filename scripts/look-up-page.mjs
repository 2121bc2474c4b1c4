// The catalog as one page that needs nothing else: no network, no server, no script to be read, one to be searched. What it says of
// a thing is what `leastscope explain` says of it. `node scripts/look-up-page.mjs > page.html`; `npm run site` puts it on the site.
import { pathToFileURL } from 'node:url';
import { ruleInfos } from '../packages/analyzer/dist/index.js';
import { entriesOf, entryKinds } from '../packages/cli/dist/documents/explain/entries.js';
import { findPage } from '../packages/cli/dist/documents/explain/find-page.js';
import { loadCatalog } from '../packages/scope-catalog/dist/index.js';

const titles = {
  scopes: 'Scopes',
  endpoints: 'Endpoints',
  categories: 'Categories of data',
  purposes: 'Purposes',
  webhooks: 'Webhooks',
};

export function lookUpPage() {
  const catalog = loadCatalog();
  // Rules have pages of their own.
  const kinds = entryKinds.filter((kind) => Object.hasOwn(titles, kind));
  const entries = kinds.flatMap((kind) => entriesOf(kind, ruleInfos, catalog));
  const names = new Map(entries.map(({ name }) => [name, anchorOf(name)]));
  const sections = kinds.map((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    return `<section aria-labelledby="${kind}"><h2 id="${kind}">${titles[kind]} <span>${own.length}</span></h2>
${own.map((entry) => entryHtml(entry, names, catalog)).join('\n')}
</section>`;
  });
  return page(catalog, sections.join('\n'));
}

function entryHtml({ name, title, says }, names, catalog) {
  const answer = findPage(name, ruleInfos, catalog);
  const found = answer.kind === 'pages' ? answer.pages.find((one) => one.title === name) : undefined;
  if (found === undefined) throw new Error(`${name} has no page.`);
  return `<details><summary><code>${escape(name)}</code> <b>${escape(title)}</b> <i>${escape(says)}</i></summary>
<div id="${anchorOf(name)}">${bodyHtml(found, names)}</div></details>`;
}

function bodyHtml({ subtitle, paragraphs, lists, sources }, names) {
  const said = [subtitle, ...paragraphs].filter((text) => text !== '');
  const filled = lists.filter(({ items }) => items.length > 0);
  return [
    ...said.map((text) => `<p>${escape(text)}</p>`),
    ...filled.map(
      ({ title, items }) =>
        `<h3>${escape(title)}</h3><ul>${items.map((cells) => `<li>${cells.map((cell) => linked(cell, names)).join(' ')}</li>`).join('')}</ul>`,
    ),
    `<p class="sources">${sources.map(escape).join('<br>')}</p>`,
  ].join('');
}

/** `seller.order.info` leads to its entry, and so does the beginning of `buyer.name (personal data)`. */
function linked(cell, names) {
  const [, head = cell, tail = ''] = /^(.*?)( \(.*)?$/s.exec(cell) ?? [];
  const name = names.has(head) ? head : webhookNamed(head, names);
  if (name === null) return escape(cell);
  return `<a href="#${names.get(name)}">${escape(head)}</a>${escape(tail)}`;
}

/** A scope lists its webhooks as `11 Cancellation status change`. */
function webhookNamed(text, names) {
  const [type] = /^\d+(?= )/.exec(text) ?? [];
  return type !== undefined && names.has(`webhook ${type}`) ? `webhook ${type}` : null;
}

function anchorOf(name) {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function escape(text) {
  const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (sign) => signs[sign]);
}

function page({ version, date, listed }, sections) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Catalog look-up: leastscope</title>
<style>${style}</style>
</head>
<body>
<header><h1>Catalog look-up</h1>
<p>What leastscope knows of the TikTok Shop Partner API: catalog ${escape(version)}, newest source of ${escape(date)}, complete until ${escape(listed)}. <a href="./index.html">leastscope</a></p>
<form role="search"><label for="words">Search endpoints, scopes, categories, purposes and webhooks</label>
<input id="words" type="search" autocomplete="off" placeholder="order search, seller.finance.info, webhook 6"></form>
<p id="count" role="status"></p></header>
<main>
${sections}
</main>
<script>${script}</script>
</body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; --quiet: #595959; --line: #d0d0d0; --link: #0b57d0; }
@media (prefers-color-scheme: dark) { :root { --quiet: #b0b0b0; --line: #4a4a4a; --link: #8ab4f8; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
code { font-size: 0.9em; overflow-wrap: anywhere; }
a { color: var(--link); overflow-wrap: anywhere; }
label { display: block; }
input { font: inherit; width: 100%; box-sizing: border-box; padding: 0.5rem; }
h2 span, summary i, .sources { color: var(--quiet); }
h3 { margin: 0.75rem 0 0; font-size: 1rem; }
ul { margin: 0; padding-left: 1.25rem; }
li, p { overflow-wrap: anywhere; }
details { border-top: 1px solid var(--line); padding: 0.25rem 0; }
details > div { padding: 0 0 0.5rem 1rem; scroll-margin-top: 3rem; }
summary { cursor: pointer; overflow-wrap: anywhere; }
summary b { font-weight: normal; }
.sources { font-size: 0.85em; }
[hidden] { display: none; }
`;

/** Hides what does not hold all words; opens what an address names. */
const script = `
const field = document.querySelector('#words');
const rows = [...document.querySelectorAll('details')].map((details) => ({
  details,
  text: details.querySelector('summary').textContent.toLowerCase(),
}));
function search() {
  const words = field.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
  let shown = 0;
  for (const { details, text } of rows) {
    details.hidden = !words.every((word) => text.includes(word));
    if (!details.hidden) shown += 1;
  }
  for (const section of document.querySelectorAll('section'))
    section.hidden = section.querySelector('details:not([hidden])') === null;
  document.querySelector('#count').textContent = words.length === 0 ? '' : shown + ' found';
}
function open() {
  const target = document.getElementById(location.hash.slice(1));
  const details = target?.closest('details');
  if (!details) return;
  if (details.hidden) { field.value = ''; search(); }
  details.open = true;
  details.scrollIntoView();
}
field.addEventListener('input', search);
document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', open);
open();
`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.stdout.write(lookUpPage());

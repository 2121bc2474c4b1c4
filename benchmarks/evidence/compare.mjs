// Holds what the analyzer says of recipients, stores and deletion against labels that were made by hand before.
//   node benchmarks/evidence/compare.mjs TREES [--list]
// TREES holds one checkout an app, `owner__name`, at the commit that `labels.tsv` names. Only personal data of the platform
// counts. A row with `either` may be found or not: its data comes by a way that no reading of the code can settle.
import { readFileSync } from 'node:fs';
import { analyze, parseDeclaration } from '../../packages/analyzer/dist/index.js';
import { createDiskFiles } from '../../packages/analyzer/dist/disk/index.js';
import { loadCatalog } from '../../packages/scope-catalog/dist/index.js';

const [trees, ...switches] = process.argv.slice(2);
if (trees === undefined) throw new Error('which folder holds the trees?');
const catalog = loadCatalog();
const files = createDiskFiles();
const labels = readLabels(new URL('labels.tsv', import.meta.url));
const apps = [...new Set(labels.map(({ repo }) => repo))];
const rows = apps.map((repo) =>
  compare(
    repo,
    labels.filter((label) => label.repo === repo),
  ),
);
console.log(table(rows));
if (switches.includes('--list')) console.log(rows.flatMap(({ notes }) => notes).join('\n'));

function readLabels(url) {
  const [head, ...lines] = readFileSync(url, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [names[at], cell])));
}

function compare(repo, own) {
  const evidence = evidenceOf(repo, own.find(({ kind }) => kind === 'handler')?.name ?? null);
  const stores = matched(
    repo,
    'store',
    own,
    namesOf(evidence.stores, ({ written }) => written),
  );
  const recipients = matched(
    repo,
    'recipient',
    own,
    namesOf(evidence.recipients, ({ received }) => received),
  );
  const erased = evidence.stores.filter(({ deletion }) => deletion.verdict === 'erased');
  const truth = (name) => own.find((label) => label.kind === 'store' && isSame(label.name, name))?.withdrawal;
  const wrong = erased.filter(({ name }) => truth(name) !== 'erased');
  return {
    repo,
    stores,
    recipients,
    falseErased: wrong.length,
    notes: [
      ...stores.notes,
      ...recipients.notes,
      ...wrong.map(({ name }) => `${repo} FALSE ERASED ${name}`),
      ...evidence.stores.map(
        ({ name, deletion }) => `${repo} deletion ${name} ${deletion.verdict} (${truth(name) ?? 'no label'})`,
      ),
      ...evidence.handOvers.map(({ to, at }) => `${repo} handed over ${to} ${at.file}:${at.start.line}`),
    ],
  };
}

function evidenceOf(repo, handler) {
  const deletion = handler === null ? '' : `deletion: { handler: ${JSON.stringify(handler)} }\n`;
  const text = `schema: 1\napp: { name: labelled, type: public, tokens: [seller] }\nrequestedScopes: []\npurposes: []\n${deletion}`;
  const { evidence } = analyze({
    root: `${trees}/${repo.replace('/', '__')}`,
    files,
    catalog,
    declaration: parseDeclaration(text, 'scope-declaration.yaml', catalog).declaration,
    mistakes: [],
    includeTests: false,
    asOf: '2026-11-29',
    severities: {},
    seeds: null,
  });
  return evidence;
}

/** Those with personal data, with the places where it comes. */
function namesOf(seen, dataOf) {
  return seen
    .map((one) => ({ name: one.name, data: dataOf(one).filter(({ category }) => isPersonal(category)) }))
    .filter(({ data }) => data.length > 0);
}

function isPersonal(category) {
  return catalog.categoryById.get(category)?.tier.endsWith('personal') === true;
}

function matched(repo, kind, own, seen) {
  const wanted = own.filter((label) => label.kind === kind);
  const found = wanted.filter(({ name }) => seen.some((one) => isSame(name, one.name)));
  const certain = wanted.filter(({ counts }) => counts === 'yes');
  const missed = certain.filter((label) => !found.includes(label));
  const extra = seen.filter(({ name }) => !wanted.some((label) => isSame(label.name, name)));
  return {
    expected: certain.length,
    found: certain.length - missed.length,
    extra: extra.length,
    seen: seen.length,
    notes: [
      ...missed.map(({ name, place }) => `${repo} MISSED ${kind} ${name} ${place}`),
      ...extra.map(
        ({ name, data }) =>
          `${repo} FALSE ${kind} ${name} ${data[0].at.file}:${data[0].at.start.line} ${data.map(({ category }) => category).join(' ')}`,
      ),
    ],
  };
}

/** Code says `orderItem`, the database `order_item`: the same table. Where they differ more, a label gives both. */
function isSame(label, name) {
  return label.split('|').some((one) => plain(one) === plain(name));
}

function plain(text) {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function table(all) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const count = ({ found, expected }) => `${found} / ${expected}`;
  const sum = (kind) => ({
    found: all.reduce((before, row) => before + row[kind].found, 0),
    expected: all.reduce((before, row) => before + row[kind].expected, 0),
    extra: all.reduce((before, row) => before + row[kind].extra, 0),
    seen: all.reduce((before, row) => before + row[kind].seen, 0),
  });
  const falseErased = all.reduce((before, row) => before + row.falseErased, 0);
  const cells = (name, stores, recipients, wrong) =>
    line([
      name,
      count(stores),
      `${stores.extra} / ${stores.seen}`,
      count(recipients),
      `${recipients.extra} / ${recipients.seen}`,
      wrong,
    ]);
  return [
    line(['app', 'stores found', 'false', 'recipients found', 'false', 'false `erased`']),
    line(['---', '---', '---', '---', '---', '---']),
    ...all.map((row, at) => cells(String(at + 1), row.stores, row.recipients, row.falseErased)),
    cells('all', sum('stores'), sum('recipients'), falseErased),
  ].join('\n');
}

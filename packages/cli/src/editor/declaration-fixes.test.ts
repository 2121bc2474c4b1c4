import { analyze, parseDeclaration, type FileSystem } from '@leastscope/analyzer';
import type { Proposer, View } from '@leastscope/language-server';
import { expect, test } from 'vitest';
import { createEngine } from '../host/create-engine.js';
import { acceptUntil, declareAlso } from './declaration-fixes.js';

const engine = createEngine();
const file = 'scope-declaration.yaml';
const yaml = `schema: 1
app: { name: Books, type: public, tokens: [seller] }
requestedScopes: [seller.order.info]
purposes:
  - id: keep-books
    kind: erp
    text: Book the orders of the seller in the books of the company.
    retention: { period: P1Y, after: account.closed, onDeauthorization: P7D }
`;
const code = `const get = async (path) => (await fetch('https://open-api.tiktokglobalshop.com' + path)).json();
export const names = async () => (await get('/order/202507/orders?ids=1')).data.orders.map((one) => one.recipient_address.name);
`;

/** The app as an editor has it. */
function open(declaration: string): View {
  const texts = new Map([
    ['/app/a.js', code],
    [`/app/${file}`, declaration],
  ]);
  const files: FileSystem = {
    readFile: (path) => texts.get(path) ?? null,
    fileExists: (path) => texts.has(path),
    directoryExists: (path) => path === '/app',
    realPath: (path) => path,
    listFiles: () => ['/app/a.js'],
  };
  const { catalog } = engine;
  const parsed = parseDeclaration(declaration, file, catalog);
  const rest = { includeTests: false, asOf: '2026-01-01', severities: {}, seeds: null };
  const analysis = analyze({ root: '/app', files, catalog, ...parsed, ...rest });
  return {
    root: '/app',
    analysis,
    horizon: 'project',
    engine,
    textOf: (one) => texts.get(`/app/${one}`) ?? null,
  };
}

const rulesIn = ({ analysis }: View): readonly string[] =>
  analysis.findings.filter(({ suppressed }) => suppressed === null).map(({ rule }) => rule);

function propose(proposer: Proposer, rule: string) {
  const view = open(yaml);
  const findings = view.analysis.findings.filter((one) => one.rule === rule);
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
  const [proposal] = proposer(view, { file: 'a.js', range, findings });
  return { title: proposal?.title, text: proposal?.texts.get(file) ?? '' };
}

test('a category is declared, and its reason is asked for', () => {
  const { title, text } = propose(declareAlso, 'field-not-allowed');
  expect(title).toBe('Declare `buyer.name` under `also` of `keep-books`, with a reason to be written');
  expect(rulesIn(open(yaml))).toContain('field-not-allowed');
  expect(rulesIn(open(text))).not.toContain('field-not-allowed');
  expect(rulesIn(open(text))).toContain('vague-purpose');
});

test('an exception counts once reason and name are written', () => {
  const { title, text } = propose(
    acceptUntil(() => '2026-01-01'),
    'field-not-allowed',
  );
  expect(title).toContain('Accept `field-not-allowed` here until 2026-04-01');
  expect(rulesIn(open(text))).toContain('field-not-allowed');
  const written = text
    .replace('reason: ""', 'reason: The mask comes in March.')
    .replace('approvedBy: ""', 'approvedBy: Privacy owner');
  expect(rulesIn(open(written))).not.toContain('field-not-allowed');
});

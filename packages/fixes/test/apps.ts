import { analyze, parseDeclaration, type Analysis } from '@leastscope/analyzer';
import { createMemoryFiles, memoryRoot } from '../../analyzer/test/generate/memory-files.js';
import { applyPlan } from '../src/apply/index.js';
import { findFailures, planFixes, type FixPlan, type FixRequest, type Operation } from '../src/index.js';
import { catalog } from './mended.js';

export type Texts = Readonly<Record<string, string>>;

/** Books, which take little of a buyer. */
export const books = `schema: 1
app: { name: Books, type: public, tokens: [seller] }
requestedScopes: [seller.order.info, seller.product.basic, seller.finance.info]
purposes:
  - id: keep-books
    kind: erp
    text: Book the orders of the seller in the books of the company.
    retention: { period: P1Y, after: account.closed, onDeauthorization: P7D }
`;

const kinds = [...catalog.purposeByKind.keys()];

/** An app for whatever there is: it requests every scope, and has a purpose of every kind. */
export const everything = `schema: 1
app: { name: All, type: public, tokens: [seller, creator, partner] }
requestedScopes: [${[...catalog.scopeByKey.keys()].join(', ')}]
purposes:
${kinds.map((kind) => `  - { id: ${kind.replaceAll('_', '-')}, kind: ${kind}, text: Does what the seller has asked this app for. }\n`).join('')}`;

export const call = `const call = async (method, path, body) => (await fetch('https://open-api.tiktokglobalshop.com' + path, { method, body: JSON.stringify(body) })).json();\n`;

export function judged(texts: Texts, yaml: string): Analysis {
  const parsed = parseDeclaration(yaml, 'scope-declaration.yaml', catalog);
  const rest = { includeTests: false, asOf: '2026-01-01', severities: {}, seeds: null };
  return analyze({ root: memoryRoot, files: createMemoryFiles(texts), catalog, ...parsed, ...rest });
}

/** What became of an app: the texts, what was done to them, and why something was not. */
export interface MendedApp {
  readonly before: Analysis;
  readonly after: Analysis;
  readonly plan: FixPlan;
  readonly texts: Texts;
  readonly done: readonly Operation[];
  readonly reasons: readonly string[];
  /** Of what was done: where the finding stays, or another one comes. */
  readonly failures: readonly string[];
}

/** Everything that fits, judged again, as `leastscope fix --unsafe` would. */
export function mendApp(texts: Texts, yaml: string, rules: FixRequest['rules'] = null): MendedApp {
  const analysis = judged(texts, yaml);
  const textOf = (file: string): string | null => texts[file] ?? null;
  const plan = planFixes(analysis, { catalog, textOf, rules, ignoreReason: null });
  const applied = plan.files.map((file) => ({ file, ...applyPlan(texts[file.file] ?? '', file) }));
  const created = Object.fromEntries(plan.created.map(({ file, text }) => [file, text]));
  const mended = {
    ...texts,
    ...created,
    ...Object.fromEntries(applied.map(({ file, text }) => [file.file, text])),
  };
  const done = applied.flatMap((one) => one.done);
  const after = judged(mended, yaml);
  const failures = findFailures(analysis, after, done);
  const refused = applied.flatMap((one) => one.refused.map(({ reason }) => reason));
  return {
    before: analysis,
    after,
    plan,
    texts: mended,
    done,
    reasons: [...plan.left.map(({ reason }) => reason), ...refused],
    failures: [...failures.values()],
  };
}

import { analyze, parseDeclaration } from '@leastscope/analyzer';
import { describe, expect, it } from 'vitest';
import { createMemoryFiles, memoryRoot } from '../../analyzer/test/generate/memory-files.js';
import { applyPlan } from '../src/apply/index.js';
import { planFixes, type FixPlan, type FixRequest } from '../src/index.js';
import { catalog } from './mended.js';

const declaration = parseDeclaration(
  `schema: 1
app: { name: Books, type: public, tokens: [seller] }
requestedScopes: [seller.order.info, seller.product.basic, seller.finance.info]
purposes:
  - id: keep-books
    kind: erp
    text: Book the orders of the seller in the books of the company.
    retention: { period: P1Y, after: account.closed, onDeauthorization: P7D }
`,
  'scope-declaration.yaml',
  catalog,
);

const get = `const get = async (path) => (await fetch('https://open-api.tiktokglobalshop.com' + path)).json();\n`;
const orders = (body: string): string =>
  `${get}export async function show(prisma) {\n  const { data } = await get('/order/202507/orders?ids=1');\n  for (const order of data.orders) {\n${body}\n  }\n}\n`;

function plan(texts: Readonly<Record<string, string>>, request: Partial<FixRequest> = {}): FixPlan {
  const files = createMemoryFiles(texts);
  const rest = { includeTests: false, asOf: '2026-01-01', severities: {}, seeds: null };
  const analysis = analyze({ root: memoryRoot, files, catalog, ...declaration, ...rest });
  const textOf = (file: string): string | null => texts[file] ?? null;
  return planFixes(analysis, { catalog, textOf, rules: null, ignoreReason: null, ...request });
}

/** The texts afterwards, of the files that changed; and why something was refused. */
function mend(texts: Readonly<Record<string, string>>, request: Partial<FixRequest> = {}) {
  const applied = plan(texts, request).files.map((file) => ({
    file,
    ...applyPlan(texts[file.file] ?? '', file),
  }));
  return {
    texts: Object.fromEntries(applied.map(({ file, text }) => [file.file, text])),
    refused: applied.flatMap(({ refused }) => refused.map(({ reason }) => reason)),
  };
}

/** What becomes of the lines of a loop over orders. */
function line(body: string, rule: 'personal-data-logged' | 'whole-record-kept'): string {
  const { texts, refused } = mend({ 'a.js': orders(body) }, { rules: new Set([rule]) });
  const text = texts['a.js'] ?? '';
  return refused[0] ?? text.slice(orders('').indexOf('{\n\n') + 2, text.lastIndexOf('\n  }\n}')).trim();
}

describe('dropFromLog', () => {
  it.each([
    ['console.log(order);', 'console.log(order.id);'],
    ['console.log("got", { order });', 'console.log("got", { order: order.id });'],
    ['console.log({ ...order, n: 1 });', 'console.log({ ...{ id: order.id }, n: 1 });'],
    [
      'console.log(JSON.stringify(order, null, 2));',
      'console.log(JSON.stringify({ id: order.id }, null, 2));',
    ],
    ['console.log(order.id, order.cpf);', 'console.log(order.id);'],
    ['console.log(`for ${order.recipient_address?.name}`);', 'console.log(`for ${order.id}`);'],
    ['const { cpf } = order; console.log(cpf);', 'const { cpf } = order; console.log(order.id);'],
    ['console.log(data.orders);', 'console.log(data.orders?.map((one) => one.id));'],
  ])('%s', (before, after) => {
    expect(line(before, 'personal-data-logged')).toBe(after);
  });

  it('does nothing by halves', () => {
    expect(line('console.log(order.cpf, order.buyer_email.trim());', 'personal-data-logged')).toBe(
      'what is logged is put together in a way that is not followed',
    );
  });
});

describe('keepFields', () => {
  const read = 'if (order.status && order.payment.currency) ';
  it.each([
    [
      `${read}prisma.order.create({ data: order });`,
      `${read}prisma.order.create({ data: { id: order.id, payment: { currency: order.payment?.currency }, status: order.status } });`,
    ],
    [
      `if (order.status) prisma.order.create({ data: { ...order, at: 1 } });`,
      `if (order.status) prisma.order.create({ data: { id: order.id, status: order.status, at: 1 } });`,
    ],
  ])('%s', (before, after) => {
    expect(line(before, 'whole-record-kept')).toBe(after);
  });

  it('is not offered where nobody knows which fields are needed', () => {
    const { files, left } = plan({ 'a.js': orders('prisma.order.create({ data: order });') });
    expect(files.flatMap(({ operations }) => operations.map(({ kind }) => kind))).not.toContain('keepFields');
    expect(left.map(({ reason }) => reason).join()).toContain('which are needed is not known');
  });
});

describe('replacePath', () => {
  const misspelt = '/product/202309/brandz';

  it('changes the constant wherever it stands', () => {
    const { texts } = mend({
      'paths.js': `export const brands = '${misspelt}';\n`,
      'a.js': `import { brands } from './paths.js';\n${get}export const a = () => get(brands);\n`,
    });
    expect(texts).toEqual({ 'paths.js': "export const brands = '/product/202309/brands';\n" });
  });

  it('leaves a constant alone that is the path of another call too', () => {
    const both = `${get}const path = '/finance/202309/payments';\nexport const a = () => get(path);\nexport const b = () => fetch('https://open-api.tiktokglobalshop.com' + path, { method: 'POST' });\n`;
    expect(plan({ 'a.js': both }).left.map(({ reason }) => reason)).toContain(
      'the same text is the path of another call too',
    );
  });

  it('tells a slip, which is safe to mend, from another word', () => {
    const safetyOf = (path: string): readonly string[] =>
      plan({ 'a.js': `${get}export const a = () => get('${path}');\n` }).files.flatMap(({ operations }) =>
        operations.map(({ safety }) => safety),
      );
    expect(safetyOf(misspelt)).toEqual(['safe']);
    expect(safetyOf('/finance/202309/settlements')).toEqual(['unsafe']);
    expect(safetyOf('/finance/202309/payments')).toEqual(['unsafe']);
  });
});

describe('renameScope', () => {
  it('writes the key that is meant', () => {
    const scopes = `${get}export const scopes = ['seller.order.inf'];\nexport const a = () => get('/order/202507/orders');\n`;
    const { texts } = mend({ 'a.js': scopes }, { rules: new Set(['unknown-scope']) });
    expect(texts['a.js']).toBe(scopes.replace('order.inf', 'order.info'));
  });
});

describe('comments', () => {
  it('give the reason, stand above one another, and never inside of a text', () => {
    const text = orders('    console.log(`\n${order.cpf}`);\n    console.log(order.cpf);');
    const { texts, refused } = mend({ 'a.js': text }, { ignoreReason: ' erased\ndaily ' });
    expect(texts['a.js']).toContain(
      '\n    // leastscope-ignore-next-line personal-data-logged -- erased daily\n    console.log(order.cpf);',
    );
    expect(refused.every((reason) => reason === 'no comment can stand above it')).toBe(true);
    expect(texts['a.js']).toContain('console.log(`\n${order.cpf}`);');
  });
});

describe('formats', () => {
  const logs = orders('\tconsole.log(order);');

  it('keep line breaks and indentation', () => {
    const { texts } = mend({ 'a.js': logs.replaceAll('\n', '\r\n') });
    expect(texts['a.js']).toBe(logs.replace('log(order)', 'log(order.id)').replaceAll('\n', '\r\n'));
  });

  it.each([
    [
      'a.vue',
      (code: string) => `<template>\n  <p>{{ order }}</p>\n</template>\n\n<script>\n${code}</script>\n`,
    ],
    ['a.svelte', (code: string) => `<script lang="ts">\n${code}</script>\n\n<p>console.log(order)</p>\n`],
    ['a.astro', (code: string) => `---\n${code}---\n<p>console.log(order)</p>\n`],
    ['a.tsx', (code: string) => `${code}export const page = <p>console.log(order)</p>;\n`],
    ['a.cts', (code: string) => `${code}exports.a = 1;\n`],
  ])('change scripts in their place: %s', (file, around) => {
    const { texts } = mend({ [file]: around(logs) });
    expect(texts[file]).toBe(around(logs.replace('log(order)', 'log(order.id)')));
  });

  it('leave what has changed since as it is', () => {
    const [file] = plan({ 'a.js': logs }).files;
    if (file === undefined) throw new Error('Nothing was planned.');
    const { text, done, refused } = applyPlan(`${logs}// more\n`, file);
    expect([text, done]).toEqual([`${logs}// more\n`, []]);
    expect(refused.map(({ reason }) => reason)).toEqual(['the file has changed since the analysis']);
  });
});

import { describe, expect, it } from 'vitest';
import ts from 'typescript';
import { books, judged, mendApp, type Texts } from './apps.js';

const get = `const get = async (path) => (await fetch('https://open-api.tiktokglobalshop.com' + path)).json();\n`;
const keeps = (statement: string): string =>
  `import { Pool } from 'pg';\nconst pool = new Pool();\n${get}export async function keep(clients) {\n  const { prisma, db, supabase, knex } = clients;\n  const { data } = await get('/order/202507/orders?ids=1');\n  for (const order of data.orders) ${statement};\n}\n`;
const name = 'order.recipient_address.name';

const rulesOf = (texts: Texts): readonly string[] =>
  judged(texts, books)
    .findings.filter(({ rule }) => rule === 'no-deletion-on-deauthorization')
    .map(({ severity, message }) => `${severity} ${message}`);

const parseErrors = (file: string, text: string): number =>
  (ts.createSourceFile(file, text, ts.ScriptTarget.ESNext) as unknown as { parseDiagnostics: unknown[] })
    .parseDiagnostics.length;

describe('deletionSkeleton', () => {
  it.each([
    [
      `await prisma.label.create({ data: { name: ${name} } })`,
      'prisma.label.deleteMany({ where: { shopId } })',
    ],
    [
      `await db.collection('labels').insertOne({ name: ${name} })`,
      "db.collection('labels').deleteMany({ shopId })",
    ],
    [
      `await supabase.from('labels').insert({ name: ${name} })`,
      "supabase.from('labels').delete().eq('shop_id', shopId)",
    ],
    [`await knex('labels').insert({ name: ${name} })`, "knex('labels').where('shop_id', shopId).del()"],
    [
      `await pool.query('insert into labels (name) values ($1)', [${name}])`,
      "pool.query('delete from labels where shop_id = $1', [shopId])",
    ],
  ])('deletes as it is written: %s', (statement, expected) => {
    for (const file of ['src/keep.ts', 'keep.js']) {
      const before = { [file]: keeps(statement) };
      const { plan, texts } = mendApp(before, books);
      const [handler, test] = plan.created;
      expect(handler?.text).toContain(`  await ${expected};\n`);
      expect([handler, test].map((one) => parseErrors(one?.file ?? '', one?.text ?? '-'))).toEqual([0, 0]);
      expect(handler?.file).toBe(
        file.startsWith('src') ? 'src/webhooks/deauthorized.ts' : 'webhooks/deauthorized.js',
      );
      expect(test?.text).toContain("throw new Error('still to be written')");
      expect(rulesOf(before)).toEqual([expect.stringContaining('error Personal data is stored')]);
      // What is left says what to write into the declaration. What a name that is handed in does with a statement of SQL nobody
      // knows, so there it stays open until it is wired up.
      const says = statement.includes('pool')
        ? /^error /
        : /^note Webhook 6 is handled by `.*deauthorized\.[jt]s#/;
      expect(rulesOf(texts)).toEqual([expect.stringMatching(says)]);
    }
  });

  it('is written for the modules and the test runner of the app', () => {
    const common = keeps(`await prisma.label.create({ data: { name: ${name} } })`)
      .replace('export async', 'module.exports.keep = keep;\nasync')
      .replace("import { Pool } from 'pg'", "const { Pool } = require('pg')");
    const { plan } = mendApp(
      { 'keep.js': common, 'package.json': '{ "devDependencies": { "vitest": "4" } }' },
      books,
    );
    expect(
      plan.created.map(({ text }) => text.includes('require(') || text.includes('module.exports')),
    ).toEqual([true, true]);
    expect(plan.created[1]?.text).toContain("require('vitest')");
  });

  it('is never written over what is there, and not where nothing is known to delete', () => {
    const keep = keeps(`await prisma.label.create({ data: { name: ${name} } })`);
    const there = mendApp({ 'keep.js': keep, 'webhooks/deauthorized.js': 'export {};\n' }, books);
    expect([there.plan.created, there.reasons]).toEqual([
      [],
      expect.arrayContaining(['webhooks/deauthorized.js is there already']),
    ]);
    const file = keeps(`require('node:fs').writeFileSync('labels.txt', ${name})`);
    expect(mendApp({ 'keep.js': file }, books).plan.created).toEqual([]);
  });
});

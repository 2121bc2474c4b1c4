import { describe, expect, it } from 'vitest';
import { analyzeSources, openIn, usedBy } from './generate/run.js';

const host = 'https://open-api.tiktokglobalshop.com';
const search = 'POST /order/202309/orders/search';
const witness = `export const witness = () => fetch('${host}/order/202309/orders/search', { method: 'POST' });\n`;

/** A table of paths whose parameters are put in one after the other, in a loop. */
function tableOf(rows: number): string {
  const row = (at: number): string =>
    `  ['tool${at}', { verb: 'get', route: '/affiliate_partner/202405/campaigns${at}/{campaign_id}', params: [{ name: 'campaign_id', in: 'path' }, { name: 'sign', in: 'query' }] }],`;
  return `import axios from 'axios';
const rows = new Map<string, any>([
${Array.from({ length: rows }, (_, at) => row(at)).join('\n')}
]);
async function run(row: any, input: any) {
  let route = row.route;
  row.params.forEach((param: any) => {
    if (param.in === 'path') route = route.replace(\`{\${param.name}}\`, String(input[param.name]));
  });
  return axios({ method: row.verb.toUpperCase(), url: '${host}' + route });
}
export const handle = (request: any) => run(rows.get(request.name), request.input);
`;
}

const measured = new Map<number, ReturnType<typeof analyzeSources>>();
function ofTable(rows: number): ReturnType<typeof analyzeSources> {
  const known = measured.get(rows) ?? analyzeSources({ 'src/tools.ts': tableOf(rows), 'src/zz.ts': witness });
  measured.set(rows, known);
  return known;
}

describe('a table of paths that are replaced in', () => {
  it.each([10, 100])('names every path of %i rows, and no other', (rows) => {
    const { needs } = ofTable(rows);
    const paths = needs.uses.filter(({ place }) => place.file === 'src/tools.ts').map(({ path }) => path);
    expect(new Set(paths)).toEqual(
      new Set(
        Array.from({ length: rows }, (_, at) => `/affiliate_partner/202405/campaigns${at}/{campaign_id}`),
      ),
    );
  });

  it.each([1_000, 10_000])('stays open with %i rows, and makes no path up', (rows) => {
    const { needs } = ofTable(rows);
    const written = /^\/affiliate_partner\/202405\/campaigns\d+\/\{campaign_id\}$/;
    const paths = needs.uses.filter(({ place }) => place.file === 'src/tools.ts').map(({ path }) => path);
    expect(paths.filter((path) => !written.test(path))).toEqual([]);
    expect(needs.open.filter(({ place }) => place.file === 'src/tools.ts')).not.toEqual([]);
    expect(usedBy(needs)).toContain(search);
  });

  it.each([
    [10, 100],
    [100, 1_000],
    [1_000, 10_000],
  ])('takes no more steps a row with more rows: %i and %i', (few, many) => {
    const steps = (rows: number): number => ofTable(rows).stats.steps;
    expect(steps(few)).toBeGreaterThan(few);
    expect(steps(many) / many).toBeLessThan(1.2 * (steps(few) / few));
  });
});

it('more possibilities than are told apart leave the call open beside those that were', () => {
  const digits = Array.from({ length: 10 }, (_, at) => `\${c${String(at)} ? '1' : '2'}`).join('');
  const choices = `c, ${Array.from({ length: 10 }, (_, at) => `c${String(at)}`).join(', ')}`;
  const source = `export const read = (${choices}) =>
  fetch(\`${host}/\${c ? 'product' : 'order'}/202309/products/${digits}\`);
// Nobody's business, however many possibilities there are.
export const other = (${choices}) => fetch(\`https://other.example.com/${digits}\`);
`;
  const { needs } = analyzeSources({ 'src/choices.js': source, 'src/witness.ts': witness });
  expect(usedBy(needs)).toContain('GET /product/202309/products/{}');
  expect(openIn(needs)).toEqual([
    'src/choices.js:2 too deep: too many helpers or possibilities to follow them all',
  ]);
});

/** Texts, lists and choices that double with each line: whoever follows them all is never done. */
const doubling = {
  'a text put together of itself': [
    `const v0 = '/x';`,
    ...lines(40, (at) => `const v${at + 1} = c ? v${at} + v${at} : v${at} + '/a';`),
    `fetch('${host}' + v40);`,
  ],
  'a list spread into itself': [
    `const v0 = ['/a', '/b'];`,
    ...lines(40, (at) => `const v${at + 1} = [...v${at}, ...v${at}];`),
    `for (const path of v40) fetch('${host}' + path);`,
  ],
  'choices inside choices': [
    `const path = ${Array.from({ length: 240 }, (_, at) => `c${at} ? '/a${at}' : `).join('')}'/z';`,
    `fetch('${host}' + path);`,
  ],
};

describe('values that multiply', () => {
  it.each(Object.entries(doubling))('%s: ends within its steps, and says what is open', (_, code) => {
    const { needs, stats } = analyzeSources({ 'src/a.js': code.join('\n'), 'src/zz.ts': witness });
    expect(stats.steps).toBeLessThan(200_000);
    expect(openIn(needs)).not.toEqual([]);
    expect(usedBy(needs)).toContain(search);
  });
});

function lines(count: number, make: (at: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

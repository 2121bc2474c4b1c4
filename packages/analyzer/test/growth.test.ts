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

/** Helpers in files of their own that call each other in a ring, each with a request and a call from outside. */
function ringOf(helpers: number): Record<string, string> {
  const file = (at: number): string => `import { send as next } from './m${(at + 1) % helpers}.js';
export async function send(m, p) {
  if (c) return next(m, p);
  return fetch('${host}' + p, { method: m });
}
export const go = () => send('POST', '/product/202309/products/search');
`;
  return {
    ...Object.fromEntries(Array.from({ length: helpers }, (_, at) => [`src/m${at}.js`, file(at)])),
    'src/zz.ts': witness,
  };
}

describe('helpers that call each other in a ring', () => {
  const ofRing = (helpers: number) => analyzeSources(ringOf(helpers));

  it('are resolved from wherever they are called, in steps of their number for each of them', () => {
    const [few, many] = [ofRing(10), ofRing(30)];
    expect(usedBy(many.needs)).toEqual([search, 'POST /product/202309/products/search']);
    expect(many.needs.uses).toHaveLength(31);
    expect(openIn(many.needs)).toEqual([]);
    expect(many.stats.steps / 30 ** 2).toBeLessThan(1.2 * (few.stats.steps / 10 ** 2));
  });

  it('take no more steps each beyond the depth to which helpers are followed', () => {
    expect(ofRing(120).stats.steps / 120).toBeLessThan(1.2 * (ofRing(60).stats.steps / 60));
  });

  it('end within their steps where each calls all others', () => {
    const all = Array.from({ length: 12 }, (_, at) => at);
    const calls = (own: number): string =>
      all.map((at) => (at === own ? `fetch('${host}' + p, { method: m })` : `s${at}(m, p)`)).join(', ');
    const sources = all.map((own) => [
      `src/m${own}.js`,
      `${all.map((at) => `import { send as s${at} } from './m${at}.js';`).join('\n')}
export const send = (m, p) => [${calls(own)}];
send('POST', '/product/202309/products/search');
`,
    ]);
    const { needs, stats } = analyzeSources({ ...Object.fromEntries(sources), 'src/zz.ts': witness });
    expect(stats.steps).toBeLessThan(3_000_000);
    expect(usedBy(needs)).toEqual([search, 'POST /product/202309/products/search']);
  });
});

it('thousands of calls that are given up cost little more than some dozen, and hide none beside them', () => {
  const sources = (calls: number): Record<string, string> => ({
    'src/a.js': [
      `const f0 = (m, p) => fetch('${host}' + p, { method: m });`,
      ...lines(14, (at) => `const f${at + 1} = (m, p) => c ? f${at}(m, p + '/a') : f${at}(p, m);`),
      ...lines(calls, (at) => `f14('GET', '/order${at}');`),
    ].join('\n'),
    'src/zz.ts': witness,
  });
  const [some, many] = [analyzeSources(sources(60)), analyzeSources(sources(1_000))];
  expect(some.stats.steps).toBeGreaterThan(500_000);
  expect(many.stats.steps).toBeLessThan(2 * some.stats.steps);
  expect(usedBy(many.needs)).toContain(search);
  expect(openIn(many.needs).length).toBeGreaterThan(900);
});

function lines(count: number, make: (at: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

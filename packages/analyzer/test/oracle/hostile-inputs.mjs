// Inputs that nobody should have to read, each by its kind and its seed: no analysis of one may throw, take long, hide the call of
// the file beside it or hang on the order of the files. Plain JavaScript, because scripts/fuzz.mjs tries many more of them.
import { host, randomOf } from './programs.mjs';

const witness = `fetch('${host}/order/202309/orders/search', { method: 'POST' });\n`;
export const witnessed = 'POST /order/202309/orders/search';

/**
 * Each gives files by name, from functions that pick (one of a list, a number of a range), and from how large it may get: 10 for
 * what takes no time, 40 for what may take seconds.
 */
const kinds = { nesting, pieces, names, modules, choices };
export const hostileKinds = Object.keys(kinds);

/** The files of an input, with the witness beside them. */
export function hostileSources(kind, seed, size) {
  return { ...kinds[kind]({ ...choosing(seed), size }), 'src/witness.js': witness };
}

function choosing(seed) {
  const random = randomOf(seed);
  const between = (least, most) => least + Math.floor(random() * (most - least + 1));
  return { between, pick: (list) => list[between(0, list.length - 1)] };
}

const times = (count, make, glue = '\n') => Array.from({ length: count }, (_, at) => make(at)).join(glue);

/** Things inside things, up to far beyond what can be read. */
function nesting({ pick, between, size }) {
  const pairs = [
    '( )',
    '[ ]',
    '({a: })',
    'f( )',
    '`${ }`',
    '() => ( )',
    'x?. ',
    'a.b(c => )',
    'a ?? ',
    "'/a' + ",
  ];
  const [open, close = ''] = pick(pairs).split(' ');
  const depth = between(1, pick([50, 900, size * 100]));
  const middle = pick(['1', 'x', "'/order/202309/orders'", `fetch('${host}/order/202309/orders')`]);
  const chain = '.then((x) => x)'.repeat(between(0, pick([5, size * 22])));
  return {
    'src/a.js': `const deep = ${open.repeat(depth)}${middle}${close.repeat(depth)};
fetch('${host}' + deep)${chain};\n`,
  };
}

/** What code is made of, in no order. */
function pieces({ pick, between, size }) {
  const words =
    `const let function async await return if ( ) { } [ ] => ... ?. ?? = += , ; . : < > / \` ' " \${ } class extends super this
import export from default new typeof a b api fetch axios '${host}' '/order/202309/orders' .then( .map( JSON.stringify process.env
require('./a.js') \u2028 \0 \uD800 // /* */ #p @d static get`.split(/\s+/);
  return { 'src/a.ts': times(between(3, size * 20), () => pick(words), ' ') };
}

const ofEveryObject = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  '__defineGetter__',
];

/** Names that every object has, wherever a name may stand. */
function names({ pick, between }) {
  const name = () => pick(ofEveryObject);
  const line = (at) =>
    pick([
      `import x${at}, { ${name()} as y${at} } from '${name()}';\nx${at}('${host}/a'); y${at}.${name()}('/order'); new x${at}().${name()}();`,
      `const o${at} = { ['${name()}']: '/order/202309/orders', ${name()}: { ${name()}: '/b' } };\nfetch('${host}' + o${at}.${name()}.${name()});`,
      `class K${at} { ${name()}(p) { return this.${name()}(p); } static x = '${name()}'; }\nnew K${at}().${name()}('${host}');`,
      `fetch('${host}/order/202309/orders').then((r) => r.json()).then((r) => console.log(r.data.${name()}.${name()}));`,
      `export const ${name()}${at} = new Map([['${name()}', '${host}']]).get('${name()}');`,
      `fetch('${host}' + process.env.${name()} + Object.${name()}({ ${name()}: '/c' }).${name()});`,
    ]);
  return { 'src/a.js': times(between(2, 12), line) };
}

/** Files that give each other on, with helpers that may call one another. */
function modules({ pick, between, size }) {
  const count = between(2, size);
  const other = () => `m${between(0, count - 1)}`;
  const file = (at) => [
    `src/m${at}.js`,
    `${times(between(0, 3), (n) => {
      const from = other();
      return pick([
        `export * from './${from}.js';`,
        `import { send as s${n} } from './${from}.js';`,
        `import * as s${n} from './${from}.js';`,
        `const s${n} = require('./${from}');`,
      ]);
    })}
export const path = ${pick([`'/product/202309/products/search'`, 's0.path', `path + '/x'`])};
export const send = (m, p) => ${pick([`fetch('${host}' + p, { method: m })`, 's0(m, p)', 's1.send(p, m)', 'c ? s0(m, p) : s1(m, p)', 'send(m, p)'])};
send('POST', path);\n`,
  ];
  return Object.fromEntries(Array.from({ length: count }, (_, at) => file(at)));
}

/** Possibilities that multiply with every line. */
function choices({ pick, between, size }) {
  const count = between(3, size);
  const code = pick([
    () =>
      `${times(count, (at) => `const f${at} = (m, p) => c ? f${at + 1}(m, p + '/a') : f${at + 1}(p, m);`)}\nconst f${count} = (m, p) => fetch('${host}' + p, { method: m });\nf0('GET', '/order');`,
    () =>
      `let p = '/order';\n${times(count, (at) => `if (c${at}) p = p + '/a'; else p += p;`)}\nfetch('${host}' + p);`,
    () =>
      `const o0 = { p: '/order' };\n${times(count, (at) => `const o${at + 1} = { ...o${at}, a: o${at}, p: c ? o${at}.p : o${at}.a?.p };`)}\nfetch('${host}' + o${count}.p, o${count});`,
    () =>
      `async function run(bag) {\nlet d = await (await fetch('${host}/order/202309/orders')).json();\n${times(count, (at) => `d = bag.x${at} ? { ...d, a: d, l: [d] } : d.a ?? [d][0];`)}\nconsole.log(d.data.orders[0].recipient_address);\n}\nrun({});`,
    () => `fetch(\`${host}/order${times(count, (at) => `/\${f[${at}] ? 'a' : f.x ? 'b' : 'c'}`, '')}\`);`,
  ]);
  return { 'src/a.js': `${code()}\n` };
}

/** A declaration of which parts are cut out, doubled, exchanged and overwritten with what YAML has. */
export function hostileDeclaration(seed, good) {
  const { pick, between } = choosing(seed);
  const words = [
    '- ',
    ': ',
    '&a ',
    '*a ',
    '!!str ',
    '| \n',
    '---\n',
    '<<: ',
    '{',
    '}',
    '[',
    '"',
    '#',
    '\n  ',
    'null',
    '~',
    '1e999',
    '\0',
    '__proto__: 1\n',
    'app: &a ',
    '\uFEFF',
  ];
  let text = good;
  for (let change = between(1, 8); change > 0; change -= 1) {
    const from = between(0, text.length);
    const to = Math.min(text.length, from + between(0, 40));
    const [before, part, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
    text = pick([
      before + after,
      `${before}${part}${part}${after}`,
      before + pick(words) + after,
      before + pick(words) + part + after,
    ]);
  }
  return text;
}

/** What is wrong with the analysis of an input, in a sentence; null when nothing is. `run` analyzes files, listed in an order. */
export function faultOf(sources, run) {
  const asText = (analysis) => JSON.stringify({ ...analysis, stats: null });
  const analysis = run(sources, 'forwards');
  const isSeen = analysis.needs.uses.some(
    ({ endpoint, place }) => endpoint === witnessed && place.file === 'src/witness.js',
  );
  if (!isSeen) return 'the call of the file beside it is lost';
  return asText(run(sources, 'backwards')) === asText(analysis)
    ? null
    : 'the answer hangs on the order of the files';
}

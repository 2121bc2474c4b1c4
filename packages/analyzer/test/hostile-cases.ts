import type { Sources } from './generate/run.js';

/** Code that nobody should have to read, and what must be said of it. */
export interface HostileCase {
  readonly name: string;
  readonly sources: Sources;
  /** Uses that must be found, whatever else is there; null when resolving them is not asked for. */
  readonly uses: readonly string[];
  /** Uses may be missing when an open call, an unread file or an unreached helper says why. */
  readonly mayStayOpen: boolean;
}

const host = 'https://open-api.tiktokglobalshop.com';
export const search = 'POST /order/202309/orders/search';
export const detail = 'GET /order/202309/orders';
const searchCall = `fetch('${host}/order/202309/orders/search', { method: 'POST' })`;
/** A call that is plain to see: whatever stands around it must not hide it. */
const witness = `export async function witness() { return ${searchCall}; }\n`;

const times = (count: number, make: (index: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(between);

const found = (name: string, sources: Sources, uses: readonly string[] = [search]): HostileCase => ({
  name,
  sources,
  uses,
  mayStayOpen: false,
});
const told = (name: string, sources: Sources, uses: readonly string[] = [search]): HostileCase => ({
  name,
  sources,
  uses,
  mayStayOpen: true,
});

/** Helpers that call each other, in chains, rings and trees. */
export const helperCases: readonly HostileCase[] = [
  found('a helper that calls itself', {
    'src/a.ts': `async function api(method: string, path: string, tries = 3): Promise<unknown> {
  if (tries < 0) return api(method, path, tries - 1);
  return fetch('${host}' + path, { method });
}
export const run = () => api('POST', '/order/202309/orders/search');\n`,
  }),
  found('helpers that call each other', {
    'src/a.ts': `async function ping(method: string, path: string): Promise<unknown> { return Math.random() > 2 ? pong(method, path) : fetch('${host}' + path, { method }); }
async function pong(method: string, path: string): Promise<unknown> { return ping(method, path); }
export const run = () => pong('POST', '/order/202309/orders/search');\n`,
  }),
  told(
    'a path that grows by recursion',
    {
      'src/a.ts': `const grow = (path: string): string => grow(path + '/orders');
export const run = () => fetch('${host}' + grow('/order/202309'), { method: 'POST' });\n`,
    },
    [],
  ),
  found('a chain of 20 helpers', chainOf(20)),
  told('a chain of 50 helpers', chainOf(50)),
  told('a chain of 50 helpers in 50 files', chainOfFiles(50)),
  told('a chain of 500 helpers', chainOf(500)),
  told('25 levels, each calls the next twice', {
    'src/a.ts': `${times(25, (at) => `const h${at} = (m: string, p: string): unknown => [h${at + 1}(m, p), h${at + 1}(m, p)];`)}
const h25 = (m: string, p: string) => fetch('${host}' + p, { method: m });
export const run = () => h0('POST', '/order/202309/orders/search');\n`,
  }),
  told('25 levels, each path made of the next twice', {
    'src/a.ts': `${times(25, (at) => `const p${at} = (x: string): string => p${at + 1}(x) + p${at + 1}(x);`)}
const p25 = (x: string) => x;
export const run = () => fetch('${host}' + p0('/order'), { method: 'POST' });\n${witness}`,
  }),
  told('25 levels, each a choice of two', {
    'src/a.ts': `${times(25, (at) => `const p${at} = (x: string): string => (flag() ? p${at + 1}(x + '/a') : p${at + 1}(x + '/b'));`)}
const p25 = (x: string) => x;
export const run = () => fetch('${host}' + p0('/order'), { method: 'POST' });\n${witness}`,
  }),
  told('40 choices in one path', {
    'src/a.ts': `export const run = (f: boolean[]) => fetch(\`${host}/order${times(40, (at) => `/\${f[${at}] ? 'a' : 'b'}`, '')}\`);\n${witness}`,
  }),
  found('a callback that is handed to itself', {
    'src/a.ts': `const self = (run: (x: unknown) => unknown): unknown => run(run);
export const go = () => self(self as never);\n${witness}`,
  }),
  found('the Y combinator', {
    'src/a.js': `const Y = (f) => ((x) => x(x))((x) => f((y) => x(x)(y)));
export const go = Y((again) => (path) => (path ? fetch('${host}' + path) : again('/order')));\n${witness}`,
  }),
  found('a function that returns itself', {
    'src/a.js': `const f = () => f;\nf()()()()().get('${host}/x');\n${witness}`,
  }),
];

function chainOf(length: number): Sources {
  return {
    'src/a.ts': `${times(length, (at) => `async function h${at}(m: string, p: string): Promise<unknown> { return h${at + 1}(m, p); }`)}
async function h${length}(m: string, p: string) { return fetch('${host}' + p, { method: m }); }
export const run = () => h0('POST', '/order/202309/orders/search');\n`,
  };
}

function chainOfFiles(length: number): Sources {
  const files = Array.from({ length }, (_, at) => [
    `src/h${at}.ts`,
    `import { h as next } from './h${at + 1}.js';\nexport const h = (m: string, p: string): unknown => next(m, p);\n`,
  ]);
  return {
    ...(Object.fromEntries(files) as Sources),
    [`src/h${length}.ts`]: `export const h = (m: string, p: string) => fetch('${host}' + p, { method: m });\n`,
    'src/run.ts': `import { h } from './h0.js';\nexport const run = () => h('POST', '/order/202309/orders/search');\n`,
  };
}

/** Big things: tables, files, lines, texts. */
export const bigCases: readonly HostileCase[] = [
  told('a table of 10,000 rows, the wanted one last', {
    'src/a.ts': `const rows = [\n${times(10_000, (at) => `  { method: 'GET', path: '/internal/${at}' },`)}\n  { method: 'POST', path: '/order/202309/orders/search' },\n];
async function api(method: string, path: string) { return fetch('${host}' + path, { method }); }
export async function run() { for (const row of rows) await api(row.method, row.path); }\n`,
  }),
  told('a table of 10,000 rows, the wanted one first', {
    'src/a.ts': `const rows = [\n  ['POST', '/order/202309/orders/search'],\n${times(10_000, (at) => `  ['GET', '/internal/${at}'],`)}\n];
export async function run() { for (const [method, path] of rows) await fetch(\`${host}\${path}\`, { method }); }\n`,
  }),
  told('an object of 5,000 keys by an unknown key', {
    'src/a.ts': `const paths: Record<string, string> = {\n${times(5000, (at) => `  k${at}: '/internal/${at}',`)}\n  last: '/order/202309/orders/search',\n};
export const run = (key: string) => fetch('${host}' + paths[key], { method: 'POST' });\n`,
  }),
  found('a generated file of 100,000 lines', {
    'src/generated.ts': `${times(100_000, (at) => (at % 2 === 0 ? `export const name${at} = 'value ${at}';` : `export type T${at} = { a: string };`))}\n${witness}`,
  }),
  found('5,000 calls in one file', {
    'src/a.ts': `const api = (path: string) => fetch('${host}' + path, { method: 'POST' });\n${times(5000, () => `api('/order/202309/orders/search');`)}\n`,
  }),
  found('1 MB on one line', {
    'src/a.js': `var data="${'x'.repeat(1_000_000)}";${times(20_000, (at) => `var v${at}=${at}`, ';')};${searchCall};`,
  }),
  told('a text of 20,000 parts', {
    'src/a.ts': `export const run = () => fetch('${host}' + ${times(20_000, () => `'/a'`, ' + ')}, { method: 'POST' });\n`,
    'src/b.ts': witness,
  }),
  told('a template of 5,000 holes', {
    'src/a.ts': `export const run = (x: string) => fetch(\`${host}/order/202309/\${[${times(5000, () => 'x', ', ')}].join('/')}${times(5000, () => '/${x}', '')}\`);\n${witness}`,
  }),
  told('a path that is appended to 5,000 times', {
    'src/a.ts': `export function run() {\n  let path = '/order/202309/orders';\n${times(5000, () => `  path += '/x';`)}\n  return fetch('${host}' + path);\n}\n${witness}`,
  }),
  told('a list that is pushed to 5,000 times', {
    'src/a.ts': `const rows: string[] = [];\n${times(5000, (at) => `rows.push('/internal/${at}');`)}\nrows.push('/order/202309/orders/search');\nfor (const row of rows) void fetch('${host}' + row, { method: 'POST' });\n`,
  }),
  told('a choice of 2,000', {
    'src/a.ts': `export const run = (x: number) => fetch('${host}' + (${times(2000, (at) => `x === ${at} ? '/internal/${at}' : `, '')}'/order/202309/orders/search'), { method: 'POST' });\n`,
    'src/b.ts': witness,
  }),
  found('a switch of 2,000 cases', {
    'src/a.ts': `export function run(x: number) { switch (x) {\n${times(2000, (at) => `case ${at}: return '/internal/${at}';`)}\n default: return ${searchCall}; } }\n`,
  }),
  told('a switch of 500 paths', {
    'src/a.ts': `function pathOf(x: number) { switch (x) {\n${times(500, (at) => `case ${at}: return '/internal/${at}';`)}\n default: return '/order/202309/orders/search'; } }\nexport const run = (x: number) => fetch('${host}' + pathOf(x), { method: 'POST' });\n`,
  }),
];

const nested = (count: number, open: string, middle: string, close: string): string =>
  open.repeat(count) + middle + close.repeat(count);

/** Things inside things inside things. The file may be given up, with a reason; files beside it may not. */
export const deepCases: readonly HostileCase[] = (
  [
    ['5,000 parentheses', nested(5000, '(', '1', ')')],
    ['5,000 arrays', nested(5000, '[', '1', ']')],
    ['5,000 objects', nested(5000, '({a:', '1', '})')],
    ['5,000 calls', nested(5000, 'f(', '1', ')')],
    ['5,000 functions', nested(5000, '() => (', '1', ')')],
    ['5,000 members', `x${'.y'.repeat(5000)}`],
    ['5,000 chained calls', `x${'.then(f)'.repeat(5000)}`],
    ['5,000 prefixes', `${'!'.repeat(5000)}x`],
    ['2,000 templates', nested(2000, '`${', '1', '}`')],
    ['100,000 parentheses', nested(100_000, '(', '1', ')')],
    ['50,000 chained calls', `x${'.then(f)'.repeat(50_000)}`],
  ] as const
).map(([name, code]) =>
  told(`nested: ${name}`, {
    'src/a.js': `const f = (x) => x;\nconst deep = ${code};\nfetch('${host}' + deep);\n`,
    'src/b.ts': witness,
  }),
);

/** Blocks, too. */
export const blockCases: readonly HostileCase[] = [
  told('nested: 2,000 blocks', {
    'src/a.js': `${nested(2000, 'if (x) {', searchCall, '}')}\n`,
    'src/b.ts': witness,
  }),
  told('nested: 1,000 classes', {
    'src/a.js': `const deep = ${nested(1000, 'class { static x = ', '1', '}')};\nfetch('${host}' + deep);\n`,
    'src/b.ts': witness,
  }),
  told('nested: 300 functions with a parameter each', {
    'src/a.js': `const f = ${times(300, (at) => `(p${at}) => `, '')}fetch('${host}' + p0);\nf('/order/202309/orders')${'()'.repeat(299)};\n`,
    'src/b.ts': witness,
  }),
];

/** Files that lead to each other. */
export const moduleCases: readonly HostileCase[] = [
  found('a ring of 50 files', ringOf(50)),
  found('a file that imports itself', {
    'src/a.ts': `import { api as again, path } from './a.js';
export const path = '/order/202309/orders/search';
export const api = (p: string) => fetch('${host}' + p, { method: 'POST' });
export const run = () => again(path);\n`,
  }),
  found('a constant that is itself by way of another file', {
    'src/a.ts': `import { y } from './b.js';\nexport const x: string = y;\nexport const run = () => fetch('${host}' + x);\n${witness}`,
    'src/b.ts': `import { x } from './a.js';\nexport const y: string = x;\n`,
  }),
  found('barrels that give each other on', {
    'src/a.ts': `export * from './b.js';\n${witness}`,
    'src/b.ts': `export * from './a.js';\n`,
    'src/c.ts': `import { missing } from './a.js';\nvoid missing('${host}/order/202309/orders');\n`,
  }),
  told('200 barrels in a row', barrels(200)),
  found('20 barrels in a row', barrels(20)),
  told('barrels as a full graph of 30', {
    ...(Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `src/m${at}.ts`,
        `${times(30, (to) => (to === at ? '' : `export * from './m${to}.js';`))}\n`,
      ]),
    ) as Sources),
    'src/run.ts': `import { nothing } from './m0.js';\nvoid nothing('/order/202309/orders/search');\n${witness}`,
  }),
  found('module.exports of itself', {
    'src/a.js': `module.exports = { ...require('./b'), self: require('./a') };\nmodule.exports.api = (p) => fetch('${host}' + p, { method: 'POST' });\n`,
    'src/b.js': `module.exports = require('./a');\n`,
    'src/run.js': `const { api } = require('./a');\napi('/order/202309/orders/search');\n`,
  }),
];

function ringOf(count: number): Sources {
  const files = Array.from({ length: count }, (_, at) => [
    `src/m${at}.ts`,
    `import { send as next } from './m${(at + 1) % count}.js';
export const send = (m: string, p: string): unknown => (${at} > ${count} ? next(m, p) : fetch('${host}' + p, { method: m }));
export const run${at} = () => next('POST', '/order/202309/orders/search');\n`,
  ]);
  return Object.fromEntries(files) as Sources;
}

function barrels(count: number): Sources {
  const files = Array.from({ length: count }, (_, at) => [
    `src/b${at}.ts`,
    `export * from './b${at + 1}.js';\n`,
  ]);
  return {
    ...(Object.fromEntries(files) as Sources),
    [`src/b${count}.ts`]: `export const send = (m: string, p: string) => fetch('${host}' + p, { method: m });\n`,
    'src/run.ts': `import { send } from './b0.js';\nexport const run = () => send('POST', '/order/202309/orders/search');\n`,
  };
}

const protoNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'isPrototypeOf',
  '__defineGetter__',
  'prototype',
];

/** Names that every object already has, wherever a name may stand. */
export const nameCases: readonly HostileCase[] = protoNames.flatMap((name): HostileCase[] => [
  told(`key ${name}`, {
    'src/a.js': `const paths = { ['${name}']: '/order/202309/orders/search', a: '/b' };
export const run = () => fetch('${host}' + paths['${name}'], { method: 'POST' });\n`,
    'src/b.ts': witness,
  }),
  told(`method ${name} of a text, a list, an object, a function, a client, an unknown`, {
    'src/a.js': `import axios from 'axios';
const o = { a: '/x' };
const send = (p) => fetch('${host}' + p, { method: 'POST' });
const made = axios.create({ baseURL: '${host}' });
class Api { go(p) { return this.${name}(p); } }
export function run(key, any) {
  send('/order'.${name}(key));
  send(['/order'].${name}(key));
  send(o.${name}(key));
  send(send.${name}(key));
  send(any.${name}(key));
  send(new Api().${name}(key));
  send(Api.${name}(key));
  send(new URL('/a', '${host}').${name}(key));
  send(process.${name}(key));
  send(${name}(key));
  axios.${name}('${host}/order');
  made.${name}('/order');
  made['${name}']({ url: '/order' });
  new Map([['${name}', '/order']]).get('${name}');
  return send(Object.${name}(o)) + send(JSON.${name}(o)) + send(Math['${name}']);
}\n`,
    'src/b.ts': witness,
  }),
  told(`member ${name}, read only`, {
    'src/a.js': `import axios, { ${name} as imported } from 'axios';
import * as space from './c.js';
const { ${name}: taken, ...rest } = space;
class Api { static ${name}() {} get ${name}() { return this.${name}; } }
export const run = () => [axios.${name}, space.${name}, taken, rest.${name}, imported, Api.${name}, new Api().${name}, ''.${name}, [].${name}].map((p) => fetch('${host}' + p));\n`,
    'src/b.ts': witness,
    'src/c.js': `export const other = 1;\n`,
  }),
  told(`a package called ${name}`, {
    'src/a.js': `import run, { ${name} as named } from '${name}';
import * as space from '${name}/${name}';
run('${host}/order'); named('${host}/order'); space.${name}('${host}/order'); new run('${host}/order').${name}(run);\n`,
    'src/b.ts': witness,
  }),
  found(`export, class member and parameter ${name}`, {
    'src/lib.js': `class Api { async ['${name}X'](p) { return fetch('${host}' + p, { method: 'POST' }); } }\nexport const ${name}1 = new Api();\n`,
    'src/run.js': `import { ${name}1 } from './lib.js';\nexport const run = () => ${name}1['${name}X']('/order/202309/orders/search');\n`,
  }),
]);

/** Every other trick. */
export const oddCases: readonly HostileCase[] = [
  told('enum with names of Object.prototype', {
    'src/a.ts': `enum Path { constructor = '/order/202309/orders/search', toString = '/x', hasOwnProperty = '/y' }
export const run = () => fetch('${host}' + Path.constructor, { method: 'POST' });\nexport const other = (k: string) => fetch('${host}' + Path[k as 'toString']);\n`,
    'src/b.ts': witness,
  }),
  found('__proto__ in a literal', {
    'src/a.js': `const base = { path: '/order/202309/orders/search' };\nconst options = { __proto__: base, method: 'POST' };\nfetch('${host}' + options.path, options);\n${witness}`,
  }),
  found('getters that call themselves', {
    'src/a.ts': `class A { get url(): string { return this.url; } }
const o = { get url(): string { return o.url; } };
export const run = () => [fetch('${host}' + new A().url), fetch('${host}' + o.url)];\n${witness}`,
  }),
  found('getters that call each other', {
    'src/a.ts': `class A { get x(): string { return this.y + '/a'; } get y(): string { return this.x + '/b'; } }\nexport const run = () => fetch('${host}' + new A().x);\n${witness}`,
  }),
  found('an object that spreads itself', {
    'src/a.js': `let options = { method: 'POST' };\noptions = { ...options };\nvar again = { ...again, path: '/x' };\nfetch('${host}/order/202309/orders/search', options);\nfetch('${host}' + again.nothing, again);\n`,
  }),
  found('a list that spreads itself', {
    'src/a.js': `let list = ['/a'];\nlist = [...list, ...list];\nfor (const p of list) fetch('${host}' + p);\n${witness}`,
  }),
  found('an object that holds itself', {
    'src/a.js': `const o = { path: '/order/202309/orders/search' };\no.self = o;\nfetch('${host}' + o.self.self.self.self.path, { method: 'POST' });\n${witness}`,
  }),
  found('a class that extends itself', {
    'src/a.js': `class A extends A { run(p) { return super.run(p) + this.missing('${host}'); } }\nnew A().run('/order');\n${witness}`,
  }),
  found('classes that extend each other', {
    'src/a.js': `class A extends B { go(p) { return this.send(p); } }\nclass B extends A {}\nnew A().go('/order/202309/orders');\nnew B().nothing;\n${witness}`,
  }),
  found('classes that extend each other across files', {
    'src/a.js': `import { B } from './b.js';\nexport class A extends B { go(p) { return this.send(p); } }\nnew A().go('/order/202309/orders');\n${witness}`,
    'src/b.js': `import { A } from './a.js';\nexport class B extends A { missing() { return this.nowhere('${host}'); } }\n`,
  }),
  found('a class made in its own constructor', {
    'src/a.js': `class A { constructor(p) { this.inner = new A(p); } run() { return this.inner.inner.inner.run('${host}'); } }\nnew A('/order').run();\n${witness}`,
  }),
  found('mixins of mixins', {
    'src/a.js': `const mix = (Base) => class extends Base { send(p) { return fetch('${host}' + p, { method: 'POST' }); } };
class Api extends ${nested(30, 'mix(', 'Object', ')')} {}\nnew Api().send('/order/202309/orders/search');\n${witness}`,
  }),
  found('variables that are each other', {
    'src/a.js': `var a = b, b = c, c = a;\nfetch('${host}' + a);\n${witness}`,
  }),
  found('defaults that are each other', {
    'src/a.js': `function f(a = b, b = a) { return fetch('${host}' + a); }\nf();\n${witness}`,
  }),
  told('a pattern that runs away', {
    'src/a.js': `const p = '/order/202309/orders/${'a'.repeat(200)}!';
fetch('${host}' + p.replace(/(a+)+$/, 'x'));
fetch('${host}' + p.replace(/a*a*a*a*a*a*a*a*b/, 'x'));
fetch('${host}' + p.replace(/(a|a)*$/, 'x'));
fetch('${host}' + p.replace(/(?:a?){50}a{50}$/, 'x'));
fetch('${host}' + p.replace(/([a-z]+)*=/g, (all) => all));
fetch('${host}' + p.replace(/\\w*\\w*\\w*\\w*=/g, 'x'));
fetch('${host}' + p.replace(new RegExp('(a+)+$'), 'x'));
fetch('${host}' + p.replaceAll('', 'x'));
fetch('${host}' + p.split(/(a+)+$/).join('/'));\n`,
    'src/b.ts': witness,
  }),
  told('a pattern of three repetitions on a long text', {
    'src/a.js': `const p = '/${'a'.repeat(390)}';\nfetch('${host}' + p.replace(/a*a*a*b/, 'x'));\nfetch('${host}' + p.replace(/.*.*.*x/, 'y'));\nfetch('${host}' + p.replaceAll(/a*a*a*$b/g, 'x'));\n`,
    'src/b.ts': witness,
  }),
  found('broken patterns', {
    'src/a.js': `fetch('${host}/order'.replace(/[/, 'x'));\n`,
    'src/b.ts': witness,
  }),
  found('code that must not run', {
    'src/a.js': `process.exit(3);\nthrow new Error('ran');\neval("process.exit(4)");\nnew Function('process.exit(5)')();\nglobalThis.leastscopeRan = true;
const o = { get x() { process.exit(6); }, toString() { throw new Error('ran'); }, [Symbol.toPrimitive]() { throw new Error('ran'); } };
fetch('${host}' + o + o.x + \`\${o}\`);\n`,
    'src/b.cjs': `with (Math) { max(1); }\n`,
    'src/c.ts': witness,
  }),
  found('symbols for names', {
    'src/a.js': `const key = Symbol('k');\nconst api = { [key](p) { return fetch('${host}' + p, { method: 'POST' }); }, [Symbol.iterator]: 1 };\napi[key]('/order/202309/orders/search');\n${witness}`,
  }),
  found('a byte order mark', { 'src/a.ts': `\uFEFF${witness}` }),
  found('Windows line ends', { 'src/a.ts': `// head\r\n${witness.replaceAll('\n', '\r\n')}\r\n` }),
  found('old Mac line ends', { 'src/a.ts': `// head\r${witness.replaceAll('\n', '\r')}` }),
  told('null bytes', { 'src/a.ts': `\0\0\0${witness}`, 'src/b.ts': witness }),
  found('null bytes in texts', { 'src/a.ts': `const x = 'a\0b';\nfetch('${host}' + x);\n${witness}` }),
  found('half of a pair', {
    'src/a.ts': `const x = '\uD800';\nfetch('${host}/' + x + '\\uDC00');\n${witness}`,
  }),
  found('line separators', { 'src/a.ts': `const x = 'a\u2028b';\u2029${witness}` }),
  found('a generator that yields itself', {
    'src/a.js': `function* g() { yield* g(); yield '/a'; }\nfor (const p of g()) fetch('${host}' + p);\nfor (const p of [...g()]) fetch('${host}' + p);\n${witness}`,
  }),
  found('labels, holes and commas', {
    'src/a.js': `outer: for (;;) { for (const p of [, , '/order/202309/orders/search', ,]) { fetch((0, '${host}') + p, { method: 'POST' }); continue outer; } }\n${witness}`,
  }),
  found('patterns in patterns', {
    'src/a.js': `const { a: { b: [, { c = '/order/202309/orders/search' } = {}] = [] } = {}, ...rest } = {};\nfetch('${host}' + c, { method: 'POST' });\nconst [x = x, ...[y, ...z]] = [];\nfetch('${host}' + x + y + z + rest);\n${witness}`,
  }),
  told('broken code', {
    'src/a.ts': `fetch('${host}/order/202309/orders' {{{{ ((( \`\${\n`,
    'src/b.ts': witness,
  }),
  told('broken in all kinds of files', {
    'src/a.vue': `<script setup lang="ts">fetch('${host}/order'</script><script>`,
    'src/b.svelte': `<script><script><script>${'<script '.repeat(2000)}`,
    'src/c.astro': `---\nfetch('${host}/order/202309'\n`,
    'src/d.tsx': `export const a = <div>{fetch('${host}/order')}</span>;`,
    'src/e.ts': witness,
  }),
  found('configuration that is not', {
    'tsconfig.json':
      '{ "extends": "./tsconfig.json", "compilerOptions": { "paths": { "*": 5, "@/*": [null] }, "baseUrl": [] } }',
    'package.json':
      '{ "workspaces": 7, "imports": { "#a": { "default": { "default": { "default": {} } } } }, "exports": null }',
    'src/a.ts': `import x from '@/x';\nimport y from '#a';\nimport z from 'self/${'../'.repeat(100)}z';\nvoid x(y(z('/order/202309/orders')));\n${witness}`,
  }),
  found('directives in bulk', {
    'src/a.ts': `${times(2000, () => '// leastscope-ignore-next-line unknown-endpoint -- because')}\n/* ${'leastscope-purpose '.repeat(2000)} */\n${witness}`,
  }),
];

const orderCall = `(await (await fetch('${host}/order/202309/orders')).json()).data`;
const orderUses = [detail, search];

/** A record, and what is done with it. */
const withOrder = (code: string, before = ''): Sources => ({
  'src/a.js': `${before}\nexport async function run(bag) {\n  const data = await load();\n  const order = data.orders[0];\n${code}\n}\nasync function load() { return ${orderCall}; }\n${witness}`,
});

const flowing = (name: string, code: string, before = ''): HostileCase =>
  found(name, withOrder(code, before), orderUses);

/** Responses that are handed on, kept and taken apart without end. */
export const flowCases: readonly HostileCase[] = [
  flowing(
    'a record handed on by 2,000 functions',
    '  h0(order);',
    `${times(2000, (at) => `function h${at}(order) { return h${at + 1}(order); }`)}\nfunction h2000(order) { return order.cpf; }`,
  ),
  flowing(
    'a record wrapped by 200 functions',
    '  h0(order);',
    `${times(200, (at) => `function h${at}(order) { return h${at + 1}({ order }); }`)}\nfunction h200(order) { return order.cpf; }`,
  ),
  flowing(
    '20,000 reads of one record',
    times(20_000, (at) => `  bag.f${at % 7} = order.f${at};`),
  ),
  flowing(
    '2,000 records in one list',
    `  const all = [${times(2000, () => 'order', ', ')}];\n  all.map((one) => one.cpf);`,
  ),
  flowing(
    '500 lists in each other',
    `  const deep = ${nested(500, '[', 'order', ']')};\n  bag.take(deep${'[0]'.repeat(500)});`,
  ),
  flowing(
    'a record that is itself',
    '  order.self = order;\n  order.self.self.self.other = data;\n  data.orders.push(order.self);\n  bag.take(order.self.self);',
  ),
  flowing(
    'objects that hold each other',
    '  const a = {}, b = { a };\n  a.b = b;\n  b.order = order;\n  a.b.a.b.c = a;\n  bag.take(a.b.a.b.order);',
  ),
  flowing(
    'variables that take turns',
    `  let v0 = order;\n${times(40, (at) => `  let v${at + 1} = v${at} ?? v${(at * 7) % (at + 1)};`)}\n  v0 = v40;\n  bag.take(v40);`,
  ),
  flowing(
    'a variable spread into itself, again and again',
    `  let one = order;\n${times(12, (at) => `  if (bag[${at}]) one = { ...one, f${at}: order };`)}\n  bag.take(one);`,
  ),
  flowing(
    'callbacks that call themselves',
    '  again((one) => again((other) => other(one)))(order);',
    'function again(run) { return (one) => run((other) => again(run)(other ?? one)); }',
  ),
  flowing(
    'a callback handed through 100 functions',
    '  h0((one) => one.cpf, order);',
    `${times(100, (at) => `function h${at}(take, one) { return h${at + 1}((other) => take(other), one); }`)}\nfunction h100(take, one) { return take(one); }`,
  ),
  flowing(
    '25 levels, each reads twice',
    '  h0(order);',
    `${times(25, (at) => `const h${at} = (one) => ({ a: h${at + 1}(one), b: h${at + 1}({ one }) });`)}\nconst h25 = (one) => one.cpf;`,
  ),
  flowing(
    'a class that holds instances of itself',
    '  const box = new Box(order);\n  bag.take(box.inner.inner.inner.order);',
    'class Box { constructor(order) { this.order = order; this.inner = new Box(order); this.all = [this, this.inner]; } get first() { return this.first ?? this.all[0].first; } }',
  ),
  flowing(
    'getters that lead to each other',
    '  bag.take({ get a() { return this.b ?? order; }, get b() { return this.a; } });',
  ),
  flowing(
    'generators that yield each other',
    '  for (const one of g(data)) bag.take(one.cpf);',
    'function* g(data) { yield* h(data); yield data.orders[0]; }\nfunction* h(data) { yield* g(data); }',
  ),
  flowing(
    '100 steps of a promise',
    `  await Promise.resolve(order)${'.then((one) => one)'.repeat(100)}.then((one) => one.cpf);`,
  ),
  flowing(
    'names that every object has',
    protoNames
      .map(
        (name) => `  bag.x = order.${name}; bag.y = order['${name}'].${name}(order); order.${name} = order;`,
      )
      .join('\n'),
  ),
  found(
    'two hundred endpoints in one loop',
    {
      'src/a.js': `const rows = [${times(200, (at) => `'/product/202309/products/${at}'`, ', ')}, '/order/202309/orders'];
export async function run() { for (const row of rows) { const { data } = await (await fetch('${host}' + row)).json(); console.log(data.orders?.[0].cpf); } }\n${witness}`,
    },
    orderUses,
  ),
];

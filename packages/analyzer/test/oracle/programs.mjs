// Programs whose calls are known because of how they are made: each hides a path, and a method, in some of the ways that the
// language has to hand on a value. Plain JavaScript, because scripts/fuzz.mjs runs the same programs to see that this is so.

export const host = 'https://open-api.tiktokglobalshop.com';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed) {
  let state = (Math.imul(seed + 1, 2654435761) >>> 0) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const plain = (write) => (value, name) => ({ before: '', value: write(value, name) });
const stated = (before, after) => (value, name) => ({
  before: before(value, name),
  value: after(name, value),
});

/**
 * Ways to hand on a text: from an expression and a name that nothing else has, statements before it and an expression of the
 * same value.
 */
export const ways = {
  'a constant': stated(
    (v, n) => `const ${n} = ${v};`,
    (n) => n,
  ),
  'an object': stated(
    (v, n) => `const ${n} = { path: ${v}, other: '/x' };`,
    (n) => `${n}.path`,
  ),
  'an object by key': stated(
    (v, n) => `const ${n} = { path: ${v} };`,
    (n) => `${n}['path']`,
  ),
  'a computed key': plain((v) => `({ ['a' + 'b']: ${v} }).ab`),
  'a getter': plain((v) => `({ get path() { return ${v}; } }).path`),
  'a spread object': plain((v) => `({ ...{ path: ${v} } }).path`),
  'a list': stated(
    (v, n) => `const ${n} = ['/x', ${v}];`,
    (n) => `${n}[1]`,
  ),
  'a slice': stated(
    (v, n) => `const ${n} = ['/x', ${v}];`,
    (n) => `${n}.slice(1)[0]`,
  ),
  'a sifted list': stated(
    (v, n) => `const ${n} = ['/x', ${v}];`,
    (n) => `${n}.filter((_, at) => at === 1)[0]`,
  ),
  'a sorted list': plain((v) => `['~', ${v}].sort()[0]`),
  'a list turned round': stated(
    (v, n) => `const ${n} = [${v}, '/x'];\n${n}.reverse();`,
    (n) => `${n}[1]`,
  ),
  'a list that is set': stated(
    (v, n) => `const ${n} = [];\n${n}[0] = ${v};`,
    (n) => `${n}[0]`,
  ),
  'a list that is filled': stated(
    (v, n) => `const ${n} = [];\n${n}.push(${v});`,
    (n) => `${n}[0]`,
  ),
  'a list that is spliced': stated(
    (v, n) => `const ${n} = [];\n${n}.splice(0, 0, ${v});`,
    (n) => `${n}[0]`,
  ),
  'a list walked by index': stated(
    (v, n) =>
      `const ${n} = ['/x', ${v}];\nlet ${n}Last;\nfor (let at = 0; at < 2; at++) ${n}Last = ${n}[at];`,
    (n) => `${n}Last`,
  ),
  'a spread list': plain((v) => `[...[${v}]][0]`),
  'a map': stated(
    (v, n) => `const ${n} = new Map([['k', ${v}]]);`,
    (n) => `${n}.get('k')`,
  ),
  'a map that is filled': stated(
    (v, n) => `const ${n} = new Map();\n${n}.set('k', ${v});`,
    (n) => `[...${n}.values()][0]`,
  ),
  'a set': plain((v) => `[...new Set([${v}])][0]`),
  'a function': stated(
    (v, n) => `function ${n}() { return ${v}; }`,
    (n) => `${n}()`,
  ),
  'an argument': stated(
    (_, n) => `const ${n} = (x) => x;`,
    (n, v) => `${n}(${v})`,
  ),
  'an argument by call': stated(
    (_, n) => `const ${n} = (x) => x;`,
    (n, v) => `${n}.call(null, ${v})`,
  ),
  'an argument by apply': stated(
    (_, n) => `const ${n} = (x) => x;`,
    (n, v) => `${n}.apply(null, [${v}])`,
  ),
  'a bound argument': stated(
    (_, n) => `const ${n} = (x) => x;`,
    (n, v) => `${n}.bind(null, ${v})()`,
  ),
  arguments: stated(
    (_, n) => `function ${n}() { return arguments[0]; }`,
    (n, v) => `${n}(${v})`,
  ),
  'a rest': stated(
    (_, n) => `const ${n} = (...xs) => xs[0];`,
    (n, v) => `${n}(${v})`,
  ),
  'a default': stated(
    (_, n) => `const ${n} = (x, y = x) => y;`,
    (n, v) => `${n}(${v})`,
  ),
  'a pattern': stated(
    (_, n) => `const ${n} = ({ x }) => x;`,
    (n, v) => `${n}({ x: ${v} })`,
  ),
  'a closure': stated(
    (_, n) => `const ${n} = (x) => () => () => x;`,
    (n, v) => `${n}(${v})()()`,
  ),
  'a recursion': stated(
    (_, n) => `function ${n}(x, left) { return left === 0 ? x : ${n}(x, left - 1); }`,
    (n, v) => `${n}(${v}, 1)`,
  ),
  'a generator': stated(
    (v, n) => `function* ${n}() { yield ${v}; }`,
    (n) => `[...${n}()][0]`,
  ),
  'a tag': stated(
    (_, n) => `const ${n} = (texts, ...holes) => holes[0];`,
    (n, v) => `${n}\`a\${${v}}\``,
  ),
  'a class': stated(
    (v, n) => `class ${n} { path = ${v}; }`,
    (n) => `new ${n}().path`,
  ),
  'a constructor': stated(
    (_, n) => `class ${n} { constructor(x) { this.x = x; } at() { return this.x; } }`,
    (n, v) => `new ${n}(${v}).at()`,
  ),
  'a static': stated(
    (v, n) => `class ${n} { static path = ${v}; }`,
    (n) => `${n}.path`,
  ),
  'a private field': stated(
    (v, n) => `class ${n} { #path = ${v}; at() { return this.#path; } }`,
    (n) => `new ${n}().at()`,
  ),
  'a base class': stated(
    (v, n) =>
      `class ${n}Base { path() { return ${v}; } }\nclass ${n} extends ${n}Base { path() { return super.path(); } }`,
    (n) => `new ${n}().path()`,
  ),
  'a subclass': stated(
    (v, n) =>
      `class ${n}Base { path() { return '/x'; } at() { return this.path(); } }\nclass ${n} extends ${n}Base { path() { return ${v}; } }`,
    (n) => `new ${n}().at()`,
  ),
  'a prototype': stated(
    (_, n) => `function ${n}(x) { this.x = x; }\n${n}.prototype.at = function () { return this.x; };`,
    (n, v) => `new ${n}(${v}).at()`,
  ),
  'a choice': plain((v) => `(1 < 2 ? ${v} : '/x')`),
  'what is false': plain((v) => `(0 || ${v})`),
  nothing: plain((v) => `(null ?? ${v})`),
  'a template': plain((v) => `\`\${${v}}\``),
  'a trimmed text': plain((v) => `${v}.trim()`),
  'a joined text': plain((v) => `${v}.split('/').join('/')`),
  'a replaced text': plain((v) => `${v}.replace('@@', 'x')`),
  json: plain((v) => `JSON.parse(JSON.stringify({ path: ${v} })).path`),
  'an assignment': stated(
    (v, n) => `let ${n};\n${n} = ${v};`,
    (n) => n,
  ),
  'a branch': stated(
    (v, n) => `let ${n} = '/x';\nif (${n} !== '') ${n} = ${v};`,
    (n) => n,
  ),
  'a switch that falls through': stated(
    (v, n) => `let ${n};\nswitch (1) { case 1: ${n} = '/x'; case 2: ${n} = ${v}; }`,
    (n) => n,
  ),
  'a pattern that is assigned': stated(
    (v, n) => `let ${n};\n[${n}] = [${v}];`,
    (n) => n,
  ),
  'a loop that assigns': stated(
    (v, n) => `let ${n};\nfor (${n} of [${v}]);`,
    (n) => n,
  ),
  'a callback that assigns': stated(
    (v, n) => `let ${n};\n[${v}].forEach((x) => { ${n} = x; });`,
    (n) => n,
  ),
  'a property that is set': stated(
    (v, n) => `const ${n} = {};\n${n}.path = ${v};`,
    (n) => `${n}.path`,
  ),
  'a property set by key': stated(
    (v, n) => `const ${n} = {};\nfor (const key of ['path']) ${n}[key] = ${v};`,
    (n) => `${n}.path`,
  ),
  'a property that is laid over': stated(
    (v, n) => `const ${n} = {};\nObject.assign(${n}, { path: ${v} });`,
    (n) => `${n}.path`,
  ),
  'a property that a function sets': stated(
    (v, n) => `const ${n} = {};\nfunction ${n}Set(on) { on.path = ${v}; }\n${n}Set(${n});`,
    (n) => `${n}.path`,
  ),
};

/** How a call is sent, from expressions of a method and a path. */
export const sendings = {
  fetch: (method, path) => `fetch('${host}' + ${path}, { method: ${method} });`,
  'fetch with a template': (method, path) => `fetch(\`${host}\${${path}}\`, { ...{ method: ${method} } });`,
  'fetch of a URL': (method, path) =>
    `fetch(new URL(${path}, '${host}'), Object.assign({}, { method: ${method} }));`,
  'fetch of a request': (method, path) => `fetch(new Request('${host}' + ${path}, { method: ${method} }));`,
  'a row': (method, path) => `[[${path}, ${method}]].map(([p, m]) => fetch('${host}' + p, { method: m }));`,
  'a helper': (method, path) => `send(${method}, ${path});`,
};

const helper = `const base = '${host}';
exports.send = function send(method, path) {
  const init = { headers: {} };
  init.method = method;
  return fetch(\`\${base}\${path}\`, init);
};
`;

/** A program of one call, its path and its method hidden in the ways named; every second path in a file of its own. */
export function programOf(
  { method, path },
  { pathWays, methodWays = [], sending = 'fetch', isApart = false },
) {
  let count = 0;
  const hide = (text, names) => {
    const lines = [];
    const value = names.reduce((inner, name) => {
      const made = ways[name](inner, `v${String((count += 1))}`);
      if (made.before !== '') lines.push(made.before);
      return made.value;
    }, JSON.stringify(text));
    return { lines, value };
  };
  const hidden = hide(path, pathWays);
  const verb = hide(method, methodWays);
  const apart = isApart
    ? { 'src/path.js': `${hidden.lines.join('\n')}\nexports.path = ${hidden.value};\n` }
    : {};
  const main = [
    `const { send } = require('./send.js');`,
    isApart ? `const { path } = require('./path.js');` : hidden.lines.join('\n'),
    verb.lines.join('\n'),
    sendings[sending](verb.value, isApart ? 'path' : hidden.value),
  ];
  return { ...apart, 'src/main.js': `${main.join('\n')}\n`, 'src/send.js': helper };
}

/** A program by its seed, of one of the endpoints. */
export function randomProgram(seed, endpoints) {
  const random = randomOf(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const some = (most) =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(Object.keys(ways)));
  const endpoint = pick(endpoints);
  const how = {
    pathWays: some(4),
    methodWays: some(2),
    sending: pick(Object.keys(sendings)),
    isApart: random() < 0.5,
  };
  return { endpoint, how, sources: programOf(endpoint, how) };
}

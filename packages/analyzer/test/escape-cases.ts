import type { Sources } from './generate/run.js';

/** A way out of what can be followed, or a read that is hard to follow. After it nothing of the record is unread. */
export interface EscapeCase {
  readonly name: string;
  readonly sources: Sources;
  /** The same program without it: all that is left is a read of the status. */
  readonly without: Sources;
}

interface Story {
  /** Stands in the loop over the orders. */
  readonly body: string;
  /** Stands above the function. */
  readonly head?: string;
  /** Other files of the program. */
  readonly files?: Sources;
  /** `tsx` for markup. */
  readonly language?: string;
}

/** Reads the status of each order, and does with it, or with its list, whatever the body says. */
function program({ head = '', body, files = {}, language = 'ts' }: Story): Sources {
  return {
    ...files,
    [`src/statuses.${language}`]: `${head}
export async function statuses(ids: string, bag: any, list: any[], key: string) {
  const response = await fetch('https://open-api.tiktokglobalshop.com/order/202507/orders?ids=' + ids);
  const { data } = await response.json();
  for (const order of data.orders) {
    console.log(order.status);
    ${body}
  }
}
`,
  };
}

const of = (theme: string, stories: Readonly<Record<string, string | Story>>): readonly EscapeCase[] =>
  Object.entries(stories).map(([name, given]) => {
    const story = typeof given === 'string' ? { body: given } : given;
    return { name: `${theme} ${name}`, sources: program(story), without: program({ ...story, body: '' }) };
  });

const calls = of('handed over', {
  'to a function that nobody declares': 'render(order);',
  'to a method of a parameter': 'bag.take(order);',
  'to an optional method': 'bag?.take?.(order);',
  'to a function chosen on the spot': '(key ? render : bag.take)(order);',
  'to a function of a package': {
    head: "import _ from 'lodash';",
    body: "_.get(order, 'recipient_address.name');",
  },
  'to a package by its name': { head: "import { draw } from 'some-package';", body: 'draw(order);' },
  'to a required module': "require('some-package')(order);",
  'to a module that is imported late': "(await import('some-package')).take(order);",
  'to a file that is not there': { head: "import { take } from './missing.js';", body: 'take(order);' },
  'by call': 'render.call(null, order);',
  'by apply': 'render.apply(null, [order]);',
  'by bind': 'render.bind(null, order)();',
  'by Reflect.apply': 'Reflect.apply(render, null, [order]);',
  'to a class of a package': { head: "import { Model } from 'some-package';", body: 'new Model(order);' },
  'to a proxy': 'new Proxy(order, bag);',
  'to a weak reference': 'list.push(new WeakRef(order));',
  'as a list of one': 'render([order]);',
  'in an object': 'render({ one: { two: order } });',
  'as the whole list': 'render(data.orders);',
  'as the whole answer': 'render(data);',
  'behind a comma and a cast': 'render((0, order as unknown as string));',
  'by a choice': 'render(key ? order : null);',
  'by a fallback': 'render(order ?? {});',
  'only sometimes': 'key && render(order);',
  'spread into arguments': 'render(...data.orders);',
  'spread into an object': 'render({ ...order });',
  'all values of it': 'render(...Object.values(order));',
  'the rest of it': 'const { status, ...rest } = order; render(rest);',
  'to an event emitter': "bag.emit('order', order);",
  'to a worker': {
    head: "import { Worker } from 'node:worker_threads';",
    body: "new Worker('x', { workerData: order });",
  },
  'by postMessage': 'self.postMessage(order);',
  'as a clone by postMessage': 'self.postMessage(structuredClone(order));',
  'to an Intl or other built-in': 'Reflect.ownKeys(order);',
  'assigned to others by Object.assign': 'Object.assign(bag, order);',
  'as a property description': "Object.defineProperty(bag, 'order', { value: order });",
  'to a frozen copy': 'bag.take(Object.freeze({ ...order }));',
  'to a function in a table of functions': {
    head: 'const table: any = { a: (one: any) => one.id, b: render };',
    body: 'table[key](order);',
  },
  'to a function that was replaced': {
    head: 'let hook = (one: any): void => undefined;\nexport const onOrder = (other: any) => { hook = other; };',
    body: 'hook(order);',
  },
  'to a callback with a default': {
    head: 'export function each(one: any, take = (other: any): void => undefined) { take(one); }',
    body: 'each(order, bag.take);',
  },
  'to a method of an own class that comes from its base': {
    head: "import { Base } from 'some-package';\nclass Store extends Base { find() { return 1; } }\nconst store = new Store();",
    body: 'store.save(order);',
  },
  'to an interface': {
    head: 'interface Store { save(order: unknown): void }\nlet store: Store;',
    body: 'store!.save(order);',
  },
  'to the constructor of a base': {
    head: "import { Base } from 'some-package';\nclass Row extends Base { constructor(one: any) { super(one); } }",
    body: 'new Row(order);',
  },
  'to an own class that inherits its constructor': {
    head: "import { Base } from 'some-package';\nclass Row extends Base {}",
    body: 'new Row(order);',
  },
  'by arguments': { head: 'function keep(..._: any) { render(arguments[0]); }', body: 'keep(order);' },
  'by arguments of a plain function': {
    head: 'function keep() { return render(arguments); }',
    body: 'keep(order);',
  },
  'by rest arguments': { head: 'function keep(...all: any) { render(all); }', body: 'keep(order);' },
  'by rest arguments, spread': {
    head: 'function keep(...all: any) { render(...all); }',
    body: 'keep(1, order);',
  },
  'by a default': 'const keep = (one = order) => render(one); keep();',
  'through a helper of another file': {
    head: "import { keep } from './keep.js';",
    body: 'keep(order);',
    files: { 'src/keep.ts': 'export const keep = (one: any) => render(one);\n' },
  },
  'through a helper of a helper': {
    head: "import { keep } from './keep.js';",
    body: 'keep({ order });',
    files: {
      'src/keep.ts':
        "import { away } from './away.js';\nexport const keep = ({ order }: any) => away([order]);\n",
      'src/away.ts': 'export const away = ([one]: any) => render(one);\n',
    },
  },
  'through a tagged template': 'render`a ${order} b`;',
  'to a database in a tagged template': 'await bag.sql`insert into orders ${bag.sql(order)}`;',
  'to eval': "eval('render(order)');",
});

const callbacks = of('a callback', {
  'that nobody declares takes each': 'data.orders.forEach(render);',
  'of a parameter takes each': 'data.orders.map(bag.take);',
  'of a parameter sorts': 'data.orders.sort(bag.compare);',
  'of a parameter folds': 'data.orders.reduce(bag.merge, {});',
  'of a parameter takes each, by Array.from': 'Array.from(data.orders, bag.take);',
  'of a parameter takes each of a set': 'new Set(data.orders).forEach(bag.take);',
  'of a parameter takes a promise': 'Promise.resolve(order).then(bag.take);',
  'of a parameter takes the answer': 'response.clone().json().then(bag.take);',
  'of a parameter takes all promises': 'Promise.all([order]).then((all) => bag.take(all));',
  'captures it': 'bag.queue(() => order);',
  'captures it and hands it on': 'setTimeout(() => render(order), 10);',
  'gives it back in a block': 'await bag.transaction(async () => { await 1; return order; });',
  'gives it back in a list': 'bag.setOrders((before: any) => [...before, order]);',
  'is kept as a property': 'bag.onOrder = () => order;',
  'resolves a promise': 'await new Promise((resolve) => resolve(order)).then(bag.take);',
  'resolves a promise that is handed on': 'render(new Promise((resolve) => resolve(order)));',
  'is the resolve of a promise':
    'bag.take(await new Promise((resolve) => response.clone().json().then(resolve)));',
  'is the resolve of a promise, nobody waits':
    'void new Promise((resolve) => response.clone().json().then(resolve));',
  rejects: 'await new Promise((_, reject) => reject(order));',
  'is async and given to a library': 'bag.retry(async () => (await response.json()).data);',
  groups: 'render(Object.groupBy(data.orders, (one: any) => one.id));',
  revives: 'JSON.parse(await response.text(), (_, value) => bag.take(value));',
  replaces: 'render(JSON.stringify(order, bag.only));',
});

const properties = of('its properties', {
  'by a key of the caller': 'if (order[key]) return;',
  'by a key of the caller, optional': 'if (order?.[key]) return;',
  'by a key taken in a pattern': 'const { [key]: value } = order; console.log(value);',
  'by a key in the pattern of a parameter': {
    head: 'const pick = ({ [prompt() as string]: value }: any) => value;',
    body: 'console.log(pick(order));',
  },
  'by a key that is put together': "console.log(order['recipient_' + key]);",
  'by for…in': 'for (const name in order) console.log(order[name]);',
  'by Object.keys': 'for (const name of Object.keys(order)) console.log(order[name]);',
  'by Object.keys and forEach': 'Object.keys(order).forEach((name) => console.log(order[name]));',
  'by Object.entries': 'for (const [name, value] of Object.entries(order)) console.log(name, value);',
  'by Object.entries and map': 'Object.entries(order).map(([name, value]) => `${name}=${value}`);',
  'by Object.values': 'Object.values(order).forEach((value) => console.log(value));',
  'by Object.fromEntries': 'const copy = Object.fromEntries(Object.entries(order)); console.log(copy[key]);',
  'by Reflect.get': 'Reflect.get(order, key);',
  'of the address by a key': 'console.log(order.recipient_address[key]);',
  'by a list of names of the caller': 'list.map((name) => order[name]);',
  'into a Map': 'console.log(new Map(Object.entries(order)).get(key));',
});

const kept = of('kept', {
  'on globalThis': 'globalThis.last = order;',
  'on window': 'window.last = order;',
  'as a property of a parameter': 'bag.last = order;',
  'as a deep property of a parameter': 'bag.a.b.last = order;',
  'by a key in a parameter': 'bag[key] = order;',
  'at a place of a list of a parameter': 'list[0] = order;',
  'in a list of a parameter': 'list.push(order);',
  'in a list in a parameter': 'bag.list.push(order);',
  'in front of a list of a parameter': 'list.unshift(order);',
  'in a map of a parameter': 'bag.set(order.id, order);',
  'where nothing was': 'bag.last ??= order;',
  'where nothing true was': 'bag.last ||= order;',
  'by a pattern into a property': '({ order: bag.last } = { order });',
  'by a pattern into a property of a list': '[bag.last] = [order];',
  'by a loop into a property': 'for (bag.last of data.orders) continue;',
  'in a new list of a parameter': 'bag.list = [...bag.list, order];',
  'in a list of another file': {
    head: "import { cache } from './cache.js';",
    body: 'cache.push(order);',
    files: { 'src/cache.ts': 'export const cache: any[] = [];\nexport const show = () => render(cache);\n' },
  },
  'in a Map of another file': {
    head: "import { cache } from './cache.js';",
    body: 'cache.set(order.id, order);',
    files: {
      'src/cache.ts':
        'export const cache = new Map();\nexport const show = () => render([...cache.values()]);\n',
    },
  },
  'in a Map of the file that is handed out': {
    head: 'const cache = new Map();\nexport const show = () => render([...cache.values()]);',
    body: 'cache.set(order.id, order);',
  },
  'in a Map of the file that is exported': {
    head: 'export const cache = new Map();',
    body: 'cache.set(order.id, order);',
  },
  'in an exported list': { head: 'export const cache: any[] = [];', body: 'cache.push(order);' },
  'in an exported variable': { head: 'export let last: any;', body: 'last = order;' },
  'in a variable exported at the end': { head: 'let last: any;\nexport { last };', body: 'last = order;' },
  'in an exported object': { head: 'export const state: any = {};', body: 'state.last = order;' },
  'in an object of the file that is handed out': {
    head: 'const state: any = {};\nexport const show = () => render(state);',
    body: 'state.last = order;',
  },
  'in an object of the file that is given back': {
    head: 'const state: any = {};\nexport const show = () => state;',
    body: 'state.last = order;',
  },
  'by exports': { body: 'exports.last = order;' },
  'by module.exports': { body: 'module.exports = { last: order };' },
  'in a field of a field': {
    head: 'class Store { state: any = {}; keep(one: any) { this.state.last = one; } }\nconst store = new Store();',
    body: 'store.keep(order);',
  },
  'in a list that is a field': {
    head: 'class Store { all: any[] = []; keep(one: any) { this.all.push(one); } show() { render(this.all); } }\nexport const store = new Store();',
    body: 'store.keep(order);',
  },
  'in a field of an instance that is handed out': {
    head: 'class Box { last: any; constructor(one: any) { this.last = one; } }',
    body: 'render(new Box(order));',
  },
  'in a parameter that is a field of an instance handed out': {
    head: 'class Box { constructor(readonly last: any) {} }',
    body: 'render(new Box(order));',
  },
  'in a field of an instance that is given back': {
    head: 'class Box { last: any; constructor(one: any) { this.last = one; } }\nconst boxes: any[] = [];\nexport const show = () => boxes;',
    body: 'boxes.push(new Box(order));',
  },
  'in a field of an instance that hands itself out': {
    head: 'class Box { last: any; keep(one: any) { this.last = one; render(this); } }\nconst box = new Box();',
    body: 'box.keep(order);',
  },
  'in a field of an instance that is exported': {
    head: 'class Box { last: any; }\nexport const box = new Box();',
    body: 'box.last = order;',
  },
  'in a field of a component': {
    head: "@Component({ templateUrl: './a.html' })\nclass Page { last: any; keep(one: any) { this.last = one; } }\nconst page = new Page();",
    body: 'page.keep(order);',
  },
  'in a field that a base class reads': {
    head: "import { Base } from 'some-package';\nclass Page extends Base { last: any; keep(one: any) { this.last = one; } }\nconst page = new Page();",
    body: 'page.keep(order);',
  },
  'in a field by a key': {
    head: 'class Box { [name: string]: any; keep(name: string, one: any) { this[name] = one; } show() { render(this.a); } }\nexport const box = new Box();',
    body: 'box.keep(key, order);',
  },
  'on a static field': {
    head: 'class Box { static last: any; static show() { render(Box.last); } }',
    body: 'Box.last = order;',
  },
  'on a prototype': { head: 'class Box {}', body: '(Box as any).prototype.last = order;' },
  'by a setter': {
    head: 'class Box { set last(one: any) { render(one); } }\nconst box = new Box();',
    body: 'box.last = order;',
  },
  'by a setter of an object': {
    head: 'const box = { set last(one: any) { render(one); } };',
    body: 'box.last = order;',
  },
  'on this of a method of an object': {
    head: 'export default { data() { return { last: null }; }, methods: { keep(one: any) { (this as any).last = one; } } };',
    body: 'bag.vue.keep(order);',
  },
  'on this of a plain function': {
    head: 'function Box(this: any, one: any) { this.last = one; }',
    body: 'bag.list = new (Box as any)(order);',
  },
  'as a property of a function': { head: 'export function show() {}', body: '(show as any).last = order;' },
  'in a getter that is handed out': 'render({ get order() { return order; } });',
  'in a method that is handed out': 'render({ order() { return order; } });',
  'in a class that is handed out': 'render(class { last = order; });',
  'in a symbol': 'bag[Symbol.for("x")] = order;',
  'in storage': "localStorage.setItem('order', JSON.stringify(order));",
  'in a variable, by way of another':
    'let first: any, second: any; first = second ?? order; second = first; render(second);',
  'in two variables that take turns': {
    head: 'let first: any, second: any;\nexport function show() { render(second); }',
    body: 'first = second ?? order; second = first;',
  },
});

const given = of('given back', {
  'as it is': 'return order;',
  'in an object': 'return { order };',
  'in a list': 'return [order];',
  'as a list made of it': 'return data.orders.map((one: any) => one);',
  'as a list made of it by spreading': 'return data.orders.map((one: any) => ({ ...one, seen: true }));',
  'as a filtered list': 'return data.orders.filter((one: any) => one.status);',
  'by a choice': 'return key ? order : undefined;',
  'as the first of a list': 'return data.orders.find((one: any) => one.id === key);',
  'as a closure': 'return () => order;',
  'as a closure in an object': 'return { take: () => order };',
  'as a promise': 'return Promise.resolve(order);',
  'as an answer that is not unwrapped': 'return response;',
  'as a clone of the answer': 'return response.clone();',
  thrown: 'throw order;',
  'thrown in an error': 'throw Object.assign(new Error(), { order });',
  'thrown in an error of a package': 'throw new bag.ApiError(order);',
  'thrown as the cause': "throw new Error('x', { cause: order });",
  yielded: { head: '', body: 'bag.take((function* () { yield order; })());' },
  'yielded all': 'bag.take((function* () { yield* data.orders; })());',
  'by an own generator': {
    head: 'function* each(all: any) { for (const one of all) yield one; }',
    body: 'for (const one of each(data.orders)) render(one);',
  },
  'to markup': { body: 'return <Row order={order} />;', language: 'tsx' },
  'to markup by spreading': { body: 'return <Row {...order} />;', language: 'tsx' },
  'to markup as children': {
    body: 'return <ul>{data.orders.map((one: any) => <Row key={one.id} order={one} />)}</ul>;',
    language: 'tsx',
  },
  'to markup as a text': { body: 'return <pre>{JSON.stringify(order)}</pre>;', language: 'tsx' },
  'to a context': {
    body: 'return <Orders.Provider value={{ order }}><Page /></Orders.Provider>;',
    language: 'tsx',
  },
  'by a function that is handed to Express': {
    head: "import express from 'express';\nconst app = express();",
    body: "app.get('/', (_: any, res: any) => res.send(order));",
  },
  'as a response': 'return Response.json(order);',
  'as a response of JSON': 'return new Response(JSON.stringify(order));',
  'on the context of Koa': 'bag.body = order;',
});

const texts = of('as a text', {
  'of JSON': 'JSON.stringify(order);',
  'of JSON in a template': 'render(`${JSON.stringify(order)}`);',
  'of JSON in a variable': 'const text = JSON.stringify(data, null, 2); bag.last = text;',
  logged: 'console.log(order);',
  'logged as a table': 'console.table(data.orders);',
  inspected: { head: "import { inspect } from 'node:util';", body: 'render(inspect(order));' },
  formatted: { head: "import { format } from 'node:util';", body: "render(format('%j', order));" },
  'that a pattern is held against':
    'const text = await response.clone().text(); console.log(/"cpf":"(\\d+)"/.exec(text));',
  'that is matched': 'const text = await response.clone().text(); console.log(text.match(/"cpf":"(\\d+)"/));',
  'that is split': "const text = await response.clone().text(); console.log(text.split('cpf')[1]);",
  'that is cut': "const text = await response.clone().text(); console.log(text.slice(text.indexOf('cpf')));",
  'that is replaced':
    'const text = await response.clone().text(); console.log(text.replace(/x/g, (all: string) => bag.take(all)));',
  'as bytes': 'console.log(new Uint8Array(await response.clone().arrayBuffer()));',
  'as a blob': 'await bag.put(await response.clone().blob());',
  'as a stream': 'response.body.pipeTo(bag);',
  'as a stream, in pieces': 'for await (const piece of response.body) bag.write(piece);',
  'read by a reader': 'const reader = response.body.getReader(); bag.take(await reader.read());',
});

const lists = of('a list', {
  'whose rest is taken': 'const [first, ...others] = data.orders; render(others);',
  'whose rest is taken as a parameter': {
    head: 'const keep = ([first, ...others]: any) => render(others);',
    body: 'keep(data.orders);',
  },
  'whose rest is taken in a nested pattern': 'const { orders: [first, ...others] } = data; render(others);',
  'whose rest is taken by assignment': 'let others: any; [, ...others] = data.orders; render(others);',
  'that a loop takes into a variable': 'let one: any; for (one of data.orders) render(one);',
  'that is taken apart by assignment': 'let one: any; [one] = data.orders; render(one);',
  'of entries': 'for (const [at, one] of data.orders.entries()) render(one);',
  'by its iterator': 'const all = data.orders[Symbol.iterator](); render(all.next().value);',
  'by its values': 'for (const one of data.orders.values()) render(one);',
  'at a place': 'render(data.orders[0]);',
  'at a place that is counted': 'for (let at = 0; at < data.orders.length; at++) render(data.orders[at]);',
  'by at': 'render(data.orders.at(-1));',
  'turned around': 'render(data.orders.toReversed()[0]);',
  'in pieces': 'render(data.orders.slice(0, 10));',
  'put together': 'let all: any[] = []; all = all.concat(data.orders); render(all);',
  'put together by spreading': 'let all: any[] = []; all = [...all, ...data.orders]; render(all);',
  'put together by pushing': 'const all: any[] = []; all.push(...data.orders); render(all);',
  'put together by apply':
    'const all: any[] = []; Array.prototype.push.apply(all, data.orders); render(all);',
  'in a list of lists': 'const all: any[] = []; all.push([order]); render(all.flat());',
  'by reduce into an object':
    'const byId = data.orders.reduce((all: any, one: any) => ({ ...all, [one.id]: one }), {}); render(byId);',
  'by reduce into an object that is written to':
    'const byId = data.orders.reduce((all: any, one: any) => { all[one.id] = one; return all; }, {}); render(byId);',
  'as an object by id': 'const byId: any = {}; byId[order.id] = order; render(byId);',
  'as a Map by id':
    'const byId = new Map(data.orders.map((one: any) => [one.id, one])); render(byId.get(key));',
  'as a Map that is set': 'const byId = new Map(); byId.set(order.id, order); render(byId.get(key));',
  'as a Set': 'render([...new Set(data.orders)]);',
  'as the values of an object': 'render(Object.values({ a: order }));',
  'as entries of an object': 'render(Object.entries({ a: order }));',
  'by copyWithin and fill': 'const all = new Array(3).fill(order); render(all);',
  'by splice': 'const all: any[] = []; all.splice(0, 0, order); render(all);',
  'by with': 'const all = [1, 2].with(0, order); render(all);',
});

/** Markup shows the variables of its script; `with` and `without` something that shows a field. */
function shown(name: string, file: string, text: string, field: string): EscapeCase {
  return {
    name: `a component of ${name} shows what its script has`,
    sources: { [file]: text.replace('FIELD', field) },
    without: { 'src/page.ts': scriptOf(text) },
  };
}

/** The script alone, as a file that shows nothing. */
function scriptOf(text: string): string {
  return text.replace(/^---\n|^<script.*>\n/, '').replace(/^(?:---|<\/script>)[^]*/m, '');
}

const load = `const response = await fetch('https://open-api.tiktokglobalshop.com/order/202507/orders');
const { data } = await response.json();
console.log(data.orders[0].status);`;

const components = [
  shown(
    'Vue',
    'src/page.vue',
    `<script setup>\n${load}\n</script>\n<template>FIELD</template>\n`,
    '{{ data.orders[0].cpf }}',
  ),
  shown(
    'Svelte',
    'src/page.svelte',
    `<script>\nlet orders = [];\nasync function load() {\n${load}\norders = data.orders;\n}\n</script>\nFIELD\n`,
    '{#each orders as order}{order.cpf}{/each}',
  ),
  shown('Astro', 'src/page.astro', `---\n${load}\n---\n<p>FIELD</p>\n`, '{data.orders[0].cpf}'),
];

const handedOut: EscapeCase = {
  name: 'a function that is called here and handed out too',
  sources: { 'src/load.ts': handedOutOr('schedule(load);') },
  without: { 'src/load.ts': handedOutOr('') },
};

function handedOutOr(rest: string): string {
  return `const load = async () => (await fetch('https://open-api.tiktokglobalshop.com/order/202507/orders')).json();
export const first = async () => console.log((await load()).data.orders[0].status);
${rest}
`;
}

const more = of('more', {
  'keys of a map': 'const seen = new Map(); seen.set(order, 1); render([...seen.keys()]);',
  'into a set': 'const seen = new Set(); seen.add(order); render([...seen]);',
  'by splice into a list that has some': 'const all: any[] = [order]; all.splice(0, 0, data); render(all);',
  'by with into a list that has some': 'render([data.orders[0]].with(0, order));',
  'to a callback of a caller, among others that are known': {
    head: 'const each = (all: any, take: any) => all.forEach(take);\nexport const known = () => each([], (one: any) => one.id);',
    body: 'each(data.orders, bag.take);',
  },
  'to a callback chosen on the spot': 'data.orders.forEach(key ? bag.take : (one: any) => one.id);',
  'cleaned by an own function': {
    head: 'const sanitizeOrder = ({ id, ...rest }: any) => rest;',
    body: 'render(sanitizeOrder(order));',
  },
  'hidden by an own function': {
    head: 'const hidePopup = (one: any) => one;',
    body: 'render(hidePopup(order));',
  },
  'to a helper that is imported late': {
    body: "(await import('./keep.js')).keep(order);",
    files: { 'src/keep.ts': 'export const keep = (one: any) => render(one);\n' },
  },
  'to a helper behind a barrel': {
    head: "import * as all from './all.js';",
    body: 'all.keep(order);',
    files: {
      'src/all.ts': "export * from './keep.js';\n",
      'src/keep.ts': 'export const keep = (one: any) => render(one);\n',
    },
  },
  'to a bus': {
    head: 'class Bus { all: any[] = []; on(take: any) { this.all.push(take); } emit(one: any) { for (const take of this.all) take(one); } }\nconst bus = new Bus();\nbus.on(render);',
    body: 'bus.emit(order);',
  },
  'to steps that are put together': {
    head: 'const pipe = (...steps: any[]) => (one: any) => steps.reduce((value, step) => step(value), one);',
    body: 'pipe(render)(order);',
  },
  'to what a wrapper makes of a function': {
    head: 'const wrap = (take: any) => (...all: any[]) => take(...all);\nconst keep = wrap(render);',
    body: 'keep(order);',
  },
  'in an object that is nested deeply':
    'render({ a: { b: { c: { d: { e: { f: { g: { h: order } } } } } } } });',
  'in an object that is put together deeply': `const deep: any = key ? { a: { b: { c: { d: { e: { f: { g: { h: 1 } } } } } } } } : { a: { b: { c: { d: { e: { f: { g: { h: order } } } } } } } }; render(deep);`,
  'through a chain of 20 helpers': {
    head:
      Array.from(
        { length: 20 },
        (_, at) => `const h${String(at)} = (one: any): void => h${String(at + 1)}({ one });`,
      ).join('\n') + '\nconst h20 = (one: any) => render(one);',
    body: 'h0(order);',
  },
  'through 20 callbacks in each other': `${'[1].forEach(() => '.repeat(20)}render(order)${')'.repeat(20)};`,
  'through a recursion': {
    head: 'function walk(all: any[], at: number): void { if (at < all.length) { render(all[at]); walk(all, at + 1); } }',
    body: 'walk(data.orders, 0);',
  },
  'through helpers that call each other': {
    head: 'const ping = (one: any, n: number): void => (n ? pong(one, n - 1) : undefined);\nconst pong = (one: any, n: number): void => (n ? ping(one, n - 1) : render(one));',
    body: 'ping(order, 3);',
  },
  'as a property that is put beside': 'order.more = 1; render(order);',
  'in a ring': 'order.self = order; render(order.self.self.self);',
  'by an async iterator of its own': {
    head: 'async function* pages(all: any) { for (const one of all) yield one; }',
    body: 'for await (const one of pages(data.orders)) render(one);',
  },
  'by a generator that is handed on': {
    head: 'function* each(all: any) { yield* all; }',
    body: 'render(each(data.orders));',
  },
  'by an own iterable': 'render({ *[Symbol.iterator]() { yield order; } });',
  'by a promise that is kept': 'const wait = (async () => order)(); render(await wait);',
  'by a function that is called at once': '((one) => render(one))(order);',
  'by a function that calls itself by name':
    '(function again(one: any, n: number): void { n ? again(one, n - 1) : render(one); })(order, 2);',
  'by a default of a pattern': 'const { one = order } = bag; render(one);',
  'by a default of a parameter pattern': 'const keep = ({ one = order }: any = {}) => render(one); keep();',
  'by an assignment in a condition': 'let one; while ((one = data.orders.pop())) render(one);',
  'by an assignment in a call': 'let one: any; render((one = order));',
  'by chained assignment': 'let a: any, b: any; a = b = order; render(a);',
  'by a swap': 'let a: any = order, b: any = null; [a, b] = [b, a]; render(b);',
  'by a conditional assignment': 'let one: any; if (key) one = order; else one = null; render(one);',
  'by try and finally': 'let one: any; try { one = order; } finally { render(one); }',
  'by a switch':
    'let one: any; switch (key) { case "a": one = order; break; default: one = 1; } render(one);',
  'by a label': 'out: { render(order); break out; }',
  'by a catch': 'try { throw order; } catch (one) { render(one); }',
  'by a rejection that is caught': 'await Promise.reject(order).catch(render);',
  'by Promise.race': 'render(await Promise.race([order, 1]));',
  'by Promise.allSettled': 'render((await Promise.allSettled([order]))[0]);',
  'by Promise.withResolvers':
    'const { promise, resolve } = Promise.withResolvers(); resolve(order); render(await promise);',
  'by queueMicrotask': 'queueMicrotask(() => render(order));',
  'by a class that keeps it to itself': {
    head: 'class Box { #one: any; keep(one: any) { this.#one = one; } show() { render(this.#one); } }\nconst box = new Box();\nbox.show();',
    body: 'box.keep(order);',
  },
  'by a class with a getter': {
    head: 'class Box { constructor(private one: any) {} get all() { return this.one; } }',
    body: 'render(new Box(order).all);',
  },
  'by an inherited method': {
    head: 'class Base { keep(one: any) { render(one); } }\nclass Row extends Base {}\nconst row = new Row();',
    body: 'row.keep(order);',
  },
  'by a method of a base that a subclass replaces': {
    head: 'abstract class Base { run(one: any) { this.keep(one); } abstract keep(one: any): void }\nclass Row extends Base { keep(one: any) { render(one); } }\nconst row = new Row();',
    body: 'row.run(order);',
  },
  'by an object with a prototype': 'const one = Object.create(order); render(one);',
  'by __proto__': 'render({ __proto__: order });',
  'by a tuple': 'const pair = [order.id, order] as const; render(pair[1]);',
  'by a computed name': 'render({ [key]: order });',
  'by a computed name that is read back': 'const all = { [order.id]: order }; render(all[key]);',
  'by an enum-like table': 'const table: any = { first: order }; render(table[key]);',
  'by a list in a list': 'const rows = [[order]]; for (const [one] of rows) render(one);',
  'by Object.values of an own object': 'for (const one of Object.values({ a: order })) render(one);',
  'by toString of its own': 'render(String({ toString: () => JSON.stringify(order) }));',
  'by a comparison function': 'data.orders.sort((a: any, b: any) => bag.compare(a, b));',
  'by a sorted copy': 'render(data.orders.toSorted((a: any, b: any) => a.id - b.id)[0]);',
  'by lastIndexOf and its kin': 'render(data.orders.findLast((one: any) => one.id === key));',
  'by flatMap': 'render(data.orders.flatMap((one: any) => [one]));',
  'by entries of a list': 'render([...data.orders.entries()]);',
  'by destructuring in a loop': 'for (const { status, ...rest } of data.orders) render(rest);',
  'by destructuring in a callback': 'data.orders.map(({ status, ...rest }: any) => render(rest));',
  'by an index in a callback': 'data.orders.map((_: any, at: number) => render(data.orders[at]));',
  'by the list in a callback': 'data.orders.map((_: any, __: any, all: any) => render(all));',
  'by the list in a filter': 'render(data.orders.filter((_: any, at: number, all: any) => bag.keep(all)));',
  'by this of a callback': 'data.orders.forEach(function (this: any) { render(this); }, order);',
  'by a method handed on with its object':
    'const own = { one: order, show() { render(this.one); } }; own.show();',
  'by a method of an object that is called by name':
    'const own: any = { show: () => render(order) }; own[key]();',
  'by comma': 'render((order.id, order));',
  'by void and typeof beside': 'void order.id, render(order);',
  'as the answer of axios': {
    head: "import axios from 'axios';",
    body: "const { data: other } = await axios.get('https://open-api.tiktokglobalshop.com/order/202507/orders'); console.log(other.data.orders[0].status); render(order, other);",
  },
  "by a request of one's own":
    "await fetch('https://example.org/orders', { method: 'POST', body: JSON.stringify(order) });",
  'by a request to nobody knows where':
    "await fetch(bag.url, { method: 'POST', body: JSON.stringify(order) });",
  'by a beacon': "navigator.sendBeacon('/x', JSON.stringify(order));",
  'by a file': {
    head: "import { writeFile } from 'node:fs/promises';",
    body: "await writeFile('x', JSON.stringify(order));",
  },
  'by a form': 'const form = new FormData(); form.append("order", JSON.stringify(order));',
  'by an encoded text': 'render(encodeURIComponent(JSON.stringify(order)));',
  'by base 64': 'render(btoa(JSON.stringify(order)));',
  'by a buffer': 'render(Buffer.from(JSON.stringify(order)));',
  'by a lazy read': 'const later = () => order.cpf; bag.take(later);',
});

/** Reads that are not plain to see; what is read is not unread either. */
const readAfterAll = of('read', {
  'by a constant key': { head: "const KEY = 'cpf';", body: 'console.log(order[KEY]);' },
  'by a list of keys': {
    head: "const KEYS = ['id', 'cpf'];",
    body: 'for (const name of KEYS) console.log(order[name]);',
  },
  'by a list of keys and map': {
    head: "const KEYS = ['id', 'cpf'] as const;",
    body: 'KEYS.map((name) => order[name]);',
  },
  'by a helper that takes the key': {
    head: 'const get = (one: any, name: string) => one[name];',
    body: "console.log(get(order, 'cpf'));",
  },
  'by call': { head: 'const keep = (one: any) => console.log(one.cpf);', body: 'keep.call(null, order);' },
  'by apply': {
    head: 'const keep = (one: any) => console.log(one.cpf);',
    body: 'keep.apply(null, [order]);',
  },
  'by bind': { head: 'const keep = (one: any) => console.log(one.cpf);', body: 'keep.bind(null, order)();' },
  'by Reflect.apply': {
    head: 'const keep = (one: any) => console.log(one.cpf);',
    body: 'Reflect.apply(keep, null, [order]);',
  },
  'by a function that takes it apart': {
    head: 'const keep = ({ cpf }: any) => console.log(cpf);',
    body: 'data.orders.forEach(keep);',
  },
  'by a spread call': {
    head: 'const keep = ({ cpf }: any) => console.log(cpf);',
    body: 'keep(...data.orders);',
  },
  'by map.call': {
    head: 'const keep = (one: any) => one.cpf;',
    body: 'Array.prototype.map.call(data.orders, keep);',
  },
  'by assignment pattern': 'let cpf; ({ cpf } = order); console.log(cpf);',
  'by a deep pattern': 'const { orders: [{ cpf }] } = data; console.log(cpf);',
  'by a pattern in a loop': 'for (const { cpf } of data.orders) console.log(cpf);',
  'by a pattern in a loop over a map':
    'for (const [, { cpf }] of new Map(data.orders.map((one: any) => [one.id, one]))) console.log(cpf);',
  'by a sum':
    'const all = data.orders.reduce((text: string, one: any) => text + one.cpf, ""); console.log(all);',
  'by arguments': {
    head: 'function keep(one?: any) { console.log(arguments[0].cpf); }',
    body: 'keep(order);',
  },
  'in another function': {
    head: 'let last: any;\nexport const show = () => console.log(last.cpf);',
    body: 'last = order;',
  },
  'in another file': {
    head: "import { show } from './show.js';",
    body: 'show(order);',
    files: { 'src/show.ts': 'export const show = ({ cpf }: any) => console.log(cpf);\n' },
  },
  'in a class': {
    head: 'class Row { constructor(private one: any) {} show() { console.log(this.one.cpf); } }',
    body: 'new Row(order).show();',
  },
  'in a getter': {
    head: 'class Row { constructor(private one: any) {} get tax() { return this.one.cpf; } }',
    body: 'console.log(new Row(order).tax);',
  },
  'in a subclass': {
    head: 'class Base { constructor(protected one: any) {} }\nclass Row extends Base { show() { console.log(this.one.cpf); } }',
    body: 'new Row(order).show();',
  },
  'from a map': 'const byId = new Map(); byId.set(order.id, order); console.log(byId.get(key)?.cpf);',
  'from the values of a map':
    'const byId = new Map(); byId.set(order.id, order); for (const one of byId.values()) console.log(one.cpf);',
  'from each of a map':
    'const byId = new Map(); byId.set(order.id, order); byId.forEach((one) => console.log(one.cpf));',
  'from a set': 'const all = new Set(data.orders); for (const one of all) console.log(one.cpf);',
  'after a sort': 'console.log(data.orders.sort((a: any, b: any) => a.id - b.id)[0].cpf);',
  'after a filter': 'console.log(data.orders.filter(Boolean)[0].cpf);',
  'after a cast': 'console.log((order as Record<string, unknown>).cpf);',
  'after a clone': 'console.log(structuredClone(order).cpf);',
  'after JSON and back': 'console.log(JSON.parse(JSON.stringify(order)).cpf);',
  'after Object.assign': 'console.log(Object.assign({}, order).cpf);',
  'after a spread': 'console.log({ ...order }.cpf);',
  'after a rest': 'const { id, ...rest } = order; console.log(rest.cpf);',
  'in a comparison': 'if (order.cpf) console.log(1);',
  'in a typeof': 'if (typeof order.cpf === "string") console.log(1);',
  'in a template': 'console.log(`${order.cpf}`);',
  'as a method of a text': 'console.log(order.cpf.trim());',
  'by an index': 'for (let at = 0; at < data.orders.length; at++) console.log(data.orders[at].cpf);',
  'by a while loop': 'let one; while ((one = data.orders.shift())) console.log(one.cpf);',
  'by an iterator': 'const all = data.orders.values(); console.log(all.next().value.cpf);',
  'by for each of a nested list':
    'data.orders.forEach(({ line_items }: any) => line_items.forEach((item: any) => item.cancel_user));',
});

export const escapeCases: readonly EscapeCase[] = [
  ...calls,
  ...callbacks,
  ...properties,
  ...kept,
  ...given,
  ...texts,
  ...lists,
  ...components,
  handedOut,
  ...more,
  ...readAfterAll,
];

import { loadCatalog, tellTales } from '@leastscope/scope-catalog';
import { expect, it } from 'vitest';
import { isUnread, readFile } from '../facts/read-file.js';
import type { Expression, FileFacts } from '../model/facts.js';
import type { ModuleGraph } from '../model/module-graph.js';
import { contextOf, type Context } from './context.js';
import type { Domain, OwnKind, Transfer } from './domain.js';
import { walk, walkExport } from './walk.js';

/** A third analysis, as small as can be: which texts a value may be made of, whoever calls. */
type Texts = ReadonlySet<string>;

interface Top extends Context<Top> {
  readonly known: Map<Expression, Texts>;
}

const none: Texts = new Set();
const union = (all: readonly Texts[]): Texts => new Set(all.flatMap((one) => [...one]));

function createTexts(modules: ModuleGraph): Domain<Texts, Top> {
  const tops = new Map<string, Top>();
  const topOf = (file: string): Top => {
    const top = tops.get(file) ?? { file, function: null, parent: null, known: new Map<Expression, Texts>() };
    tops.set(file, top);
    return top;
  };
  const domain: Domain<Texts, Top> = {
    modules,
    bottom: none,
    topOf,
    homeOf: (context, index) => contextOf(context, index) ?? topOf(context.file),
    evaluate: (expression, context) => {
      const known = context.known.get(expression);
      if (known !== undefined) return known;
      context.known.set(expression, none);
      const found = walk(domain, expression, context);
      context.known.set(expression, found);
      return found;
    },
    variable: ({ declared, writes, home }) =>
      union([declared(), ...writes().map(({ value }) => domain.evaluate(value, home))]),
    parameter: ({ fact: { otherwise } }, context) =>
      otherwise === null ? none : domain.evaluate(otherwise, context),
    module: (file) => new Set([`module ${file}`]),
    external: (name, path) => new Set([`package ${[name, ...path].join('/')}`]),
    typed: (_, file, name) => new Set([`type ${name} of ${file}`]),
    missing: (file, name) => new Set([`no ${name} in ${file}`]),
    transfer: transferOf((expression, context) => domain.evaluate(expression, context)),
  };
  return domain;
}

function transferOf(of: (expression: Expression, context: Top) => Texts): Transfer<Texts, Top, OwnKind> {
  const nothing = (): Texts => none;
  const all = (parts: readonly Expression[], context: Top): Texts =>
    union(parts.map((part) => of(part, context)));
  return {
    text: ({ text }) => new Set([text]),
    concat: ({ parts }, context) => all(parts, context),
    member: ({ object }, context) => of(object, context),
    item: ({ object }, context) => of(object, context),
    each: ({ of: list }, context) => of(list, context),
    rest: ({ object }, context) => of(object, context),
    object: ({ entries }, context) =>
      all(
        entries.map(({ value }) => value),
        context,
      ),
    array: ({ items }, context) =>
      all(
        items.map(({ value }) => value),
        context,
      ),
    choice: ({ options }, context) => all(options, context),
    fallback: ({ value, otherwise }, context) => all([value, otherwise], context),
    call: nothing,
    function: nothing,
    class: nothing,
    pattern: nothing,
    global: nothing,
    this: nothing,
    super: nothing,
    typeof: nothing,
    absent: nothing,
    unknown: nothing,
  };
}

function project(sources: Readonly<Record<string, string>>): ModuleGraph {
  const words = tellTales(loadCatalog());
  const read = new Map<string, FileFacts>();
  for (const [file, text] of Object.entries(sources)) {
    const facts = readFile(file, text, words);
    if (!isUnread(facts)) read.set(file, facts);
  }
  return {
    facts: (file) => read.get(file) ?? null,
    resolve: (_, specifier) => {
      const file = `${specifier.replace('./', '')}.ts`;
      return read.has(file) ? { kind: 'file', file } : { kind: 'external', package: specifier, subpath: [] };
    },
  };
}

function exported(sources: Readonly<Record<string, string>>, name = 'found', file = 'main.ts'): string[] {
  return [...walkExport(createTexts(project(sources)), file, name)].sort();
}

it.each<[string, Readonly<Record<string, string>>, string[]]>([
  ['a name', { 'main.ts': "const a = 'a'; export const found = a;" }, ['a']],
  [
    'a name that is assigned before',
    { 'main.ts': "let a = 'a'; a = 'b'; export const found = a;" },
    ['a', 'b'],
  ],
  ['not one that is assigned later', { 'main.ts': "let a = 'a'; export const found = a; a = 'b';" }, ['a']],
  [
    'one that is assigned later in a loop around',
    { 'main.ts': "export let found; let a = 'a'; for (;;) { found = a; a = 'b'; }" },
    ['a', 'b'],
  ],
  [
    'one that a function assigns, whenever it runs',
    { 'main.ts': "let a = 'a'; export const found = a; function later() { a = 'b'; }" },
    ['a', 'b'],
  ],
  [
    'a list that is filled later, by another name',
    { 'main.ts': "const a = ['a']; export const found = a; a.push('b');" },
    ['a', 'b'],
  ],
  [
    'the default of a parameter',
    { 'main.ts': "export const make = (a = 'a') => a; export const found = ['b'];" },
    ['b'],
  ],
  ['an import', { 'main.ts': "export { found } from './b';", 'b.ts': "export const found = 'b';" }, ['b']],
  [
    'an import through barrels that know each other',
    {
      'main.ts': "export * from './b';",
      'b.ts': "export * from './main'; export * from './c';",
      'c.ts': "export const found = 'c';",
    },
    ['c'],
  ],
  [
    'a member of a module',
    {
      'main.ts': "import * as b from './b'; export const found = b.inner;",
      'b.ts': "export const inner = 'b';",
    },
    ['b'],
  ],
  [
    'a module',
    { 'main.ts': "export * as found from './b';", 'b.ts': "export const inner = 'b';" },
    ['module b.ts'],
  ],
  [
    'a file that is what it assigns',
    {
      'main.ts': "const b = require('./b'); module.exports = { found: b };",
      'b.ts': "module.exports = 'b';",
    },
    ['b'],
  ],
  ['something of a package', { 'main.ts': "export { get as found } from 'axios';" }, ['package axios/get']],
  [
    'what is only a type',
    { 'main.ts': 'class A {} export interface found extends A {}' },
    ['type found of main.ts'],
  ],
  [
    'nothing',
    { 'main.ts': "export * from './b';", 'b.ts': 'export const other = 1;' },
    ['no found in main.ts'],
  ],
])('the walk leads any domain to %s', (_name, sources, texts) => {
  expect(exported(sources)).toEqual(texts);
});

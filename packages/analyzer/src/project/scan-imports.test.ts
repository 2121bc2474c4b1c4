import { describe, expect, it } from 'vitest';
import { importNames, scanImports } from './scan-imports.js';

describe('names of imported files', () => {
  it.each([
    ['./client', ['client']],
    ['../lib/client.js', ['client']],
    ['@/lib/client.ts', ['client']],
    ['./App.vue', ['App']],
    ['./api/index', ['index', 'api']],
    ['./api/index.js', ['index', 'api']],
    ['.', ['index']],
    ['..', ['index']],
    ['axios', ['axios']],
    ['@scope/name', ['name']],
    ['./orders.service', ['orders.service']],
  ])('%s', (path, names) => expect(importNames(path).sort()).toEqual([...names].sort()));
});

describe('a light look for imports', () => {
  it.each([
    [`import a from './a.js'`, ['a']],
    [`import { a,\n  b } from "./lib/b.js";`, ['b']],
    [`import './side-effect.js';`, ['side-effect']],
    [`export * from './c.js'`, ['c']],
    [`const d = require('./d')`, ['d']],
    [`await import("./e")`, ['e']],
    [`import type { F } from './f.js'`, ['f']],
    [`import x = require('./g')`, ['g']],
    [`const text = 'nothing'`, []],
    [`import('./' + name)`, ['index']],
  ])('%s', (text, names) => expect(scanImports(text)).toEqual(names));

  it('gives what a folder is imported by', () => {
    expect(importNames('src/api/index.ts')).toContain('api');
    expect(scanImports(`import { send } from './api.js'`)).toEqual(['api']);
  });
});

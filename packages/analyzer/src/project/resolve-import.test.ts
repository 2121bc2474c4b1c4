import { describe, expect, it } from 'vitest';
import { createMemoryFiles, memoryRoot } from '../../test/generate/memory-files.js';
import { resolveImport } from './resolve-import.js';
import { createTsConfigs } from './ts-configs.js';
import { createWorkspaces } from './workspaces.js';

const files = createMemoryFiles({
  'package.json':
    '{ "name": "app", "workspaces": ["packages/*"], "imports": { "#lib/*": "./src/lib/*.js", "#one": { "default": "./src/lib/one.ts" } } }',
  'tsconfig.json':
    '{ // with a comment\n "extends": "./tsconfig.base.json", "compilerOptions": { "strict": true, }, }',
  'tsconfig.base.json':
    '{ "compilerOptions": { "baseUrl": ".", "paths": { "@api/*": ["./src/api/*"], "exact": ["src/exact.ts"] } } }',
  'src/main.ts': '',
  'src/exact.ts': '',
  'src/api/index.ts': '',
  'src/api/client.ts': '',
  'src/api/client.test.ts': '',
  'src/api/both.ts': '',
  'src/api/both.js': '',
  'src/api/data.json': '{}',
  'src/api/orders.service.ts': '',
  'src/lib/one.ts': '',
  'src/lib/view.vue': '',
  'src/lib/esm.mts': '',
  'packages/shared/package.json':
    '{ "name": "@app/shared", "main": "./dist/index.js", "exports": { ".": "./dist/index.js", "./http": "./dist/http.js" } }',
  'packages/shared/src/index.ts': '',
  'packages/shared/src/http.ts': '',
  'node_modules/axios/index.js': '',
});
const settings = {
  root: memoryRoot,
  files,
  configs: createTsConfigs(files, memoryRoot),
  workspaces: createWorkspaces(files, memoryRoot),
  isSdkPart: () => false,
};

function leadsTo(from: string, specifier: string): string {
  const target = resolveImport(settings, from, specifier);
  return target.kind === 'file' ? target.file : `package ${[target.package, ...target.subpath].join('/')}`;
}

describe('where imports lead', () => {
  it.each([
    ['./api', 'src/api/index.ts'],
    ['./api/', 'src/api/index.ts'],
    ['./api/client', 'src/api/client.ts'],
    ['./api/client.js', 'src/api/client.ts'],
    ['./api/client.ts', 'src/api/client.ts'],
    ['./api/both.js', 'src/api/both.ts'],
    ['./api/data.json', 'src/api/data.json'],
    ['./api/orders.service', 'src/api/orders.service.ts'],
    ['./lib/esm.mjs', 'src/lib/esm.mts'],
    ['./lib/view.vue', 'src/lib/view.vue'],
    ['../src/../src/main', 'src/main.ts'],
    ['@api/client', 'src/api/client.ts'],
    ['exact', 'src/exact.ts'],
    ['src/api/client', 'src/api/client.ts'],
    ['@/api/client', 'src/api/client.ts'],
    ['~/lib/one', 'src/lib/one.ts'],
    ['#lib/one', 'src/lib/one.ts'],
    ['#one', 'src/lib/one.ts'],
    ['@app/shared', 'packages/shared/src/index.ts'],
    ['@app/shared/http', 'packages/shared/src/http.ts'],
    ['axios', 'package axios'],
    ['axios/lib/core', 'package axios'],
    ['@scope/pkg/deep', 'package @scope/pkg'],
    ['npm:axios@1.7.0', 'package axios'],
    ['https://esm.sh/axios@1', 'package axios'],
    ['node:path/posix', 'package node:path/posix'],
    ['../../outside', 'package ..'],
    ['./missing', 'package .'],
    ['./node_modules/axios/index.js', 'package .'],
    ['__proto__', 'package __proto__'],
    ['constructor', 'package constructor'],
  ])('%s', (specifier, expected) => expect(leadsTo('src/main.ts', specifier)).toBe(expected));
});

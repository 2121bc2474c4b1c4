import { loadCatalog } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import { parseDeclaration } from '../src/index.js';
import { createMemoryFiles, memoryRoot } from './generate/memory-files.js';
import { analyzeFiles } from './generate/run.js';
import { declarationOf, endpointsOf, verdictOf } from './oracle/judge-program.mjs';

const catalog = loadCatalog();
const endpoints = endpointsOf(catalog);
const [seen, other] = endpoints;
if (seen === undefined || other === undefined) throw new Error('The catalog has no two plain endpoints.');
const declared = parseDeclaration(declarationOf(endpoints), 'scope-declaration.yaml', catalog);

const known = `'${seen.path}'`;
const send = (path: string): string =>
  `fetch('https://open-api.tiktokglobalshop.com' + ${path}, { method: '${seen.method}' });`;

/** What is said of the endpoint that no call names, by a program that surely calls one other. */
function verdictOnOther(program: string): string {
  const analysis = analyzeFiles(memoryRoot, createMemoryFiles({ 'src/main.js': program }), declared);
  expect(analysis.needs.uses.map(({ endpoint }) => endpoint)).toContain(
    `${seen?.method ?? ''} ${seen?.path ?? ''}`,
  );
  return verdictOf(analysis, other ?? { scope: '', method: '', path: '' });
}

/** Each may ask for what its known path does not name. */
const openBesideKnown: Readonly<Record<string, string>> = {
  'the environment, else the path': send(`(process.env.P ?? ${known})`),
  'an unknown global, or the path': `export const go = (x) => ${send(`(x ? y : ${known})`)}`,
  'a parameter with the path as its default': `export const go = (p = ${known}) => ${send('p')}`,
  'a parameter, else the path': `export const go = (p) => ${send(`(p ?? ${known})`)}`,
  'a variable that is set from outside': `let p = ${known};\nexport const set = (x) => { p = x; };\nexport const go = () => ${send('p')}`,
  'a function that gives either': `function path(c) { if (c) return read(); return ${known}; }\nexport const go = (c) => ${send('path(c)')}`,
  'an unknown spread behind it': `const o = { path: ${known}, ...load() };\n${send('o.path')}`,
  'options spread behind it': `export const go = (given) => { const o = { path: ${known}, ...given }; return ${send('o.path')} };`,
  'options assigned over it': `const o = Object.assign({ path: ${known} }, JSON.parse(text));\n${send('o.path')}`,
  'a list with an unknown rest': `for (const p of [${known}, ...load()]) ${send('p')}`,
  'a handler that may be told': `export default (req) => ${send(`(req.query.path ?? ${known})`)}`,
  'a helper that one caller tells by the environment': `const go = (p = ${known}) => ${send('p')}\ngo();\ngo(process.env.P);`,
};

describe('a call that may ask for something unknown beside what it names leaves it open', () => {
  it.each(Object.entries(openBesideKnown))('%s', (_, program) => {
    expect(verdictOnOther(program)).toBe('doubted');
  });
});

/** Whatever the open part is, the endpoint is the one that is named. */
const named: Readonly<Record<string, string>> = {
  'a host by the environment': `fetch((process.env.HOST ?? 'https://open-api.tiktokglobalshop.com') + ${known}, { method: '${seen.method}' });`,
  'a method by the environment': `fetch('https://open-api.tiktokglobalshop.com' + ${known}, { method: process.env.M ?? '${seen.method}' });`,
  'a version by the environment': `const v = process.env.V ?? '202309';\n${send(`\`${seen.path.replace(/\d{6}/, '${v}')}\``)}`,
  'a default that every caller leaves': `const go = (p = ${known}) => ${send('p')}\ngo();\ngo(${known});`,
  'options spread before it': `const o = { ...load(), path: ${known} };\n${send('o.path')}`,
  'headers spread beside it': `fetch('https://open-api.tiktokglobalshop.com' + ${known}, { method: '${seen.method}', headers: { a: 'b', ...load() } });`,
};

describe('a call whose open part decides no endpoint leaves nothing open', () => {
  it.each(Object.entries(named))('%s', (_, program) => {
    expect(verdictOnOther(program)).toBe('lost');
  });
});

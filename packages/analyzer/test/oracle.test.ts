import { loadCatalog } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import { parseDeclaration, type Analysis } from '../src/index.js';
import { createMemoryFiles, listedBackwards, memoryRoot } from './generate/memory-files.js';
import { analyzeFiles, printSources, type Sources } from './generate/run.js';
import { declarationOf, endpointsOf, verdictOf, type Served } from './oracle/judge-program.mjs';
import { programOf, randomProgram, sendings, ways } from './oracle/programs.mjs';

/** Fixed, so that every run tries the same programs; by hand `node scripts/fuzz.mjs` tries many more. */
const firstSeed = Number(process.env['LEASTSCOPE_SEED'] ?? 0);
const programs = Number(process.env['LEASTSCOPE_RUNS'] ?? 80);

/** Steps that a program of a few lines may take: more would mean that something multiplies. */
const stepLimit = 5_000;

const catalog = loadCatalog();
const endpoints = endpointsOf(catalog);
const [first = { scope: '', method: 'GET', path: '/' }] = endpoints;
const declared = parseDeclaration(declarationOf(endpoints), 'scope-declaration.yaml', catalog);
/** Without a second call nothing is called unused. */
const other: Served = endpoints.at(-1) ?? first;
const beside: Sources = {
  'src/other.js': `fetch('https://open-api.tiktokglobalshop.com${other.path}', { method: '${other.method}' });\n`,
};

function judge(sources: Sources, change = (files: ReturnType<typeof createMemoryFiles>) => files): Analysis {
  return analyzeFiles(memoryRoot, change(createMemoryFiles({ ...sources, ...beside })), declared);
}

describe('a call is seen whose path comes by way of', () => {
  it.each(Object.keys(ways))('%s', (name) => {
    const sources = programOf(first, { pathWays: [name] });
    expect(verdictOf(judge(sources), first), printSources(sources)).toBe('resolved');
  });
});

describe('a call is seen that is sent by', () => {
  it.each(Object.keys(sendings))('%s', (sending) => {
    const sources = programOf(first, { pathWays: ['an object'], methodWays: ['a function'], sending });
    expect(verdictOf(judge(sources), first), printSources(sources)).toBe('resolved');
  });
});

describe(`of ${String(programs)} programs that hide a call`, () => {
  const judged = Array.from({ length: programs }, (_, at) => {
    const { endpoint, sources } = randomProgram(firstSeed + at, endpoints);
    const analysis = judge(sources);
    return { sources, analysis, verdict: verdictOf(analysis, endpoint) };
  });

  it('none is lost without a doubt', () => {
    expect(
      judged.filter(({ verdict }) => verdict === 'lost').map(({ sources }) => printSources(sources)),
    ).toEqual([]);
  });

  it('nine of ten are resolved', () => {
    const doubted = judged.filter(({ verdict }) => verdict !== 'resolved');
    const printed = doubted.map(({ sources }) => printSources(sources)).join('\n');
    expect(doubted.length, printed).toBeLessThanOrEqual(programs / 10);
  });

  it('none takes more steps than its size explains', () => {
    expect(Math.max(...judged.map(({ analysis }) => analysis.stats.steps))).toBeLessThan(stepLimit);
  });

  it('the answer is the same when the files come in another order', () => {
    for (const { sources, analysis } of judged.slice(0, programs / 6)) {
      const backwards = judge(sources, listedBackwards);
      expect({ ...backwards, stats: null }).toEqual({ ...analysis, stats: null });
    }
  });
});

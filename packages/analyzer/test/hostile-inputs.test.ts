import { describe, expect, it } from 'vitest';
import { parseDeclaration } from '../src/index.js';
import { createMemoryFiles, listedBackwards, memoryRoot } from './generate/memory-files.js';
import { analyzeFiles, printSources } from './generate/run.js';
import { declare } from './judge.js';
import { faultOf, hostileDeclaration, hostileKinds, hostileSources } from './oracle/hostile-inputs.mjs';
import { tinyCatalog } from './tiny-catalog.js';

/** Fixed, so that every run tries the same inputs; by hand `node scripts/fuzz.mjs` tries many more. */
const firstSeed = Number(process.env['LEASTSCOPE_SEED'] ?? 0);
const inputs = Number(process.env['LEASTSCOPE_RUNS'] ?? 6);
/** How large they may get: here what takes next to no time. */
const size = 8;

describe.each(hostileKinds)('hostile inputs: %s', (kind) => {
  it('neither throw, nor hide the call beside them, nor hang on the order of the files', () => {
    for (let seed = firstSeed; seed < firstSeed + inputs; seed += 1) {
      const sources = hostileSources(kind, seed, size);
      const fault = faultOf(sources, (asked, order) => {
        const files = createMemoryFiles(asked);
        return analyzeFiles(memoryRoot, order === 'backwards' ? listedBackwards(files) : files);
      });
      expect(fault, `seed ${String(seed)}\n${printSources(sources)}`).toBeNull();
    }
  });
});

it('a declaration tells what is wrong with it, whatever is done to it', () => {
  for (let seed = firstSeed; seed < firstSeed + 8 * inputs; seed += 1) {
    const text = hostileDeclaration(seed, declare());
    const { declaration, mistakes } = parseDeclaration(text, 'scope-declaration.yaml', tinyCatalog);
    expect(declaration !== null || mistakes.length > 0, text).toBe(true);
  }
});

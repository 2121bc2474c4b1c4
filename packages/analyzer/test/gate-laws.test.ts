import { readdirSync, readFileSync } from 'node:fs';
import { loadCatalog, tellTales } from '@leastscope/scope-catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiskFiles } from '../src/disk/index.js';
import type { FileSystem } from '../src/index.js';
import { readFile } from '../src/facts/read-file.js';
import { changeLists, programs } from './generate/arbitrary.js';
import { createMemoryFiles, listedBackwards, memoryRoot } from './generate/memory-files.js';
import { render } from './generate/render.js';
import { analyzeFiles, printSources } from './generate/run.js';
import { loadShapeCases } from './shape-cases.mjs';

const cases = loadShapeCases().map((shape) => [shape.id, shape] as const);
const seed = 20261123;
const words = tellTales(loadCatalog());

describe('the gate changes nothing, and neither does the order of files', () => {
  it.each(cases)('%s', (_, { root }) => lawsHold(root, createDiskFiles()));

  it('holds for generated programs', () => {
    fc.assert(
      fc.property(programs, changeLists, (program, changes) => {
        const sources = render(changes.reduce((current, { apply }) => apply(current), program));
        lawsHold(memoryRoot, createMemoryFiles(sources), printSources(sources));
      }),
      { seed, numRuns: 40 },
    );
  });
});

describe('facts are plain data', () => {
  it.each(cases)('%s', (_, { root }) => {
    for (const [file, text] of textsBelow(root)) {
      const facts = readFile(file, text, words);
      expect(JSON.parse(JSON.stringify(facts)), file).toEqual(facts);
    }
  });
});

/** The same needs from every file as from the seeds alone; the same bytes when files are listed backwards. */
function lawsHold(root: string, files: FileSystem, message = ''): void {
  const listed = files.listFiles(root);
  const gated = analyzeFiles(root, files);
  if (gated.stats.seeds < listed.length) {
    const all = analyzeFiles(root, files, { seeds: listed }).needs;
    expect(plain(gated.needs.uses), message).toEqual(plain(all.uses));
    expect(plain(gated.needs.open), message).toEqual(plain(all.open));
    expect(plain(gated.needs.scopes), message).toEqual(plain(all.scopes));
  }
  if (listed.length < 2) return;
  const backwards = analyzeFiles(root, listedBackwards(files));
  expect(JSON.stringify(backwards), message).toBe(JSON.stringify(gated));
}

/** Without what JSON cannot hold, in no order of its own. */
function plain(rows: readonly unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

function textsBelow(root: string): [file: string, text: string][] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(name))
    .map((name) => [name, readFileSync(`${root}/${name}`, 'utf8')]);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeLists, programs } from './generate/arbitrary.js';
import type { Change } from './generate/changes.js';
import { usesOf, type Program } from './generate/program.js';
import { render } from './generate/render.js';
import { analyzeSources, openIn, printSources, usedBy, type Sources } from './generate/run.js';

/** Fixed, so that every run tries the same programs. */
const seed = Number(process.env['LEASTSCOPE_SEED'] ?? 20261123);
const numRuns = Number(process.env['LEASTSCOPE_RUNS'] ?? 120);

describe('a generated program', () => {
  it('uses what it was made to use, and nothing else', () => {
    fc.assert(
      fc.property(programs, (program) => holds(program, [])),
      { seed, numRuns },
    );
  });

  it('uses the same after it was rewritten', () => {
    fc.assert(
      fc.property(programs, changeLists, (program, changes) => holds(program, changes)),
      { seed, numRuns },
    );
  });
});

/** Fails with the program as a person would read it. */
function holds(program: Program, changes: readonly Change[]): void {
  const changed = changes.reduce((current, { apply }) => apply(current), program);
  const sources = render(changed);
  const { needs } = analyzeSources(sources);
  const found = { uses: usedBy(needs), open: openIn(needs), unread: needs.unread };
  expect(found, message(sources, changes)).toEqual({ uses: usesOf(program), open: [], unread: [] });
}

function message(sources: Sources, changes: readonly Change[]): string {
  return `${changes.map(({ name }) => `changed: ${name}\n`).join('')}${printSources(sources)}`;
}

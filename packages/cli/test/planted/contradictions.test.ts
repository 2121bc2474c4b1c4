import { afterAll, expect, it } from 'vitest';
import { createPlantedApp } from './judged-app.js';
import { planted } from './contradictions.js';

const app = createPlantedApp();
afterAll(app.remove);
const clean = await app.judge([]);

it('the clean app has no gap, and nothing that is more than noted', () => {
  expect(clean).toMatchObject({ gaps: [], exit: 0 });
  expect(clean.findings.filter((line) => line.split(' ')[1] !== 'note')).toEqual([]);
});

it('there are at least thirty contradictions, each of another name', () => {
  expect(new Set(planted.map(({ name }) => name)).size).toBe(planted.length);
  expect(planted.length).toBeGreaterThanOrEqual(30);
});

it.each(planted)('$name', async ({ edits, gap, rule }) => {
  const { exit, findings, gaps } = await app.judge(edits);
  expect(rule ?? gap).toBeDefined();
  if (rule !== undefined)
    expect(
      findings.filter((line) => line.startsWith(rule)),
      findings.join('\n'),
    ).not.toEqual([]);
  if (gap !== undefined) {
    expect(
      gaps.filter((line) => line.includes(gap)),
      gaps.join('\n'),
    ).not.toEqual([]);
    expect(exit).toBe(1);
  }
});

it('the clean app is the same after all of them', async () => {
  expect(await app.judge([])).toEqual(clean);
});

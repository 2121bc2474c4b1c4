import { afterAll, expect, it } from 'vitest';
import { createPlantedApp } from './judged-app.js';
import { planted } from './contradictions.js';

const app = createPlantedApp();
afterAll(app.remove);
const clean = await app.judge([]);

it('the clean app has no gap, and nothing that is more than noted', () => {
  expect(clean).toMatchObject({ gaps: [], exit: 0, strictExit: 0 });
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

it('what is only not known is named, and fails nothing unless that is asked for', async () => {
  const from = '  await prisma.label';
  const edit = {
    file: 'src/webhooks/deauthorize.ts',
    from,
    to: `  if (process.env.ERASE) await prisma.label`,
  };
  const { gaps, ...exits } = await app.judge([edit]);
  expect(gaps).toContainEqual(
    expect.stringContaining(
      'not known: the deletion runs only under a condition  src/webhooks/deauthorize.ts:',
    ),
  );
  expect(exits).toMatchObject({ exit: 0, strictExit: 3 });
});

it('the clean app is the same after all of them', async () => {
  expect(await app.judge([])).toEqual(clean);
});

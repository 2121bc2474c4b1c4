import { expect, test } from 'vitest';
import { call, claim, cleanCalls, declare, ignore, said } from '../../../test/judge.js';

const yaml = declare();
const uses = [...cleanCalls, call('src/ship/a.ts:3', 'GET /money/202309/statements')];

test('a comment with a reason silences, and is not reported', () => {
  const directives = [ignore('src/ship/a.ts:2', 'missing-scope', 'pilot shop only')];
  expect(said('missing-scope', { yaml, uses, directives })[0]).toContain('[silenced by directive]');
  expect(said('unused-suppression', { yaml, uses, directives })).toEqual([]);
});

test('a comment without a reason silences nothing', () => {
  const directives = [ignore('src/ship/a.ts:2', 'missing-scope', null)];
  expect(said('missing-scope', { yaml, uses, directives })[0]).not.toContain('silenced');
  expect(said('unused-suppression', { yaml, uses, directives })).toEqual([
    'src/ship/a.ts:2:1 warning Ignoring `missing-scope` needs a reason; without one nothing is ignored.',
  ]);
});

test('no finding, no rule, no such rule, no such purpose', () => {
  const directives = [
    ignore('src/ship/b.ts:2', 'missing-scope', 'why not'),
    ignore('src/ship/b.ts:4', null, 'why not'),
    ignore('src/ship/b.ts:6', 'mising-scope', 'why not'),
    claim('src/ship/b.ts:8', 'shipp'),
    claim('src/ship/b.ts:9', 'ship'),
  ];
  expect(said('unused-suppression', { yaml, uses, directives })).toEqual([
    'src/ship/b.ts:2:1 warning There is no `missing-scope` here to ignore.',
    'src/ship/b.ts:4:1 warning This comment names no rule, so it ignores nothing.',
    'src/ship/b.ts:6:1 warning There is no rule `mising-scope`. Did you mean `missing-scope`?',
    'src/ship/b.ts:8:1 warning The declaration has no purpose `shipp`. Did you mean `ship`?',
  ]);
});

test('a comment for a project rule is called unused by neither host: an editor could not know', () => {
  const directives = [ignore('src/ship/b.ts:2', 'surplus-data', 'known')];
  for (const horizon of ['file', 'project'] as const) {
    expect(said('unused-suppression', { yaml, uses, directives, horizon })).toEqual([]);
  }
});

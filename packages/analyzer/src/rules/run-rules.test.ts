import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { call, cleanCalls, declare, judge, lineOf, said } from '../../test/judge.js';
import { ruleIds } from '../model/finding.js';
import { fillMessage } from './wording/fill-message.js';
import { ruleInfos, rules, silencingRules } from './index.js';

test('every rule id has exactly one rule, in a file of its name', () => {
  expect(ruleInfos.map(({ id }) => id).sort()).toEqual([...ruleIds].sort());
  const files = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' }).map(
    (file) => basename(file),
  );
  for (const id of ruleIds) {
    expect(files).toContain(`${id}.ts`);
    expect(files).toContain(`${id}.test.ts`);
  }
});

test('every message answers what, why and what to do, and leaves no verdict on compliance', () => {
  for (const rule of [...rules, ...silencingRules]) {
    for (const { message, why, help } of Object.values(rule.messages)) {
      expect([message, why, help].every((text) => text.length > 0)).toBe(true);
      expect(`${message}${why}${help}`).not.toMatch(/compliant|approved by|guaranteed|\binvalid\b/i);
    }
  }
});

test('no finding leaves a placeholder unfilled', () => {
  const uses = [
    ...cleanCalls,
    call('src/ship/a.ts:1', 'GET /money/202309/statements'),
    call('src/x.ts:1', 'GET /order/2507/orders'),
  ];
  const { findings } = judge({ yaml: declare({ more: 'webhooks: [21, x]\n' }), uses });
  expect(findings.length).toBeGreaterThan(3);
  for (const { message, why, help } of findings) expect(`${message}${why}${help}`).not.toContain('{{');
});

test('severities: the host over the declaration over the rule', () => {
  const uses = [...cleanCalls, call('src/ship/a.ts:1', 'GET /money/202309/statements')];
  const yaml = declare({ more: 'rules: { missing-scope: warning }\n' });
  expect(said('missing-scope', { yaml, uses })[0]).toContain(' warning ');
  expect(said('missing-scope', { yaml, uses, severities: { 'missing-scope': 'note' } })[0]).toContain(
    ' note ',
  );
  expect(said('missing-scope', { yaml, uses, severities: { 'missing-scope': 'off' } })).toEqual([]);
});

test('without a declaration only the calls themselves are judged', () => {
  const { findings } = judge({ uses: [call('src/a.ts:1', 'GET /order/2507/orders'), ...cleanCalls] });
  expect(findings.map(({ rule }) => rule)).toEqual(['unknown-endpoint']);
});

test('the order of what comes in changes nothing', () => {
  const uses = [
    ...cleanCalls,
    call('src/ship/a.ts:1', 'GET /money/202309/statements'),
    call('src/x.ts:1', 'GET /x/2507/y'),
  ];
  const lines = (list: typeof uses) => judge({ yaml: declare(), uses: list }).findings.map(lineOf);
  expect(lines([...uses].reverse())).toEqual(lines(uses));
});

test('lists in messages', () => {
  expect(fillMessage('{{a}}; {{a:or}}; {{b}}; {{c}}', { a: ['x', 'y', 'z'], b: ['x'], c: 'plain' })).toBe(
    '`x`, `y` and `z`; `x`, `y` or `z`; `x`; plain',
  );
});

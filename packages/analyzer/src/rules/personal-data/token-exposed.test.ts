import { expect, test } from 'vitest';
import { declare, judge, outflow, placeAt, said } from '../../../test/judge.js';
import type { Destination, ExposedSecret, Outflow } from '../../model/data-flow.js';

const tokens = 'GET /api/v2/token/get';
const yaml = declare();
const goes = (to: Destination, extra: Partial<Outflow> = {}) =>
  outflow('src/connect/a.ts:4', to, 'take', `${tokens} data.access_token`, ['credential.token'], {
    of: 'field',
    ...extra,
  });
const says = (...outflows: readonly Outflow[]) => said('token-exposed', { yaml, outflows });

test('logged, returned, sent to somebody else: an error; stored in clear: a warning', () => {
  const of = '(`data.access_token` of `GET /api/v2/token/get`)';
  expect(says(goes('logged'))).toEqual([`src/connect/a.ts:4:1 error \`take\` logs a token ${of}.`]);
  expect(says(goes('returned'))).toEqual([
    `src/connect/a.ts:4:1 error \`take\` gives a token ${of} to whoever gets its answer.`,
  ]);
  expect(says(goes('sent', { recipient: 'hooks.example.com' }))).toEqual([
    `src/connect/a.ts:4:1 error \`take\` sends a token ${of} to \`hooks.example.com\`.`,
  ]);
  expect(says(goes('stored'))).toEqual([
    `src/connect/a.ts:4:1 warning \`take\` stores a token ${of}, and no cipher is seen on the way.`,
  ]);
});

test('a whole answer holds both tokens, and one statement is one finding', () => {
  const whole = outflow('src/connect/a.ts:4', 'logged', 'console.log', `${tokens} data`, [
    'credential.token',
  ]);
  const { findings } = judge({ yaml, outflows: [whole, goes('logged', { sink: 'console.log' })] });
  expect(findings.filter(({ rule }) => rule === 'token-exposed').map(({ message }) => message)).toEqual([
    '`console.log` logs tokens (`data` and `data.access_token` of `GET /api/v2/token/get`).',
  ]);
});

test('no purpose and no declaration is needed to know it', () => {
  expect(said('token-exposed', { outflows: [goes('logged')] })).toHaveLength(1);
  expect(said('token-exposed', { yaml, outflows: [goes('logged')], horizon: 'file' })).toHaveLength(1);
});

test('a helper that logs it is named, by the terminal alone', () => {
  const outflows = [goes('logged', { enteredBy: placeAt('src/b.ts:9'), use: placeAt('src/b.ts:1') })];
  expect(said('token-exposed', { yaml, outflows })).toHaveLength(1);
  expect(said('token-exposed', { yaml, outflows, horizon: 'file' })).toEqual([]);
});

test('is silent within the own network, where it is not sure, in tests, and of other answers', () => {
  expect(says(goes('sent', { recipient: 'vault.internal' }))).toEqual([]);
  expect(says(goes('sent', { recipient: null }))).toEqual([]);
  expect(says(goes('logged', { isCertain: false }))).toEqual([]);
  expect(says(goes('logged', { isBeyondImports: true }))).toEqual([]);
  expect(says(goes('logged', { fileKind: 'test' }))).toEqual([]);
  expect(says(goes('escaped', { reason: 'it is thrown' }))).toEqual([]);
  const other = outflow('src/a.ts:4', 'logged', 'console.log', 'GET /order/202507/orders data', [
    'buyer.name',
  ]);
  expect(says(other)).toEqual([]);
});

test('the secret of the app in a variable that browsers get', () => {
  const publicSecrets = [
    { variable: 'NEXT_PUBLIC_APP_SECRET', prefix: 'NEXT_PUBLIC_', place: placeAt('src/sign.ts:3') },
    { variable: 'VITE_APP_SECRET', prefix: 'VITE_', place: placeAt('src/sign.ts:4') },
  ];
  const found = judge({ publicSecrets }).findings.filter(({ rule }) => rule === 'token-exposed');
  expect(found.map(({ message, help }) => `${message} ${/`(.*)`/.exec(help)?.[1] ?? ''}`)).toEqual([
    '`NEXT_PUBLIC_APP_SECRET` puts the app secret into what browsers load. NEXT_PUBLIC_',
    '`VITE_APP_SECRET` puts the app secret into what browsers load. VITE_',
  ]);
});

function secret(line: number, extra: Partial<ExposedSecret> = {}): ExposedSecret {
  return {
    secret: 'app-secret',
    name: 'TTS_APP_SECRET',
    to: 'logged',
    sink: 'console.log',
    recipient: null,
    place: placeAt(`src/sign.ts:${String(line)}`),
    read: placeAt('src/config.ts:1'),
    enteredBy: null,
    isBeyondImports: false,
    fileKind: 'production',
    ...extra,
  };
}

test('a statement that lets out a token of an answer and a secret of the configuration is one finding', () => {
  const place = placeAt('src/connect/a.ts:4');
  const found = (outflows: readonly Outflow[], exposedSecrets: readonly ExposedSecret[]) =>
    judge({ yaml, outflows, exposedSecrets }).findings.filter(({ rule }) => rule === 'token-exposed');
  const slack = { recipient: 'slack.com' };
  const both = [
    ...found([goes('logged')], [secret(4, { place })]),
    ...found([goes('returned')], [secret(4, { place, to: 'returned' })]),
    ...found([goes('sent', slack)], [secret(4, { place, to: 'sent', ...slack })]),
  ];
  const token =
    'a token (`data.access_token` of `GET /api/v2/token/get`) and the app secret (`TTS_APP_SECRET`)';
  expect(both.map(({ message }) => message)).toEqual([
    `\`take\` logs ${token}.`,
    `\`take\` gives ${token} to whoever gets its answer.`,
    `\`take\` sends ${token} to \`slack.com\`.`,
  ]);
  expect(both[0]?.points.map(({ subject, field }) => field ?? subject)).toEqual([
    'data.access_token',
    'TTS_APP_SECRET',
  ]);
  // Another place, another deed, another receiver: two.
  expect(found([goes('logged')], [secret(5)])).toHaveLength(2);
  expect(found([goes('logged')], [secret(4, { place, to: 'returned' })])).toHaveLength(2);
  expect(
    found([goes('sent', { recipient: 'a.example' })], [secret(4, { place, to: 'sent', ...slack })]),
  ).toHaveLength(2);
});

test('a secret of the environment: one finding a statement, by what takes it', () => {
  const exposedSecrets = [
    secret(3),
    secret(3, { secret: 'token', name: 'TTS_ACCESS_TOKEN' }),
    secret(4, { to: 'returned', sink: 'response.json' }),
    secret(5, { to: 'sent', sink: 'slack.chat.postMessage', recipient: 'slack.com' }),
    secret(6, { isBeyondImports: true }),
    secret(7, { fileKind: 'test' }),
  ];
  const found = judge({ exposedSecrets }).findings.filter(({ rule }) => rule === 'token-exposed');
  expect(found.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    'error `console.log` logs the app secret and a token (`TTS_APP_SECRET`, `TTS_ACCESS_TOKEN`).',
    'error `response.json` gives the app secret (`TTS_APP_SECRET`) to whoever gets its answer.',
    'error `slack.chat.postMessage` sends the app secret (`TTS_APP_SECRET`) to `slack.com`.',
  ]);
});

import { expect, test } from 'vitest';
import { evidenceOf, read } from './evidence-of.js';
import type { Sources } from './generate/run.js';

const orders = `export async function waiting() {${read}return data.orders;\n}\n`;

/** Signs of weakness in an app whose orders are asked for in one file and used in another. */
function weak(sources: Sources): readonly string[] {
  const { security } = evidenceOf({ 'src/orders.ts': orders, ...sources });
  return security.flatMap(({ at, isWeak, what }) => (isWeak ? [`${at.file}:${at.start.line} ${what}`] : []));
}

const labels = (code: string, head = '') => `import axios from 'axios';
import https from 'node:https';
import { prisma } from './db.js';
import { waiting } from './orders.js';
${head}
export async function book() {
  for (const { recipient_address: to } of await waiting()) {
    ${code}
  }
}
`;
const db = (options = '', more = '') =>
  `import { PrismaClient } from '@prisma/client';\n${more}\nexport const prisma = new PrismaClient(${options});\n`;
const keep = 'await prisma.label.create({ data: { name: to.name } });';

test('weakness in a file that only uses the data', () => {
  const of = (code: string, head = '') => weak({ 'src/labels.ts': labels(code, head), 'src/db.ts': db() });
  expect(of(keep)).toEqual([]);
  expect(of(keep, 'export const agent = new https.Agent({ rejectUnauthorized: false });')).toEqual([
    'src/labels.ts:5 rejectUnauthorized: false',
  ]);
  expect(of(keep, `export const agent = new https.Agent({ minVersion: 'TLSv1' });`)).toEqual([
    'src/labels.ts:5 TLSv1',
  ]);
  const post = `await axios.post('http://api.carrier.example/v1', { name: to.name });`;
  expect(of(post)).toEqual(['src/labels.ts:8 http://api.carrier.example']);
  expect(of(post.replace('to.name', `'x'`))).toEqual([]);
  expect(of(post.replace('http:', 'https:'))).toEqual([]);
  expect(of(post.replace('carrier.example', 'carrier.internal'))).toEqual([]);
});

test('the address may be a constant, or be given to the client', () => {
  const of = (code: string, head: string, config = '') =>
    weak({ 'src/labels.ts': labels(code, head), 'src/db.ts': db(), 'src/config.ts': config });
  const found = ['src/labels.ts:8 http://api.carrier.example'];
  const config = `export const carrier = 'http://api.carrier.example';\n`;
  const imported = `import { carrier } from './config.js';`;
  expect(
    of('await axios.post(`${carrier}/v1/${to.region_code}`, { name: to.name });', imported, config),
  ).toEqual(found);
  const client = `const client = axios.create({ baseURL: 'http://api.carrier.example' });`;
  expect(of(`await client.post('/v1', { name: to.name });`, client)).toEqual(found);
  const shared = `import axios from 'axios';\nexport ${client}`;
  expect(
    of(`await client.post('/v1', { name: to.name });`, `import { client } from './config.js';`, shared),
  ).toEqual(found);
});

test('weakness in what defines the store, or the connection', () => {
  const of = (sources: Sources) => weak({ 'src/labels.ts': labels(keep), ...sources });
  const url = 'postgres://app@db.example/orders?sslmode=disable';
  expect(of({ 'src/db.ts': db(`{ datasourceUrl: '${url}' }`) })).toEqual(['src/db.ts:3 sslmode=disable']);
  expect(of({ 'src/db.ts': db('{ datasourceUrl: url }', `const url = '${url}';`) })).toEqual([
    'src/db.ts:2 sslmode=disable',
  ]);
  expect(
    of({
      'src/db.ts': db(
        '{}',
        `import { createCipheriv } from 'node:crypto';\nexport const enc = (k: Buffer) => createCipheriv('aes-128-cbc', k, k);`,
      ),
    }),
  ).toEqual(['src/db.ts:3 aes-128-cbc']);
  const agent = `import https from 'node:https';\nexport const agent = new https.Agent({ rejectUnauthorized: false });\n`;
  const sending = labels(
    `await axios.post('https://api.carrier.example', { name: to.name }, { httpsAgent: agent });`,
    `import { agent } from './agent.js';`,
  );
  expect(weak({ 'src/labels.ts': sending, 'src/db.ts': db(), 'src/agent.ts': agent })).toEqual([
    'src/agent.ts:2 rejectUnauthorized: false',
  ]);
});

test('a file that has nothing to do with the data is not accused', () => {
  const other = `import https from 'node:https';
import { createCipheriv } from 'node:crypto';
export const agent = new https.Agent({ rejectUnauthorized: false });
export const url = 'postgres://app@db.example/statistics?sslmode=disable';
export const enc = (k: Buffer) => createCipheriv('aes-128-cbc', k, k);
`;
  const main = `import { agent } from './other.js';\nimport { book } from './labels.js';\nexport { agent, book };\n`;
  const sources = {
    'src/labels.ts': labels(keep),
    'src/db.ts': db(),
    'src/other.ts': other,
    'src/main.ts': main,
  };
  expect(weak(sources)).toEqual([]);
  const tests = {
    ...sources,
    'test/labels.test.ts': labels(
      keep,
      `export const agent = new https.Agent({ rejectUnauthorized: false });`,
    ).replaceAll(`'./`, `'../src/`),
  };
  expect(weak(tests)).toEqual([]);
});

import { loadCatalog } from '@leastscope/scope-catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiHosts } from '../requests/place-request.js';
import { createRequestReader } from '../requests/request-reader.js';
import type { SeenRequest } from '../requests/request.js';
import { Held } from './held.js';
import { readWitness } from './read-witness.js';

const hosts = apiHosts(loadCatalog());
const base = 'https://open-api.tiktokglobalshop.com';

async function read(pieces: Iterable<string>) {
  const [requests, held]: [SeenRequest[], Held] = [[], new Held()];
  const reader = createRequestReader((request) => void requests.push(request), hosts);
  return { requests, ...(await readWitness(pieces, reader, held)), most: held.most };
}

function harEntry(url: string, status: number, body: string) {
  return {
    request: { method: 'GET', url, headers: [{ name: 'x-tts-access-token', value: 'TTP_1' }] },
    response: { status, content: { mimeType: 'application/json', text: body } },
  };
}

const entries = [
  harEntry(`${base}/order/202309/orders?ids=1&sign=s#x`, 401, '{"code":105005,"data":{"code":1}}'),
  harEntry(`${base}/order/202309/orders`, 200, `{"data":{"code":5},"code":0,"x":"${'y'.repeat(9000)}`),
  harEntry(`${base}/a`, 401, Buffer.from('{"message":"denied","code":105005}').toString('base64')),
];
const span = (attributes: Readonly<Record<string, unknown>>) => ({
  name: 'call',
  attributes: Object.entries(attributes).map(([key, value]) => ({ key, value })),
});
const spans = {
  resourceSpans: [
    {
      scopeSpans: [
        {
          spans: [
            span({
              'http.request.method': { stringValue: 'POST' },
              'db.statement': { stringValue: 'SELECT 1' },
              'url.full': { stringValue: `${base}/order/202309/orders/search?sign=s` },
              'http.response.status_code': { intValue: '401' },
              'error.type': { stringValue: '105005' },
            }),
            span({
              'http.method': { stringValue: 'GET' },
              'http.target': { stringValue: '/b' },
              'net.peer.name': { stringValue: 'h' },
            }),
            span({ 'rpc.method': { stringValue: 'Get' } }),
          ],
        },
      ],
    },
  ],
};

const of = (method: string, address: string, status: number | null, code: number | null = null) => ({
  method,
  address,
  host: null as string | null,
  status,
  code,
});

const texts = {
  har: {
    text: `\ufeff${JSON.stringify({ log: { version: '1.2', entries } }, null, 1)}`,
    requests: [
      of('GET', `${base}/order/202309/orders`, 401, 105005),
      // What is cut off says no code where the code stood behind the cut; here it stands before it.
      of('GET', `${base}/order/202309/orders`, 200, 0),
      of('GET', `${base}/a`, 401, 105005),
    ],
  },
  otlp: {
    text: `${JSON.stringify(spans)}\n${JSON.stringify(spans)}\n`,
    requests: [1, 2].flatMap(() => [
      of('POST', `${base}/order/202309/orders/search`, 401, 105005),
      { ...of('GET', '/b', null), host: 'h' },
    ]),
  },
  logs: {
    text: [
      `1.1.1.1 - - [29/Nov/2026:10:00:00 +0000] "GET ${base}/a?token=200 HTTP/1.1" 401 33 "-" "agent/1.0"`,
      '[2026-04-15T20:17:00.310Z] "POST /a/b?x=1 HTTP/2" 204 - 154 0 "10.0.0.1" "open-api.tiktokglobalshop.com" "tcp://10.0.2.1:80"',
      `1286536309.586 921 10.0.0.1 TCP_MISS/200 507 GET ${base}/c?a=1 - DIRECT/1.1.1.1 -`,
      'level=info method=get url="https://x.example/d?y=1" status=500',
      '{"request":{"method":"GET","host":"h:443","uri":"/e?x=1"},"status":403,"msg":"{"}',
      `{"path":"/f","url":"${base}/f","req":{"method":"PUT"},"res":{"statusCode":200}}`,
      `worker: DELETE ${base}/g -> 401 {"code":105005,"message":"no"}`,
      '{ this is no JSON: GET /h HTTP/1.1" 200',
      'started',
      '',
    ].join('\r\n'),
    requests: [
      of('GET', `${base}/a`, 401),
      { ...of('POST', '/a/b', 204), host: 'open-api.tiktokglobalshop.com' },
      of('GET', `${base}/c`, 200),
      of('GET', 'https://x.example/d', 500),
      { ...of('GET', '/e', 403), host: 'h:443' },
      of('PUT', `${base}/f`, 200),
      of('DELETE', `${base}/g`, 401, 105005),
      of('GET', '/h', 200),
    ],
  },
};

describe.each(Object.entries(texts))('%s', (_name, { text, requests }) => {
  it('tells its requests, wherever it is cut into pieces', async () => {
    expect(await read([text])).toMatchObject({ requests, broken: 0, characters: text.length });
    const cuts = fc.array(fc.nat(text.length), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, async (given) => {
        const ends = [...given.sort((a, b) => a - b), text.length];
        const pieces = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
        expect((await read(pieces)).requests).toEqual(requests);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe('what is broken', () => {
  const good = `{"method":"GET","url":"${base}/a","status":200}`;

  it.each([
    ['a file that ends too early', `${good}\n{"method":"GET","url":"${base}/b"`, 1, 1],
    ['a line that goes wrong', `${good} and so on, for a while\n${good}\n`, 1, 1],
    ['what nests too deep', `${'['.repeat(5000)}\n${good}`, 1, 1],
    ['what nests too deep behind a record', `{"status":1,"a":${'['.repeat(5000)}\n${good}`, 1, 1],
    ['nothing', '', 0, 0],
  ])('%s leaves the rest', async (_what, text, broken, told) => {
    const { requests, broken: counted } = await read([text]);
    expect({ broken: counted, told: requests.length }).toEqual({ broken, told });
  });
});

describe('memory', () => {
  /** A body, a key, a line and an attribute, each of a million characters, in pieces as they come from a disk. */
  function* long(before: string, what: string, after: string): Iterable<string> {
    yield before;
    for (let index = 0; index < 40; index += 1) yield what.repeat(25_000 / what.length);
    yield after;
  }

  it.each<[string, Iterable<string>, number]>([
    [
      'body',
      long(
        '{"log":{"entries":[{"request":{"method":"GET","url":"/a"},"response":{"content":{"text":"',
        'x\\"xx',
        '"}}}]}}',
      ),
      1,
    ],
    ['URL', long('{"log":{"entries":[{"request":{"method":"GET","url":"/a?', 'xyxyx', '"}}]}}'), 1],
    ['path', long('{"method":"GET","url":"/', 'xyxyx', '"}'), 0],
    ['key', long('{"method":"GET","', 'xyxyx', '":1,"url":"/a"}'), 1],
    ['line', long('"GET /a HTTP/1.1" 200 ', 'xyxyx', '\n'), 1],
    [
      'attribute',
      long(
        '{"resourceSpans":[{"scopeSpans":[{"spans":[{"attributes":[{"key":"a","value":{"stringValue":"',
        'xyxyx',
        '"}}]}]}]}]}',
      ),
      0,
    ],
  ])('of a %s of a million characters is a few thousand', async (_what, pieces, told) => {
    const { requests, characters, most, broken } = await read(pieces);
    expect({ told: requests.length, broken }).toEqual({ told, broken: 0 });
    expect(characters).toBeGreaterThan(1_000_000);
    expect(most).toBeLessThan(30_000);
  });

  it('of many records is that of one', async () => {
    function* many(count: number): Iterable<string> {
      for (let index = 0; index < count; index += 1)
        yield `${JSON.stringify({ method: 'GET', url: `${base}/a/${index}`, body: 'z'.repeat(500) })}\n`;
    }
    const [few, lots] = [await read(many(10)), await read(many(2000))];
    expect(lots.requests).toHaveLength(2000);
    expect(lots.most).toBeLessThan(few.most + 20);
  });
});

import { describe, expect, it } from 'vitest';
import { finding, needs, openCall, place, report, coverage } from '../../test/samples.js';
import { schemaMistakes } from '../../test/schemas.js';
import { plainPainter } from '../text/painter.js';
import { github } from './github.js';
import { reporters } from './reporters.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { sarif } from './sarif.js';

const options = { painter: plainPainter, width: undefined, sourceOf: () => null };

const full = report({
  findings: [
    finding(),
    finding({ confidence: 'inferred' }),
    finding({
      severity: 'warning',
      rule: 'unresolved-call',
      place: place('src/proxy.ts', 5, 3),
      related: [],
      suppressed: { by: 'directive', reason: 'known', place: place('src/proxy.ts', 4) },
    }),
  ],
  needs: needs({
    coverage,
    open: [openCall()],
    unread: [{ file: 'src/old.ts', reason: 'not UTF-8 text', place: null }],
    verdict: 'not-minimal',
  }),
});

describe('json', () => {
  it('is what its schema says', () => {
    expect(schemaMistakes('check-report', JSON.parse(json(full, options)))).toBeNull();
    expect(schemaMistakes('check-report', { schemaVersion: 2 })).not.toBeNull();
  });

  it('counts only what is not silenced, and keeps the silenced ones', () => {
    const parsed = JSON.parse(json(full, options)) as { summary: unknown; findings: unknown[] };
    expect(parsed.summary).toEqual({ errors: 2, warnings: 0, notes: 0, suppressed: 1 });
    expect(parsed.findings).toHaveLength(3);
  });
});

describe('github', () => {
  it('annotates what counts', () => {
    expect(github(full, options)).toMatchInlineSnapshot(`
      "::error file=src/orders.ts,line=3,endLine=3,col=9,endColumn=56,title=leastscope missing-scope::\`POST /order/202309/orders/search\` needs \`seller.order.info\`, which is not requested.%0Asrc/lib/http.ts:12 helper sends the request%0AThe call will be refused with error 105005.%0ARequest the scope, or drop the call.
      ::error file=src/orders.ts,line=3,endLine=3,col=9,endColumn=56,title=leastscope missing-scope::\`POST /order/202309/orders/search\` needs \`seller.order.info\`, which is not requested.%0Asrc/lib/http.ts:12 helper sends the request%0AThe call will be refused with error 105005.%0ARequest the scope, or drop the call.
      ::warning file=src/old.ts,title=not read::not UTF-8 text
      41 of 44 calls resolved, 3 open
      2 errors
      requested scopes: not the minimum this code needs (catalog 2026.1.1 of 2026-01-02)
      "
    `);
  });
});

describe('markdown', () => {
  it('has a row a finding', () => {
    expect(markdown(full, options)).toMatchInlineSnapshot(`
      "### leastscope

      | | rule | where | what | help |
      | --- | --- | --- | --- | --- |
      | error | missing-scope | <code>src/orders.ts&#58;3</code> | <code>POST /order/202309/orders/search</code> needs <code>seller.order.info</code>, which is not requested. | Request the scope, or drop the call. |
      | error | missing-scope | <code>src/orders.ts&#58;3</code> | <code>POST /order/202309/orders/search</code> needs <code>seller.order.info</code>, which is not requested. | Request the scope, or drop the call. |

      - not read: <code>src/old.ts</code>: not UTF-8 text
      - 41 of 44 calls resolved, 3 open
      - 2 errors
      - requested scopes&#58; not the minimum this code needs &#40;catalog 2026.1.1 of 2026-01-02&#41;
      "
    `);
  });
});

describe('sarif', () => {
  interface Sarif {
    readonly runs: readonly [
      {
        readonly results: readonly {
          readonly ruleId: string;
          readonly ruleIndex?: number;
          readonly partialFingerprints: Readonly<Record<string, string>>;
          readonly suppressions: readonly unknown[];
        }[];
      },
    ];
  }
  const resultsOf = (text: string): Sarif['runs'][0]['results'] =>
    (JSON.parse(text) as Sarif).runs[0].results;

  it('names rules, relative places, helpers and silences', () => {
    expect(resultsOf(sarif(full, options))[0]).toMatchInlineSnapshot(`
      {
        "level": "error",
        "locations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "uri": "src/orders.ts",
              },
              "region": {
                "endColumn": 56,
                "endLine": 3,
                "startColumn": 9,
                "startLine": 3,
              },
            },
          },
        ],
        "message": {
          "text": "\`POST /order/202309/orders/search\` needs \`seller.order.info\`, which is not requested.
      The call will be refused with error 105005.
      Request the scope, or drop the call.",
        },
        "partialFingerprints": {
          "leastscope/v1": "c9ac0b075dd8abbd7055fd00e99a39ca:1",
        },
        "properties": {
          "confidence": "sure",
          "data": {
            "endpoint": "POST /order/202309/orders/search",
            "scopes": [
              "seller.order.info",
            ],
          },
        },
        "relatedLocations": [
          {
            "id": 0,
            "message": {
              "text": "helper sends the request",
            },
            "physicalLocation": {
              "artifactLocation": {
                "uri": "src/lib/http.ts",
              },
              "region": {
                "endColumn": 5,
                "endLine": 12,
                "startColumn": 1,
                "startLine": 12,
              },
            },
          },
        ],
        "ruleId": "missing-scope",
        "ruleIndex": 0,
        "suppressions": [],
      }
    `);
    expect(resultsOf(sarif(full, options))[2]?.suppressions).toEqual([
      expect.objectContaining({ kind: 'inSource', justification: 'known' }),
    ]);
  });

  it('has fingerprints that do not move with lines, and that tell two calls apart', () => {
    const moved = report({ findings: [finding({ place: place('src/orders.ts', 99) })] });
    const [first, second] = resultsOf(sarif(full, options));
    expect(resultsOf(sarif(moved, options))[0]?.partialFingerprints).toEqual(first?.partialFingerprints);
    expect(second?.partialFingerprints).not.toEqual(first?.partialFingerprints);
  });
});

describe('hostile names', () => {
  const evil = 'src/%0A::error::\n\u001b[31m|<img src=x>`[x](javascript:1)\u202e.ts';
  const hostile = report({
    findings: [
      finding({
        message: `\`${evil}\` is ${evil}`,
        help: evil,
        why: evil,
        place: place(evil, 1),
        related: [
          { place: place(evil, 2), note: evil },
          { place: place(`b/${evil}`, 2), note: evil },
        ],
        suppressed: null,
      }),
    ],
    needs: needs({ unread: [{ file: evil, reason: evil, place: null }] }),
  });

  it.each(Object.entries(reporters))('%s lets nothing deceptive through', (_name, reporter) => {
    const text = reporter(hostile, {
      ...options,
      sourceOf: () => `const a = '${evil}';\n\t\u001b]0;x\u0007`,
    });
    // eslint-disable-next-line no-control-regex -- that is the question
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('json keeps the exact value', () => {
    const parsed = JSON.parse(json(hostile, options)) as { findings: [{ place: { file: string } }] };
    expect(parsed.findings[0].place.file).toBe(evil);
  });

  it('github gets one command a finding', () => {
    const lines = github(hostile, options).split('\n');
    expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(2);
    expect(lines[0]).toContain('file=src/%250A%3A%3Aerror%3A%3A\\u000a\\u001b[31m');
  });

  it('markdown gets neither cells nor tags nor links', () => {
    const row = markdown(hostile, options).split('\n')[4] ?? '';
    expect(row.split('|')).toHaveLength(7);
    expect(row.replaceAll(/<\/?code>/g, '')).not.toMatch(/[<>[\]`]/);
  });

  it('sarif has valid relative references', () => {
    const text = sarif(hostile, options);
    const uris = [...text.matchAll(/"uri": "([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(uris.length).toBeGreaterThan(2);
    for (const uri of uris) expect(uri).toMatch(/^(?:[\w.!~*'()-]|%[0-9A-F]{2}|\/)+$/);
  });
});

it.each(Object.entries(reporters))('%s says the same twice', (_name, reporter) => {
  expect(reporter(full, options)).toBe(reporter(structuredClone(full), options));
});

import { describe, expect, it } from 'vitest';
import { finding, needs, openCall, place, report, sources, coverage } from '../../test/samples.js';
import { schemaMistakes } from '../../test/schemas.js';
import { plainLayout } from '../text/layout.js';
import type { ReporterOptions } from './reporter.js';
import type { Finding } from '@leastscope/analyzer';
import { ruleInfos } from '@leastscope/analyzer';
import type { Log, Result, Run } from 'sarif';
import { concise } from './concise.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { html } from './html.js';
import { junit } from './junit.js';
import { reporters } from './reporters.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { sarif } from './sarif.js';

const options: ReporterOptions = {
  ...plainLayout,
  sourceOf: () => null,
  silenced: 'left-out',
  notes: 'fold',
  folder: '',
};

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
      requested scopes: not the minimum this code needs (catalog 2026.1.1 of 2026-01-02, complete until 2026-01-01)
      "
    `);
  });
});

describe('the limits of GitHub', () => {
  const many = (kind: Finding['severity'], number: number): readonly Finding[] =>
    Array.from({ length: number }, (_, index) =>
      finding({ severity: kind, message: `${kind} ${index + 1}`, place: place('src/many.ts', index + 1) }),
    );
  const crowd = report({
    findings: [...many('error', 12), ...many('warning', 10), ...many('note', 11)],
    needs: needs({ unread: [{ file: '::error::x', reason: 'not UTF-8 text', place: null }] }),
  });

  it('are kept: ten of each kind are annotations, and the rest stands in the log', () => {
    const lines = github(crowd, options).split('\n');
    const commands = lines.filter((line) => line.startsWith('::')).map((line) => line.split(' ', 1).join());
    expect(
      new Map([...new Set(commands)].map((name) => [name, commands.filter((one) => one === name).length])),
    ).toEqual(
      new Map([
        ['::error', 10],
        ['::warning', 10],
        ['::notice', 10],
      ]),
    );
    const from = lines.findIndex((line) => line.startsWith('and '));
    expect(lines.slice(from, from + 5)).toEqual([
      'and 2 errors, 1 warning, 1 note more, of which GitHub would show no annotation:',
      '- src/many.ts:11:1: error[missing-scope]: error 11',
      '- src/many.ts:12:1: error[missing-scope]: error 12',
      '- ::error::x: not read: not UTF-8 text',
      '- src/many.ts:11:1: note[missing-scope]: note 11',
    ]);
  });

  it('leave nothing to say where nothing is left', () => {
    expect(github(full, options)).not.toContain('more');
  });
});

describe('gitlab', () => {
  it('has for each finding what the report of code quality has to have', () => {
    const issues = JSON.parse(gitlab(full, options)) as Record<string, unknown>[];
    expect(issues).toHaveLength(3);
    expect(issues[0]).toEqual({
      description:
        '`POST /order/202309/orders/search` needs `seller.order.info`, which is not requested. Request the scope, or drop the call.',
      check_name: 'missing-scope',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
      severity: 'major',
      location: { path: 'src/orders.ts', lines: { begin: 3, end: 3 } },
    });
    expect(issues[2]).toMatchObject({
      check_name: 'not-read',
      location: { path: 'src/old.ts', lines: { begin: 1 } },
    });
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    for (const issue of issues)
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(issue['severity']);
  });
});

describe('junit', () => {
  it('has a case a finding, and one where there is none', () => {
    const noted = report({ findings: [finding(), finding({ severity: 'note' })] });
    expect(junit(noted, options)).toContain('tests="2" failures="1" errors="0" skipped="0"');
    expect(junit(noted, options).match(/<testcase /g)).toHaveLength(2);
    expect(junit(report(), options)).toContain('<testcase name="no findings" classname="leastscope"/>');
    expect(junit(report(), options)).toContain('tests="1" failures="0"');
  });
});

describe('concise', () => {
  it('has a line a finding, and one about the whole', () => {
    expect(concise(full, options)).toMatchInlineSnapshot(`
      "src/orders.ts:3:9: error[missing-scope]: \`POST /order/202309/orders/search\` needs \`seller.order.info\`, which is not requested.
      src/orders.ts:3:9: error[missing-scope]: \`POST /order/202309/orders/search\` needs \`seller.order.info\`, which is not requested.
      src/old.ts: not read: not UTF-8 text
      41 of 44 calls resolved, 3 open; 2 errors; requested scopes: not the minimum this code needs (catalog 2026.1.1 of 2026-01-02, complete until 2026-01-01)
      "
    `);
  });
});

describe('html', () => {
  it('is a page that loads and runs nothing', () => {
    const page = html(full, { ...options, sourceOf: (file) => sources[file] ?? null });
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link|<img|\son\w+=|src=/i);
    expect(page).toContain('<h2><code>src/orders.ts</code></h2>');
    expect(page).toContain('^^^^');
    expect(page).toContain('href="https&#58;//'.replace('&#58;', ':'));
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
      - requested scopes&#58; not the minimum this code needs &#40;catalog 2026.1.1 of 2026-01-02, complete until 2026-01-01&#41;
      "
    `);
  });
});

describe('sarif', () => {
  const runOf = (text: string): Run => {
    const [run] = (JSON.parse(text) as Log).runs;
    if (run === undefined) throw new Error('SARIF without a run');
    return run;
  };
  const resultsOf = (text: string): readonly Result[] => runOf(text).results ?? [];

  it('names rules, relative places, helpers and silences', () => {
    expect(resultsOf(sarif(full, options))[0]).toMatchInlineSnapshot(`
      {
        "level": "error",
        "locations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "uri": "src/orders.ts",
                "uriBaseId": "%SRCROOT%",
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
          "leastscope/v2": "692daebe81baf96fd5f090cbaa8f64ed:1",
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
                "uriBaseId": "%SRCROOT%",
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
      }
    `);
  });

  it('leaves out what is silenced, unless it is asked for', () => {
    expect(resultsOf(sarif(full, options)).map(({ ruleId }) => ruleId)).toEqual([
      'missing-scope',
      'missing-scope',
    ]);
    const all = resultsOf(sarif(full, { ...options, silenced: 'listed' }));
    expect(all.map(({ suppressions }) => suppressions)).toEqual([
      [],
      [],
      [expect.objectContaining({ kind: 'inSource', justification: 'known' })],
    ]);
  });

  it('says of every rule and of the run what code scanning asks for', () => {
    const judged = { ...full, rules: ruleInfos };
    const run = runOf(sarif(judged, { ...options, folder: 'apps/a/' }));
    expect(run.automationDetails).toEqual({ id: 'leastscope/apps/a/' });
    const { informationUri, rules = [] } = run.tool.driver;
    expect(informationUri).toMatch(/^https:\/\//);
    for (const { id, name, helpUri, properties } of rules) {
      expect(name, id).toMatch(/^(?:[A-Z][a-z]*)+$/);
      expect(helpUri, id).toMatch(new RegExp(`^https://.*/docs/rules/${id}\\.md$`));
      expect(properties?.tags?.length, `${id} has no tags in rule-tags.ts`).toBeGreaterThan(1);
      const isSecurity = properties?.tags?.includes('security') === true;
      expect('security-severity' in (properties ?? {}), id).toBe(isSecurity);
      expect(properties, id).toMatchObject({ precision: 'high' });
    }
    expect(rules.find(({ id }) => id === 'unused-scope')?.properties).toMatchObject({
      'security-severity': '7.5',
      tags: expect.arrayContaining(['external/cwe/cwe-250']) as unknown,
    });
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

  it('html gets no tags but ours', () => {
    const page = html(hostile, options);
    expect(page).not.toContain('<img');
    expect(page).toContain('&#60;img src=x&#62;');
  });

  it('junit stays XML', () => {
    const text = junit(hostile, options);
    expect(text.match(/<img/)).toBeNull();
    // eslint-disable-next-line no-control-regex -- XML has no way to write these
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    const lone = report({ findings: [finding({ message: 'half \ud83d a character' })] });
    expect(junit(lone, options)).toContain('half \ufffd a character');
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

import { expect, it } from 'vitest';
import { finding, needs, openCall, place, report, sources, coverage } from '../../test/samples.js';
import { plainLayout } from '../text/layout.js';
import { terminalLink, wantsLinks } from '../text/link.js';
import { colorPainter } from '../text/painter.js';
import { pretty } from './pretty.js';
import type { ReporterOptions } from './reporter.js';

const options: ReporterOptions = {
  ...plainLayout,
  sourceOf: (file: string) => sources[file] ?? null,
  silenced: 'left-out',
  notes: 'fold',
  folder: '',
};

it('shows the finding under its code, with helpers, reasons and sums', () => {
  const result = report({
    findings: [
      finding(),
      finding({
        severity: 'warning',
        rule: 'unresolved-call',
        place: place('src/proxy.ts', 5, 3),
        related: [],
        why: '',
      }),
    ],
    needs: needs({ coverage, open: [openCall()], verdict: 'not-minimal' }),
  });
  expect(pretty(result, options)).toMatchInlineSnapshot(`
    "error[missing-scope]: \`POST /order/202309/orders/search\` needs \`seller.order.info\`, which is not requested.
     --> src/orders.ts:3:9
      |
    3 | export = await post('/order/202309/orders/search', body);
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      ~ src/lib/http.ts:12 helper sends the request
      |
      = why: The call will be refused with error 105005.
      = help: Request the scope, or drop the call.

    warning[unresolved-call]: \`POST /order/202309/orders/search\` needs \`seller.order.info\`, which is not requested.
     --> src/proxy.ts:5:3
      |
      = help: Request the scope, or drop the call.

    41 of 44 calls resolved, 3 open
    1 error, 1 warning in 2 files
    requested scopes: not the minimum this code needs (catalog 2026.1.1 of 2026-01-02, complete until 2026-01-01)
    "
  `);
});

it('marks related places of the same file in the frame', () => {
  const source = 'const path = `/order/${v}/orders`;\n\n\n\nawait call(\n  path,\n  {\n    a: 1,\n  },\n);\n';
  const result = report({
    findings: [
      finding({
        place: place('src/a.ts', 5, 7, 2, 10),
        related: [{ place: place('src/a.ts', 1, 14, 33), note: 'the path' }],
      }),
    ],
  });
  expect(pretty(result, { ...options, sourceOf: () => source })).toMatchInlineSnapshot(`
    "error[missing-scope]: \`POST /order/202309/orders/search\` needs \`seller.order.info\`, which is not requested.
      --> src/a.ts:5:7
       |
     1 | const path = \`/order/\${v}/orders\`;
       |              ~~~~~~~~~~~~~~~~~~~ the path
    ...
     5 | await call(
       |       ^^^^^
    ...
       |
       = why: The call will be refused with error 105005.
       = help: Request the scope, or drop the call.

    1 of 1 call resolved
    1 error in 1 file
    requested scopes: the minimum this code needs (catalog 2026.1.1 of 2026-01-02, complete until 2026-01-01)
    "
  `);
});

it('says so when there is nothing to judge', () => {
  const empty = needs({
    uses: [],
    scopes: [],
    coverage: { ...coverage, resolved: 0, open: 0 },
    verdict: 'unknown',
    unread: [{ file: 'src/old.ts', reason: 'not UTF-8 text', place: null }],
  });
  expect(pretty(report({ needs: empty }), options)).toMatchInlineSnapshot(`
    "not read: src/old.ts: not UTF-8 text

    no TikTok Shop API calls found in 120 files
    no findings
    requested scopes: whether they are the minimum is unknown: no call was found; 1 file could not be read (catalog 2026.1.1 of 2026-01-02, complete until 2026-01-01)
    "
  `);
});

it('colours only what it is told to', () => {
  const text = pretty(report({ findings: [finding()] }), { ...options, painter: colorPainter });
  expect(text).toContain('\u001b[1m\u001b[31merror[missing-scope]');
});

it('shows the places beside a finding, and says how many more there are', () => {
  const places = Array.from({ length: 5 }, (_, index) => ({
    place: place('src/sync.ts', index + 1),
    note: 'stored here',
  }));
  const result = report({ findings: [finding({ related: places, relatedLeft: 4 })] });
  const lines = pretty(result, options).split('\n');
  expect(lines.filter((line) => line.includes('~ '))).toEqual([
    ...places.map((_, index) => `  ~ src/sync.ts:${index + 1} stored here`),
    '  ~ and 4 more places',
  ]);
});

it('links the rule to its page where the terminal knows links', () => {
  const text = pretty(report({ findings: [finding()] }), { ...options, link: terminalLink });
  const page = 'https://github.com/leastscope/leastscope/blob/main/docs/rules/missing-scope.md';
  expect(text).toContain(`error[\u001b]8;;${page}\u001b\\missing-scope\u001b]8;;\u001b\\]: `);
  expect(wantsLinks(true, { TERM_PROGRAM: 'WezTerm' })).toBe(true);
  expect(wantsLinks(true, { VTE_VERSION: '4205' })).toBe(false);
  expect(wantsLinks(true, { TERM: 'xterm-256color' })).toBe(false);
  expect(wantsLinks(false, { TERM_PROGRAM: 'WezTerm' })).toBe(false);
  expect(wantsLinks(false, { FORCE_HYPERLINK: '1' })).toBe(true);
  expect(wantsLinks(true, { TERM_PROGRAM: 'vscode', FORCE_HYPERLINK: '0' })).toBe(false);
});

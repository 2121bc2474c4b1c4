import * as typescript from '@typescript-eslint/parser';
import { Linter, RuleTester, type Rule } from 'eslint';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../src/index.js';
import { declaration } from './workbench.js';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

/** RuleTester makes its tests while the file loads, so the folder is there before. */
const root = realpathSync(mkdtempSync(join(tmpdir(), 'leastscope-rule-tester-')));
writeFileSync(join(root, 'scope-declaration.yaml'), declaration);
mkdirSync(join(root, 'connect'));
writeFileSync(
  join(root, 'connect/scope-declaration.yaml'),
  declaration.replace('shipping_seller', 'shop_connection'),
);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const tester = new RuleTester();
const typescriptTester = new RuleTester({ languageOptions: { parser: typescript } });
const filename = join(root, 'src/a.js');
const HOST = "const HOST = 'https://open-api.tiktokglobalshop.com';\n";
const ignore = (rule: string, indent = '') => `${indent}// leastscope-ignore-next-line ${rule} -- `;

function rule(id: string): Rule.RuleModule {
  return plugin.rules[id] as unknown as Rule.RuleModule;
}

/** The suggestion that every finding of a call carries. */
function ignoring(id: string, output: string): RuleTester.SuggestionOutput {
  return { messageId: 'ignoreNextLine', data: { rule: id }, output };
}

const cancel = `${HOST}export function cancel() {\n  return fetch(HOST + '/return_refund/202309/cancellations', { method: 'POST' });\n}\n`;
tester.run('missing-scope', rule('missing-scope'), {
  valid: [
    { filename, code: `${HOST}fetch(HOST + '/order/202309/orders/search', { method: 'POST' });` },
    { filename, code: "fetch('/return_refund/202309/cancellations.html');" },
    { filename, code: cancel.replace('  return', `${ignore('missing-scope', '  ')}known\n  return`) },
  ],
  invalid: [
    {
      filename,
      code: cancel,
      errors: [
        {
          message:
            '`POST /return_refund/202309/cancellations` needs `seller.return_refund.basic`, which is not requested.',
          line: 3,
          column: 10,
          endLine: 3,
          endColumn: 60,
          suggestions: [
            ignoring(
              'missing-scope',
              cancel.replace('  return', `${ignore('missing-scope', '  ')}\n  return`),
            ),
          ],
        },
      ],
    },
    {
      filename,
      code: cancel.replace('  return', `${ignore('missing-scope', '  ')}\n  return`),
      errors: [{ messageId: 'finding' }],
      name: 'a comment without a reason silences nothing, and a second one would be in its way',
    },
    {
      filename,
      code: `${HOST}const text = \`\n\${fetch(HOST + '/return_refund/202309/cancellations', { method: 'POST' })}\`;\n`,
      errors: [{ messageId: 'finding' }],
      name: 'no comment inside a template',
    },
    {
      filename,
      code: cancel.replaceAll('\n', '\r\n').replaceAll('  ', '\t'),
      errors: [
        {
          messageId: 'finding',
          suggestions: [
            ignoring(
              'missing-scope',
              cancel
                .replaceAll('  ', '\t')
                .replace('\treturn', `${ignore('missing-scope', '\t')}\n\treturn`)
                .replaceAll('\n', '\r\n'),
            ),
          ],
        },
      ],
      name: 'line breaks and tabs as they are',
    },
  ],
});

const scopes = (key: string) => `export const scopes = [\n  '${key}',\n];\n`;
const link = (keys: string) => `export const url = 'https://example.com/?scope=${keys}&state=1';\n`;
typescriptTester.run('unknown-scope', rule('unknown-scope'), {
  valid: [
    { filename, code: scopes('serller.product.optimize') },
    { filename, code: "translate('seller.product.optimize');" },
  ],
  invalid: [
    {
      filename,
      code: scopes('seller.product.optimize'),
      errors: [
        {
          messageId: 'finding',
          line: 2,
          column: 3,
          suggestions: [
            {
              messageId: 'renameScope',
              data: { nearest: 'serller.product.optimize' },
              output: scopes('serller.product.optimize'),
            },
            ignoring(
              'unknown-scope',
              scopes('seller.product.optimize').replace("  '", `${ignore('unknown-scope', '  ')}\n  '`),
            ),
          ],
        },
      ],
    },
    {
      filename,
      code: link('seller.order.info,seller.product.optimize'),
      errors: [
        {
          messageId: 'finding',
          line: 1,
          column: 66,
          endColumn: 89,
          suggestions: [
            {
              messageId: 'renameScope',
              data: { nearest: 'serller.product.optimize' },
              output: link('seller.order.info,serller.product.optimize'),
            },
            ignoring(
              'unknown-scope',
              `${ignore('unknown-scope')}\n${link('seller.order.info,seller.product.optimize')}`,
            ),
          ],
        },
      ],
      name: 'in a list and in a link, at the key itself',
    },
    {
      filename,
      code: scopes('seller.order.qqqqqqqqqqqqqqqqqqqqqq'),
      errors: [
        {
          messageId: 'finding',
          suggestions: [
            ignoring(
              'unknown-scope',
              scopes('seller.order.qqqqqqqqqqqqqqqqqqqqqq').replace(
                "  '",
                `${ignore('unknown-scope', '  ')}\n  '`,
              ),
            ),
          ],
        },
      ],
      name: 'nothing similar, nothing to rename',
    },
  ],
});

/** The comment above the line that holds `needle`. */
function withComment(code: string, needle: string): string {
  const lines = code.split('\n');
  const at = lines.findIndex((line) => line.includes(needle));
  return lines.toSpliced(at, 0, ignore('deprecated-endpoint')).join('\n');
}

function deprecated(code: string, replacement: string, output: string, needle = 'fetch(') {
  const rename = { messageId: 'replacePath', data: { replacement }, output };
  return {
    filename,
    code,
    errors: [
      {
        messageId: 'finding',
        suggestions: [rename, ignoring('deprecated-endpoint', withComment(code, needle))],
      },
    ],
  };
}

const transactions = (version: string, id: string) =>
  `${HOST}fetch(\`\${HOST}/finance/${version}/orders/${id}/statement_transactions?x=1\`);\n`;
const constant = (version: string) =>
  `${HOST}const PATH = '/finance/${version}/payments';\nfetch(HOST + PATH);\n`;
const odd = [
  `${HOST}const version = '202309';\nfetch(\`\${HOST}/finance/\${version}/payments\`);\n`,
  `${HOST}fetch(HOST + '/finance/202309/orders/' + id + '/statement_transactions');\n`,
  `${HOST}fetch(HOST + '/affiliate/202402/anchors/prerequisite_check', { method: 'POST' });\n`,
];
tester.run('deprecated-endpoint', rule('deprecated-endpoint'), {
  valid: [{ filename, code: constant('202605') }],
  invalid: [
    deprecated(
      transactions('202309', '${order.id}'),
      'GET /finance/202501/orders/{order_id}/statement_transactions',
      transactions('202501', '${order.id}'),
    ),
    deprecated(constant('202309'), 'GET /finance/202605/payments', constant('202605')),
    // A path in pieces, and one without a replacement: only a person can say.
    ...odd.map((code) => ({
      filename,
      code,
      errors: [
        {
          messageId: 'finding',
          suggestions: [ignoring('deprecated-endpoint', withComment(code, 'fetch('))],
        },
      ],
    })),
  ],
});

tester.run('unused-suppression', rule('unused-suppression'), {
  valid: [{ filename, code: cancel.replace('  return', `${ignore('missing-scope', '  ')}known\n  return`) }],
  invalid: [
    {
      filename,
      code: `${ignore('missing-scope')}why\nfoo();\n`,
      errors: [{ messageId: 'finding', line: 1, column: 1 }],
      name: 'what is about silencing offers no silencing',
    },
  ],
});

const call = (path: string, method = 'GET') => `${HOST}fetch(HOST + '${path}', { method: '${method}' });\n`;
const search = call('/order/202309/orders/search', 'POST');
/** The place and a word of each rule that is not above; its words in full are in the fixtures of the terminal. */
const others: Readonly<Record<string, readonly [code: string, says: RegExp, file?: string]>> = {
  'exceeds-purpose': [search, /purpose/, join(root, 'connect/a.js')],
  'wrong-token': [call('/affiliate_creator/202405/orders/search', 'POST'), /creator/],
  'unknown-endpoint': [
    call('/product/202309/brandz'),
    /what is meant is probably `GET \/product\/202309\/brands`/,
  ],
  'unknown-version': [call('/order/202612/orders/search', 'POST'), /202612/],
  'unresolved-call': [`${HOST}fetch(HOST + localStorage.getItem('path'));\n`, /localStorage/],
};
/** What is offered beside the comment. */
const mending: Readonly<Record<string, (code: string) => readonly ReturnType<typeof ignoring>[]>> = {
  'unknown-endpoint': (code) => [
    {
      messageId: 'replacePath',
      data: { replacement: 'GET /product/202309/brands' },
      output: code.replace('brandz', 'brands'),
    },
  ],
};
for (const [id, [code, message, file = filename]] of Object.entries(others)) {
  const suggestions = [...(mending[id]?.(code) ?? []), ignoring(id, withIgnored(code, id, ''))];
  tester.run(id, rule(id), {
    valid: [
      { filename, code: search },
      { filename: file, code: withIgnored(code, id) },
    ],
    invalid: [{ filename: file, code, errors: [{ message, line: 2, column: 1, suggestions }] }],
  });
}

function withIgnored(code: string, id: string, reason = 'known'): string {
  return code.replace('fetch(', `${ignore(id)}${reason}\nfetch(`);
}

it('takes no options', () => {
  const linter = new Linter({ cwd: root });
  const rules: Linter.RulesRecord = { 'leastscope/missing-scope': ['error', { strict: true }] };
  expect(() => linter.verify('', [{ plugins: { leastscope: plugin }, rules }])).toThrow(
    /should NOT have more than 0 items/,
  );
});

tester.run('trouble', rule('missing-scope'), {
  valid: [],
  invalid: [
    {
      filename,
      code: cancel,
      errors: [
        {
          messageId: 'trouble',
          data: { reason: 'settings.leastscope.declaration: there is no file nowhere.yaml' },
          line: 1,
          column: 1,
        },
      ],
      settings: { leastscope: { declaration: 'nowhere.yaml' } },
    },
  ],
});

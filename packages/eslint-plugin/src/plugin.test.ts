import { Linter } from 'eslint';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import plugin from './index.js';

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'leastscope-plugin-')));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function lay(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

function lint(
  text: string,
  file: string,
  settings: Linter.Config['settings'] = {},
): readonly Linter.LintMessage[] {
  const linter = new Linter({ cwd: root });
  const config = [plugin.configs.recommended, { settings }];
  return linter.verify(text, config, { filename: join(root, file) });
}

const declaration = `schema: 1
app: { name: A, type: public, tokens: [seller] }
requestedScopes: [seller.order.info]
purposes:
  - { id: ship, kind: shipping_seller, text: Create labels for orders the seller has to dispatch and report tracking. }
`;
const missing = `export const cancel = (id) =>
  fetch('https://open-api.tiktokglobalshop.com/return_refund/202309/cancellations', { method: 'POST', body: id });
`;

describe('the adapter', () => {
  it('says under the call what `check` says', () => {
    lay({ 'scope-declaration.yaml': declaration });
    const [message, ...others] = lint(missing, 'src/cancel.js').filter(
      ({ ruleId }) => ruleId === 'leastscope/missing-scope',
    );
    expect(others).toEqual([]);
    expect(message).toMatchObject({ severity: 2, line: 2, column: 3 });
    expect(message?.message).toBe(
      '`POST /return_refund/202309/cancellations` needs `seller.return_refund.basic`, which is not requested.',
    );
  });

  it('says nothing of what `check --accept` wrote down beside the declaration, whatever is above it', () => {
    const misspelt =
      "export const find = () => fetch('https://open-api.tiktokglobalshop.com/order/202309/ordrs');\n";
    lay({ 'scope-declaration.yaml': declaration, 'src/find.js': misspelt });
    const said = (text: string) => lint(text, 'src/find.js').map(({ ruleId }) => ruleId);
    expect(said(misspelt)).toEqual(['leastscope/unknown-endpoint']);
    const accepted = (symbol: string): string => `accepted:
  - until: 2099-12-31
    reason: Old.
    approvedBy: owner
    findings: [{ rule: unknown-endpoint, file: src/find.js, symbol: ${symbol} }]
`;
    lay({ 'leastscope-accepted.yaml': accepted('find') });
    expect(said(`\n\n${misspelt}`)).toEqual([]);
    lay({ 'leastscope-accepted.yaml': accepted('another') });
    expect(said(misspelt)).toEqual(['leastscope/unknown-endpoint']);
  });

  it('judges the unsaved text, not the file on the disk', () => {
    lay({ 'scope-declaration.yaml': declaration, 'src/cancel.js': missing });
    expect(lint('export {};\n', 'src/cancel.js')).toEqual([]);
  });

  it('stays silent on files without a tell-tale', () => {
    expect(lint("fetch('https://example.com/orders');\n", 'src/other.js')).toEqual([]);
  });

  it('takes the declaration that the settings name', () => {
    lay({ 'apps/a/scope-declaration.yaml': declaration });
    const settings = { leastscope: { declaration: 'apps/a/scope-declaration.yaml' } };
    const found = lint(missing, 'apps/a/src/cancel.js', settings);
    expect(found.map(({ ruleId }) => ruleId)).toContain('leastscope/missing-scope');
  });

  it('turns trouble into one message at the first line', () => {
    const settings = { leastscope: { declaration: 'nowhere.yaml' } };
    const found = lint(missing, 'src/cancel.js', settings);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ line: 1, column: 1 });
    expect(found[0]?.message).toBe(
      'leastscope could not judge this file: settings.leastscope.declaration: there is no file nowhere.yaml',
    );
  });
});

describe('the plugin', () => {
  it('is the very object that its configs name', () => {
    for (const { plugins } of Object.values(plugin.configs)) expect(plugins?.['leastscope']).toBe(plugin);
  });

  it('has a rule for every id in its configs, with page and words', () => {
    for (const config of [plugin.configs.recommended, plugin.configs.strict]) {
      expect(Object.keys(config.rules ?? {})).toEqual(
        Object.keys(plugin.rules).map((id) => `leastscope/${id}`),
      );
    }
    for (const [id, rule] of Object.entries(plugin.rules)) {
      expect(rule.meta.docs.description, id).not.toBe('');
      expect(rule.meta.docs.url, id).toContain(id);
    }
  });
});

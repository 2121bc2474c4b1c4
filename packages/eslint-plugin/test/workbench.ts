import { Linter } from 'eslint';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import plugin from '../src/index.js';

export const recommended = plugin.configs.recommended;

/** Asks for one scope, and lets the whole app ship. */
export const declaration = `schema: 1
app: { name: A, type: public, tokens: [seller] }
requestedScopes: [seller.order.info]
purposes:
  - id: ship
    kind: shipping_seller
    text: Create labels for orders the seller has to dispatch and report tracking.
    retention: { period: P30D, after: order.completed, onDeauthorization: P7D }
`;

/** Needs a scope that is not requested. */
export const missing = `export const cancel = (id) =>
  fetch('https://open-api.tiktokglobalshop.com/return_refund/202309/cancellations', { method: 'POST', body: id });
`;

/** Lays files in a folder of their own that goes when the test is over; gives its path. */
export function project(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'leastscope-plugin-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) write(root, path, content);
  return root;
}

export function write(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** Lints a text as an editor does, whatever is on the disk. */
export function lint(
  root: string,
  file: string,
  text: string,
  config: Linter.Config = {},
): readonly Linter.LintMessage[] {
  const linter = new Linter({ cwd: root });
  return linter.verify(text, [recommended, config], { filename: join(root, file) });
}

/** `2:3 missing-scope`, for each message. */
export function said(messages: readonly Linter.LintMessage[]): readonly string[] {
  return messages.map(
    ({ line, column, ruleId }) => `${line}:${column} ${(ruleId ?? '').replace('leastscope/', '')}`,
  );
}

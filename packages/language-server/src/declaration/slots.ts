import type { Cursor } from './cursor.js';

/** What a place of the declaration may hold. */
export type Slot =
  | 'scope'
  | 'purpose-kind'
  | 'also-category'
  | 'category'
  | 'recipient'
  | 'webhook'
  | 'control'
  | 'rule'
  | 'severity'
  | 'endpoint'
  | 'purpose-id'
  | 'purpose-name'
  | 'code-glob'
  | 'host';

/** Path patterns: `*` stands for any key or index, `@` in front for a key instead of a value. */
const slots: readonly (readonly [string, Slot])[] = [
  ['requestedScopes/*', 'scope'],
  ['exceptions/*/scope', 'scope'],
  ['purposes/*/kind', 'purpose-kind'],
  ['purposes/*/also/*/category', 'also-category'],
  ['@purposes/*/retention/byCategory/*', 'category'],
  ['recipients/*/receives/*', 'category'],
  ['storage/*/holds/*', 'category'],
  ['exceptions/*/category', 'category'],
  ['purposes/*/shareWith/*', 'recipient'],
  ['webhooks/*', 'webhook'],
  ['@controls/*', 'control'],
  ['exceptions/*/rule', 'rule'],
  ['@rules/*', 'rule'],
  ['rules/*', 'severity'],
  ['exceptions/*/endpoint', 'endpoint'],
  ['exceptions/*/recipient', 'host'],
  ['manualUsage/*/endpoint', 'endpoint'],
  ['purposes/*/notNarrower/*/endpoint', 'endpoint'],
  ['manualUsage/*/purpose', 'purpose-name'],
  ['purposes/*/id', 'purpose-id'],
  ['purposes/*/code/*', 'code-glob'],
];

export function slotOf({ path, on }: Pick<Cursor, 'path' | 'on'>): Slot | null {
  const found = slots.find(([pattern]) => fits(pattern, path, on));
  return found?.[1] ?? null;
}

function fits(pattern: string, path: Cursor['path'], on: Cursor['on']): boolean {
  const isKey = pattern.startsWith('@');
  const steps = (isKey ? pattern.slice(1) : pattern).split('/');
  return (
    isKey === (on === 'key') &&
    steps.length === path.length &&
    steps.every((step, index) => step === '*' || step === String(path[index]))
  );
}

import type { Needs, ScopeNeed } from '@leastscope/analyzer';
import type { Catalog, Principal } from '@leastscope/scope-catalog';
import { schemaLine } from '../text/schema-line.js';
import { countedNeeds } from './counted-needs.js';
import { envScopeLines, type EnvExample } from './proposals/env-scopes.js';
import { describe, headerLines } from './proposals/header-lines.js';
import { proposePurposes } from './proposals/propose-purposes.js';
import { proposeRecipients, proposeStores } from './proposals/propose-stores.js';
import { purposeLines } from './proposals/purpose-lines.js';
import { recipientLines, storeLines, webhookLines } from './proposals/evidence-lines.js';

export interface InitialDeclarationInput {
  readonly needs: Needs;
  readonly catalog: Catalog;
  readonly includeTests: boolean;
  /** Where the schema lies, relative to the declaration; null when the package is not installed beside it. */
  readonly schema: string | null;
  /** Examples of the environment that lie beside it. */
  readonly envExamples: readonly EnvExample[];
}

/** A first `scope-declaration.yaml`: what the code tells is filled in, what only people know is a TODO. */
export function createInitialDeclaration(input: InitialDeclarationInput): string {
  const { catalog, schema } = input;
  const needs = countedNeeds(input.needs, input.includeTests);
  const recipients = proposeRecipients(needs.outflows, catalog);
  const purposes = proposePurposes(needs, catalog);
  return [
    ...schemaLine(schema),
    ...headerLines(needs, catalog),
    'schema: 1',
    '',
    ...appLines(needs, catalog),
    '',
    ...scopeLines(needs),
    ...envScopeLines(input.envExamples, needs, catalog),
    '',
    '# Proposed from the calls, and from what the code does with their answers. Keep what is true, and say it in your own words.',
    ...listOf(
      'purposes',
      purposes.flatMap((purpose) => purposeLines(purpose, recipients)),
    ),
    ...webhookLines(needs.handledWebhooks),
    ...recipientLines(recipients),
    ...storeLines(proposeStores(needs.outflows, catalog)),
    '',
  ].join('\n');
}

/** The name in the store is nothing that a package tells: many begin with a template's. */
function appLines({ scopes }: Needs, catalog: Catalog): readonly string[] {
  return [
    'app:',
    '  name: TODO # the name in the App Store',
    '  type: public # TODO: public or custom',
    `  tokens: [${tokensOf(scopes, catalog).join(', ')}]`,
    '  # category: shipping-fulfillment # TODO: the app’s category in the store',
    '  # markets: [GB, DE] # TODO: where its sellers are',
  ];
}

function scopeLines({ scopes }: Needs): readonly string[] {
  const inState = (state: ScopeNeed['state']): readonly ScopeNeed[] =>
    scopes.filter((need) => need.state === state);
  return [
    '# Proposed from the calls in the code. Compare with what is enabled in Manage API today.',
    ...listOf('requestedScopes', [
      ...inState('needed').map((need) => `  - ${need.scope} # ${evidenceOf(need)}`),
      ...inState('possibly-needed').map((need) => `  # - ${need.scope} # possibly: ${evidenceOf(need)}`),
    ]),
  ];
}

/** YAML has no empty block list. */
function listOf(key: string, lines: readonly string[]): readonly string[] {
  const isEmpty = lines.every((line) => line.trimStart().startsWith('#'));
  return [isEmpty ? `${key}: []` : `${key}:`, ...lines];
}

/** The first call and how many more there are. */
function evidenceOf({ uses }: ScopeNeed): string {
  const [first, ...others] = uses;
  if (first === undefined) return 'no call';
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const isCalled = uses.some(({ uncalled }) => uncalled === undefined);
  return `${describe(first)}${more}${isCalled ? '' : ', in helpers that nothing is seen to call'}`;
}

function tokensOf(scopes: readonly ScopeNeed[], catalog: Catalog): readonly Principal[] {
  const needed = scopes.filter(({ state }) => state === 'needed');
  const principals = needed.map(({ scope }) => catalog.scopeByKey.get(scope)?.principal ?? null);
  const found = [...new Set(principals)].filter((principal) => principal !== null).sort();
  return found.length > 0 ? found : ['seller'];
}

import type { Needs, ScopeNeed, Use } from '@leastscope/analyzer';
import type { Catalog, Endpoint, Principal } from '@leastscope/scope-catalog';
import { visible } from '../text/visible.js';
import { count } from '../text/words.js';
import { proposePurposes, type ProposedPurpose } from './propose-purposes.js';

export interface InitialDeclarationInput {
  readonly needs: Needs;
  readonly catalog: Catalog;
  /** From package.json; null when there is none. */
  readonly appName: string | null;
  /** Where the schema lies, relative to the declaration; null when the package is not installed beside it. */
  readonly schema: string | null;
}

/** A first `scope-declaration.yaml`: what the code tells is filled in, what only people know is a TODO. */
export function createInitialDeclaration(input: InitialDeclarationInput): string {
  const { needs, catalog, appName, schema } = input;
  const needed = needs.scopes.filter((need) => need.state === 'needed');
  const possible = needs.scopes.filter((need) => need.state === 'possibly-needed');
  const endpoints = usedEndpoints(needed, catalog);
  return [
    ...(schema === null ? [] : [`# yaml-language-server: $schema=${schema}`]),
    ...header(needs),
    'schema: 1',
    '',
    'app:',
    `  name: ${quote(appName ?? 'TODO')}`,
    '  type: public # TODO: public or custom',
    `  tokens: [${tokensOf(needed, catalog).join(', ')}]`,
    '  # category: shipping-fulfillment # TODO: the app’s category in the store',
    '  # markets: [GB, DE] # TODO: where its sellers are',
    '',
    '# Proposed from the calls in the code. Compare with what is enabled in Manage API today.',
    ...listOf('requestedScopes', [
      ...needed.map((need) => `  - ${need.scope} # ${evidenceOf(need)}`),
      ...possible.map((need) => `  # - ${need.scope} # possibly: ${evidenceOf(need)}`),
    ]),
    '',
    '# Proposed from the data that the calls are made for. Keep what is true, and say it in your own words.',
    ...listOf('purposes', proposePurposes(endpoints, catalog).flatMap(purposeLines)),
    '',
  ].join('\n');
}

function header({ coverage, open, gaps }: Needs): readonly string[] {
  const left =
    coverage.open === 0
      ? []
      : [`# ${count(open.length, 'call')} could not be decided; \`leastscope uses\` lists them.`];
  const none = coverage.resolved + coverage.open === 0 ? ['# No TikTok Shop API calls were found here.'] : [];
  return [
    '# What this app is, and why it needs the data it asks for. Checked by `leastscope check`.',
    ...left,
    ...none,
    ...unjudged(gaps),
    '',
  ];
}

/** Calls whose scope is missing from the list, because the catalog does not know it. */
function unjudged(gaps: Needs['gaps']): readonly string[] {
  if (gaps.length === 0) return [];
  const [verb, whose] =
    gaps.length === 1 ? ['goes to an endpoint', 'its scope is'] : ['go to endpoints', 'their scopes are'];
  return [
    `# ${count(gaps.length, 'call')} ${verb} whose scope the catalog does not know; ${whose} missing here:`,
    ...gaps.map((use) => `#   ${describe(use)}`),
  ];
}

/** YAML has no empty block list. */
function listOf(key: string, lines: readonly string[]): readonly string[] {
  const isEmpty = lines.every((line) => line.trimStart().startsWith('#'));
  return [isEmpty ? `${key}: []` : `${key}:`, ...lines];
}

function purposeLines({ purpose, endpoints, others }: ProposedPurpose): readonly string[] {
  const alternatives = others.length > 0 ? `, or ${others.map(({ kind }) => kind).join(', ')}` : '';
  return [
    ...endpoints.map(({ id }) => `  # ${id}`),
    `  - id: ${purpose.kind.replaceAll('_', '-')}`,
    `    kind: ${purpose.kind} # ${visible(purpose.title)}${alternatives}`,
    `    text: ${quote(`TODO: say what your app does for the seller here. (${purpose.definition})`)}`,
    '    # code: [src/**] # TODO: the code that serves this purpose; without it, the whole app',
    '    # retention: { period: P30D, after: order.completed, onDeauthorization: P7D } # TODO',
  ];
}

/** The first call and how many more there are. */
function evidenceOf({ uses }: ScopeNeed): string {
  const [first, ...others] = uses;
  if (first === undefined) return 'no call';
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `${describe(first)}${more}`;
}

function describe({ endpoint, method, path, place }: Use): string {
  return visible(`${endpoint ?? `${method} ${path}`} (${place.file}:${place.start.line})`);
}

function usedEndpoints(needed: readonly ScopeNeed[], catalog: Catalog): readonly Endpoint[] {
  const ids = needed.flatMap(({ uses }) =>
    uses.flatMap(({ endpoint }) => (endpoint === null ? [] : [endpoint])),
  );
  return [...new Set(ids)]
    .sort()
    .map((id) => catalog.endpointById.get(id))
    .filter((endpoint) => endpoint !== undefined);
}

function tokensOf(needed: readonly ScopeNeed[], catalog: Catalog): readonly Principal[] {
  const principals = needed.map(({ scope }) => catalog.scopeByKey.get(scope)?.principal ?? null);
  const found = [...new Set(principals)].filter((principal) => principal !== null).sort();
  return found.length > 0 ? found : ['seller'];
}

/** JSON text is YAML text, and needs no second thought about special characters. */
function quote(text: string): string {
  return JSON.stringify(visible(text));
}

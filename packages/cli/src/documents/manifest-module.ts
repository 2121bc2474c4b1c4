import type { Principal, ScopeKey } from '@leastscope/scope-catalog';
import type { Manifest, ManifestScope } from './manifest.js';

const principals: readonly Principal[] = ['seller', 'creator', 'partner'];

/**
 * `scope-manifest.ts`: the minimal scopes as a constant, and a function that holds granted scopes against them. It imports
 * nothing and reads nothing, and passes `tsc --strict` with every further check there is.
 */
export function manifestAsModule({ scopes }: Pick<Manifest, 'scopes'>): string {
  const needed = scopes.filter(({ status }) => status !== 'excepted');
  const excepted = scopes.filter(({ status }) => status === 'excepted');
  return `// Written by \`leastscope manifest --as ts\` from the calls in the code. Do not edit it: in CI,
// \`leastscope manifest --as ts --check\` fails when it is stale.

${constant('minimalScopes', 'The scopes that the code needs, by whose token carries them.', needed)}
${constant('exceptedScopes', 'Not needed, and kept for a while by an exception of the declaration.', excepted)}
${check}`;
}

function constant(name: string, says: string, scopes: readonly ManifestScope[]): string {
  const rows = principals.map((principal) => `  ${principal}: ${listOf(keysOf(principal, scopes))},`);
  return `/** ${says} */
export const ${name} = {
${rows.join('\n')}
} as const;
`;
}

/** Whose scope it is, its key says; those of the data packages are granted by sellers. */
function keysOf(principal: Principal, scopes: readonly ManifestScope[]): readonly ScopeKey[] {
  const others = principals.filter((one) => one !== 'seller');
  return scopes
    .map(({ key }) => key)
    .filter((key) => (others.find((one) => key.startsWith(`${one}.`)) ?? 'seller') === principal);
}

function listOf(keys: readonly ScopeKey[]): string {
  return keys.length === 0 ? '[]' : `[\n${keys.map((key) => `    ${quoted(key)},`).join('\n')}\n  ]`;
}

/** Scope keys are plain words; what is not is written as JSON is. */
function quoted(key: ScopeKey): string {
  return /^[\w.]+$/.test(key) ? `'${key}'` : JSON.stringify(key);
}

const check = `/** Whose token it is. */
export type TokenKind = keyof typeof minimalScopes;

/** A scope that tokens of a kind have to carry. */
export type MinimalScope<Kind extends TokenKind = TokenKind> = (typeof minimalScopes)[Kind][number];

/** What is wrong with the scopes of a token. Both lists are empty where nothing is. */
export interface ScopeCheck<Kind extends TokenKind = TokenKind> {
  /** Needed and not granted: calls will be refused with error 105005. */
  readonly missing: readonly MinimalScope<Kind>[];
  /** Granted and not needed: the app asks for more than it uses. */
  readonly surplus: readonly string[];
}

/**
 * Holds the \`granted_scopes\` of a token against what the code needs.
 *
 * @example
 * const { missing } = checkGrantedScopes('seller', token.granted_scopes);
 * if (missing.length > 0) throw new Error(\`Ask the seller to authorize again: \${missing.join(', ')}\`);
 */
export function checkGrantedScopes<Kind extends TokenKind>(
  kind: Kind,
  granted: readonly string[],
): ScopeCheck<Kind> {
  const needed: readonly MinimalScope<Kind>[] = minimalScopes[kind];
  const known: readonly string[] = [...needed, ...exceptedScopes[kind]];
  return {
    missing: needed.filter((scope) => !granted.includes(scope)),
    surplus: granted.filter((scope) => !known.includes(scope)),
  };
}
`;

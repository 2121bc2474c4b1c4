import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { manifestAsModule } from './manifest-module.js';
import type { Manifest, ManifestScope } from './manifest.js';

function scope(key: string, status: ManifestScope['status'] = 'required'): ManifestScope {
  return {
    key,
    title: key,
    access: 'read',
    kind: 'public',
    sensitive: false,
    status,
    endpoints: [],
    callSites: [],
    categories: [],
    alternatives: [],
    reason: '',
    approval: 'none',
  };
}

const scopes = [
  scope('creator.showcase.read'),
  scope('data.bestselling.public.read', 'required-by-webhook'),
  scope('seller.finance.info', 'excepted'),
  scope('seller.order.info'),
];

interface Made {
  readonly minimalScopes: Readonly<Record<string, readonly string[]>>;
  readonly checkGrantedScopes: (
    kind: string,
    granted: readonly string[],
  ) => { readonly missing: readonly string[]; readonly surplus: readonly string[] };
}

async function made(of: Manifest['scopes']): Promise<Made> {
  const { outputText } = ts.transpileModule(manifestAsModule({ scopes: of }), {
    compilerOptions: { module: ts.ModuleKind.ES2022, target: ts.ScriptTarget.ES2022 },
  });
  return (await import(`data:text/javascript,${encodeURIComponent(outputText)}`)) as Made;
}

/** What the strictest compiler says of the module and of code that uses it. */
function mistakes(files: Readonly<Record<string, string>>): readonly string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noPropertyAccessFromIndexSignature: true,
    isolatedDeclarations: true,
    declaration: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    noUnusedLocals: true,
    noEmit: true,
    types: [],
    lib: ['lib.es2022.d.ts'],
    skipLibCheck: true,
    skipDefaultLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => path in files || disk.fileExists(path),
    readFile: (path) => files[path] ?? disk.readFile(path),
    getSourceFile: (path, language) => {
      const text = files[path];
      return text === undefined
        ? disk.getSourceFile(path, language)
        : ts.createSourceFile(path, text, language);
    },
  };
  const program = ts.createProgram(Object.keys(files), options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file }) => {
    return `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

describe('scope-manifest.ts', () => {
  it('checks the granted scopes of a token by its kind', async () => {
    const { minimalScopes, checkGrantedScopes } = await made(scopes);
    expect(minimalScopes).toEqual({
      seller: ['data.bestselling.public.read', 'seller.order.info'],
      creator: ['creator.showcase.read'],
      partner: [],
    });
    expect(
      checkGrantedScopes('seller', ['seller.order.info', 'seller.finance.info', 'seller.logistics']),
    ).toEqual({ missing: ['data.bestselling.public.read'], surplus: ['seller.logistics'] });
    expect(checkGrantedScopes('creator', ['creator.showcase.read'])).toEqual({ missing: [], surplus: [] });
  });

  it('is the same text each time, and strict', () => {
    const text = manifestAsModule({ scopes });
    expect(manifestAsModule({ scopes })).toBe(text);
    const using = `import { checkGrantedScopes, minimalScopes, type MinimalScope } from './scope-manifest';
const { missing, surplus } = checkGrantedScopes('seller', ['seller.order.info']);
const first: MinimalScope<'seller'> | undefined = missing[0];
const none: readonly never[] = checkGrantedScopes('partner', []).missing;
export const told: readonly unknown[] = [first, none, surplus, minimalScopes.seller.length];
`;
    const wrong = `import { checkGrantedScopes, minimalScopes } from './scope-manifest';
checkGrantedScopes('buyer', []);
minimalScopes.seller.push('x');
export const key: 'seller.logistics' | undefined = checkGrantedScopes('seller', []).missing[0];
`;
    const empty = manifestAsModule({ scopes: [] });
    const told = mistakes({
      '/scope-manifest.ts': text,
      '/using.ts': using,
      '/wrong.ts': wrong,
      '/empty.ts': empty,
    });
    expect(told.map((one) => one.split(':', 1).join(''))).toEqual(['/wrong.ts', '/wrong.ts', '/wrong.ts']);
  });
});

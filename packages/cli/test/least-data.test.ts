import { analyze, grantedFields, parseDeclaration, type GrantedFields } from '@leastscope/analyzer';
import { createDiskFiles } from '@leastscope/analyzer/disk';
import { fieldsOf, loadCatalog } from '@leastscope/scope-catalog';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { printModule } from '../src/documents/least-data/print-module.js';
import { repository } from './workbench.js';

const catalog = loadCatalog();
const orders = 'GET /order/202507/orders';

/** What an app that keeps books is granted of its calls. */
function grantsOf(story: string): readonly GrantedFields[] {
  const root = `${repository}fixtures/${story}`;
  const yaml = readFileSync(`${root}/scope-declaration.yaml`, 'utf8');
  const { declaration, mistakes } = parseDeclaration(yaml, 'scope-declaration.yaml', catalog);
  if (declaration === null) throw new Error('The declaration of the story does not hold.');
  const judged = { root, files: createDiskFiles(), catalog, declaration, mistakes };
  const rest = { includeTests: false, asOf: '2026-01-01', severities: {}, seeds: null };
  return grantedFields(analyze({ ...judged, ...rest }), declaration, catalog);
}

const grants = grantsOf('data-flows/logged');
const module = printModule(grants, 'scope-declaration.yaml');

/** What the compiler says of code beside the module, as `line: message`; all in memory but for its own library. */
function compile(code: string): readonly string[] {
  const texts: Readonly<Record<string, string>> = { '/least.ts': module, '/code.ts': code };
  const options = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
    module: ts.ModuleKind.ESNext,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, version) => {
    const text = texts[name];
    return text === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, text, version);
  };
  host.fileExists = (name) => name in texts || fileExists(name);
  const program = ts.createProgram(Object.keys(texts), options, host);
  return program.getSemanticDiagnostics().map(({ file, start = 0, messageText }) => {
    const line = (file?.getLineAndCharacterOfPosition(start).line ?? -1) + 1;
    return `${file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

describe('the types', () => {
  it('refuse what no purpose allows, and let the rest pass', () => {
    const said = compile(`import { strip, type LeastData } from './least.js';
interface Order { id: string; status: string; cpf: string; recipient_address: { phone_number: string } }
declare const own: { code: number; data: { orders: Order[] } };
declare const raw: unknown;
const mine = strip('${orders}', own);
export const ids: string[] = mine.data.orders.map(({ id }) => id);
export const code: number = mine.code;
export const cpf = mine.data.orders.map((order) => order.cpf);
export const phone = mine.data.orders[0]?.recipient_address.phone_number;
const loose: LeastData<'${orders}'> = strip('${orders}', raw);
export const id = loose.data?.orders?.[0]?.id;
export const text: string | undefined = loose.data?.orders?.[0]?.cpf;
export const length = loose.data?.orders?.[0]?.cpf?.length;
`);
    expect(said).toEqual([
      expect.stringMatching(/^\/code\.ts:8: Property 'cpf' does not exist/),
      expect.stringMatching(/^\/code\.ts:9: Property 'phone_number' does not exist/),
      expect.stringMatching(
        /^\/code\.ts:12: Type 'NotAllowed \| undefined' is not assignable to type 'string/,
      ),
      expect.stringMatching(/^\/code\.ts:13: Property 'length' does not exist on type 'NotAllowed'/),
    ]);
  });
});

type Strip = (endpoint: string, answer: unknown) => unknown;

function load(text: string): Strip {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const exported: { strip?: Strip } = {};
  new Function('exports', outputText)(exported);
  if (exported.strip === undefined) throw new Error('The module has no strip.');
  return exported.strip;
}

describe('the function', () => {
  const strip = load(module);
  const [grant] = grants;
  const refused = grant?.refused.map(({ path }) => path) ?? [];

  /** An answer in which any field that the catalog names may stand, and some that it does not. */
  const paths = [...new Set(fieldsOf(catalog, orders).map(({ path }) => path))].filter(
    (path) => !path.includes('*'),
  );
  const answer = fc
    .array(
      fc.constantFrom(...paths, 'data.orders[].id', 'data.orders[].__proto__', 'data.next', 'request_id'),
    )
    .map((some) => some.reduce<object>((whole, path) => laid(whole, path), {}));

  it('leaves no byte of a refused field, keeps the rest, and touches not what it is given', () => {
    expect(refused.length).toBeGreaterThan(30);
    fc.assert(
      fc.property(answer, (given) => {
        const before = JSON.stringify(given);
        const text = JSON.stringify(strip(orders, given));
        expect(refused.filter((path) => text.includes(JSON.stringify(path)))).toEqual([]);
        expect(JSON.stringify(given)).toBe(before);
        for (const path of ['data.orders[].id', 'data.orders[].__proto__', 'data.next', 'request_id'])
          expect(text.includes(JSON.stringify(path))).toBe(before.includes(JSON.stringify(path)));
      }),
      { numRuns: 200, seed: 17 },
    );
  });

  it('is the same for the same grants', () => {
    expect(printModule(grantsOf('data-flows/logged'), 'scope-declaration.yaml')).toBe(module);
  });

  it('takes away all that is not named, where all of it is refused', () => {
    const whole = { endpoint: 'GET /a', purposes: [], refused: [{ path: '*', category: 'buyer.name' }] };
    const allowed = [{ path: 'data.list[].id', category: 'order.reference' }];
    const stripped = load(printModule([{ ...whole, allowed }], 'x.yaml'))('GET /a', {
      code: 0,
      data: { list: [{ id: 1 }], other: 2 },
    });
    expect(stripped).toEqual({ code: 0, data: { list: [{ id: 1 }] } });
  });
});

/** Puts the path itself as the value at the path: what is left of it can be searched for in the text. */
function laid(whole: object, path: string): object {
  let at = whole as Record<string, unknown>;
  const names = path.split('.');
  names.forEach((written, index) => {
    const name = written.replace(/\[\]$/, '');
    if (index === names.length - 1) {
      Object.defineProperty(at, name, { value: path, enumerable: true, configurable: true, writable: true });
      return;
    }
    const below = (written.endsWith('[]') ? (at[name] as object[])?.[0] : at[name]) as Record<
      string,
      unknown
    >;
    const next = typeof below === 'object' ? below : {};
    at[name] = written.endsWith('[]') ? [next] : next;
    at = next;
  });
  return whole;
}

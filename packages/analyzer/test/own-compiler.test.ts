import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalog, tellTales } from '@leastscope/scope-catalog';
import { Project, ts as tsMorphCompiler } from 'ts-morph';
import type { SourceFile, TypeChecker } from 'ts-morph';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { loadCompiler, type Compiler } from '../src/compiler/compiler.js';
import { findDeclarations, valueAmong } from '../src/facts/names/find-declarations.js';
import { parseSource, type ParsedSource } from '../src/facts/parse-source.js';
import { readFile } from '../src/facts/read-file.js';
import { importsAtHead } from '../src/project/imports-at-head.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Every source file of the fixtures, of the examples and of the packages, by its path. */
const files = ['fixtures', 'examples', 'packages'].flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter(
      (path) => /\.[cm]?[jt]sx?$/.test(path) && !/node_modules|\/(?:dist|bundle|compiler)\//.test(path),
    ),
);
const textOf = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');
const parsedFiles = new Map<string, ReturnType<typeof parseSource>>();

/** Parsed by the slice, once for all tests. */
function parsedOf(file: string): ReturnType<typeof parseSource> {
  const known = parsedFiles.get(file) ?? parseSource(loadCompiler(), file, textOf(file));
  parsedFiles.set(file, known);
  return known;
}

describe('the slice of the compiler', () => {
  it('parses as the whole compiler does, mistakes included', () => {
    const broken = {
      'a.ts': 'const a = ;',
      'b.tsx': '<A><b></A>',
      'c.js': 'function (',
      'd.ts': 'enum { 1 }',
    };
    const sources = [
      ...files.map((file) => [file, textOf(file), parsedOf(file)] as const),
      ...Object.entries(broken).map(
        ([file, text]) => [file, text, parseSource(loadCompiler(), file, text)] as const,
      ),
    ];
    const differing = sources.filter(
      ([file, text, here]) => shapeOf(here) !== shapeOf(parseSource(ts, file, text)),
    );
    expect(differing.map(([file]) => file)).toEqual([]);
    expect(files.length).toBeGreaterThan(500);
  });
});

describe('the compiler that ts-morph brings', () => {
  it('gives the same facts of every file, when it is handed in', () => {
    // The types of the two releases are not each other's; what is used of them is.
    const words = tellTales(loadCatalog());
    const theirs = tsMorphCompiler as unknown as Compiler;
    const differing = files.filter((file) => {
      const text = textOf(file);
      return (
        JSON.stringify(readFile(file, text, words, 'everything', theirs)) !==
        JSON.stringify(readFile(file, text, words))
      );
    });
    expect(differing).toEqual([]);
  });
});

describe('imports at the head of a file, seen without the parser', () => {
  it('are imports for the parser, too', () => {
    const seen = files.flatMap((file) => {
      const parsed = parsedOf(file);
      const taken = 'reason' in parsed ? [] : parsed.source.statements.flatMap(takenBy);
      return importsAtHead(textOf(file)).map(([module, names]) => ({
        isWrong: !('reason' in parsed) && names.some((name) => !taken.includes(`${module} ${name}`)),
        file,
      }));
    });
    expect(seen.filter(({ isWrong }) => isWrong)).toEqual([]);
    expect(seen.length).toBeGreaterThan(3000);
  });
});

/** What an import declaration takes: the module and the name. */
function takenBy(statement: ts.Statement): readonly string[] {
  if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
  const module = statement.moduleSpecifier;
  const { name, namedBindings } = statement.importClause ?? {};
  const named =
    namedBindings === undefined || ts.isNamespaceImport(namedBindings) ? [] : namedBindings.elements;
  return [
    ...(name === undefined ? [] : ['default']),
    ...(namedBindings !== undefined && ts.isNamespaceImport(namedBindings) ? ['*'] : []),
    ...named.map((one) => (one.propertyName ?? one.name).text),
  ].map((taken) => `${module.text} ${taken}`);
}

/** Kind, place and text of every node. */
function shapeOf(parsed: ReturnType<typeof parseSource>): string {
  if ('reason' in parsed) return `${parsed.offset ?? '-'} ${parsed.reason}`;
  const rows: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = (node as { text?: unknown }).text;
    rows.push(
      `${node.kind} ${node.getStart(parsed.source)} ${node.end} ${typeof text === 'string' ? text.length : ''}`,
    );
    ts.forEachChild(node, visit);
  };
  visit(parsed.source);
  return rows.join('\n');
}

const tricky = {
  'hoisted.js': 'use(later, f); var later = 1; { function f() {} var inner = 2; let own = 3; } inner; own;',
  'parameters.ts': 'const b = 1; function f(a = b, { c = a } = {}) { const b = 2; return a + b + c; } f;',
  'shadowed.ts':
    'const a = 1; for (const a of [a]) a; try { a } catch (a) { a; } switch (a) { case a: let a; }',
  'types.ts':
    'class A {} interface B {} const B = 1; function f<A>(x: A, y: typeof B): A { return x; } type C = A; let c: B; B; c;',
  'namespaces.ts':
    'namespace N { export const a = 1; namespace M { a; } } namespace N { a; } let x: typeof N.a; N; let y: N.T; y; x;',
  'enums.ts': 'const A = 1; enum E { A = 1, B = A } enum E { C = B } E.A; A;',
  'expressions.js':
    'const f = function g(g2) { return g; }; const K = class L { m() { return L; } }; g; L; f; K;',
  'classes.ts':
    'const key = 1; class A { constructor(private key: string) {} [key]() { return key; } @dec(key) m(@dec(key) key) { key; } static { var key; key; } } function dec(x) { return x; }',
  'modules.ts':
    'import d, { a as b, type C } from "m"; import * as n from "n"; import e = require("e"); export { b as x, d }; export default n; let c: C; e; c; declare global { var g: number } g;',
  'arguments.js': 'function f() { return arguments; } const arguments2 = () => arguments; f; arguments2;',
  'labels.js': 'const a = 1; a: for (;;) { break a; } const { a: b } = { a }; b;',
  'markup.tsx':
    'const form = 1, Form = 2, x = { Item: 3 }; const v = <form form={form}><Form /><x.Item /></form>; v;',
  'overloads.ts':
    'f; function f(a: string): void; function f(a: unknown): void { a; } function g(): void; g;',
};

describe('names', () => {
  it.each(Object.entries(tricky))('are resolved as the compiler resolves them: %s', (file, text) => {
    const { differing, asked } = compare(file, parseSource(loadCompiler(), file, text));
    expect(differing).toEqual([]);
    expect(asked).toBeGreaterThan(2);
  });

  it('are resolved as the compiler resolves them in all code here', () => {
    const ofModule = oracleOfModules();
    const compared = files.map((file) => compare(file, parsedOf(file), ofModule));
    expect(compared.flatMap(({ differing }) => differing)).toEqual([]);
    expect(compared.reduce((sum, { asked }) => sum + asked, 0)).toBeGreaterThan(50_000);
  });
});

interface Compared {
  /** Names that refer to something here and to something else there. */
  readonly differing: readonly string[];
  readonly asked: number;
}

type Oracle = (offset: number) => Told | null;

/** Asks of every name of a file what it refers to, here and in a project of ts-morph. */
function compare(
  file: string,
  parsed: ReturnType<typeof parseSource>,
  ofModule: (path: string, text: string) => Oracle | null = () => null,
): Compared {
  if ('reason' in parsed) return { differing: [], asked: 0 };
  const { fileName, text: source } = parsed.source;
  const oracle = ofModule(fileName, source) ?? oracleOf(fileName, source);
  const differing: string[] = [];
  let asked = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isReference(node)) {
      asked += 1;
      const here = tell(ofFile(parsed, node));
      const there = tell(oracle(node.getStart()));
      if (here !== there) differing.push(`${file}:${node.getStart()} ${node.text}: ${here}, not ${there}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed.source);
  return { differing, asked };
}

/** What the reader asks about. It knows by itself what a declaration's own name stands for. */
function isReference(node: ts.Identifier): boolean {
  if (node.text === 'undefined') return false;
  const { parent } = node;
  if (ts.isExportSpecifier(parent)) return (parent.propertyName ?? parent.name) === node && isLocal(parent);
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  // In the type of a function, `item is Row` names a parameter that no code has: the reader goes into no types.
  if (ts.isTypePredicateNode(parent) && ts.isFunctionTypeNode(parent.parent)) return false;
  return (parent as { name?: ts.Node }).name !== node;
}

function isLocal(node: ts.ExportSpecifier): boolean {
  return node.parent.parent.moduleSpecifier === undefined;
}

function ofFile({ scopes }: ParsedSource, node: ts.Identifier): ts.Node | null {
  return valueAmong(loadCompiler(), findDeclarations(loadCompiler(), scopes, node));
}

/** Nodes of ts-morph are told by kind and place like ours. */
interface Told {
  readonly kind: ts.SyntaxKind;
  readonly getStart: () => number;
}

function tell(node: Told | null): string {
  return node === null ? 'nothing' : `${ts.SyntaxKind[node.kind]} at ${node.getStart()}`;
}

/** Says which declaration of a value the name at an offset stands for, null for none. */
function oracleOf(path: string, text: string): Oracle {
  const project = emptyProject();
  return oracleIn(project.createSourceFile(path, text), project.getTypeChecker());
}

/**
 * Modules see nothing of each other but what they import, which is not resolved: so all of them are one project, which is a
 * fifth of the work. Null for a script, whose names are global, and for what is no file here.
 */
function oracleOfModules(): (path: string, text: string) => Oracle | null {
  const project = emptyProject();
  const sources = new Map<string, SourceFile>();
  for (const file of files) {
    const parsed = parsedOf(file);
    if ('reason' in parsed || !ts.isExternalModule(parsed.source)) continue;
    const { fileName, text } = parsed.source;
    if (/\bdeclare (?:global|module)\b/.test(text)) continue;
    // Each in a folder of its own, so that no import leads to another.
    sources.set(fileName, project.createSourceFile(`/${String(sources.size)}/${basename(fileName)}`, text));
  }
  const checker = project.getTypeChecker();
  return (path, text) => {
    const source = sources.get(path);
    return source?.getFullText() === text ? oracleIn(source, checker) : null;
  };
}

function emptyProject(): Project {
  return new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    compilerOptions: { noLib: true, noResolve: true, allowJs: true, types: [], jsx: ts.JsxEmit.Preserve },
  });
}

/** Names are looked up by their place in one walk: to be led down from the top for each would take longer than all the rest. */
function oracleIn({ compilerNode }: SourceFile, { compilerObject: checker }: TypeChecker): Oracle {
  const names = namesIn(compilerNode);
  return (offset) => {
    const name = names.get(offset);
    if (name === undefined) throw new Error(`ts-morph sees no name at ${compilerNode.fileName}:${offset}`);
    const nodes = symbolOf(checker, name)?.declarations ?? [];
    const declared = (nodes as unknown as ts.Declaration[]).map((node) => ({ node }));
    return valueAmong(tsMorphCompiler as unknown as Compiler, declared);
  };
}

function namesIn(source: tsMorphCompiler.SourceFile): ReadonlyMap<number, tsMorphCompiler.Identifier> {
  const names = new Map<number, tsMorphCompiler.Identifier>();
  const visit = (node: tsMorphCompiler.Node): void => {
    if (tsMorphCompiler.isIdentifier(node)) names.set(node.getStart(source), node);
    tsMorphCompiler.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** A shorthand `{ a }` and an `export { a }` have symbols of their own beside the one that they name. */
function symbolOf(
  checker: tsMorphCompiler.TypeChecker,
  name: tsMorphCompiler.Identifier,
): tsMorphCompiler.Symbol | undefined {
  const { parent } = name;
  if (tsMorphCompiler.isShorthandPropertyAssignment(parent))
    return checker.getShorthandAssignmentValueSymbol(parent);
  if (tsMorphCompiler.isExportSpecifier(parent)) return checker.getExportSpecifierLocalTargetSymbol(parent);
  return checker.getSymbolAtLocation(name);
}

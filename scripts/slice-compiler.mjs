// Takes out of TypeScript what the reader uses of it (packages/analyzer/src/compiler/compiler-parts.ts) and what that needs in turn:
// packages/analyzer/compiler/typescript.cjs, a tenth of the whole. It loads in a sixth of the time, and a project may have any
// version of TypeScript beside it, or none. Made from what `tsc --build` has made.
//
// The compiler is one file: functions, variables and classes on one level, in no order that matters. What is kept is found by
// name, starting from the parts. A name that is also a local variable's keeps a little too much, never too little.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import ts from 'typescript';
import { root } from './pnpm.mjs';
import { published } from './published.mjs';

const analyzer = join(root, 'packages/analyzer');
const whole = createRequire(join(analyzer, 'package.json')).resolve('typescript');

/** Gives syntax trees their methods, such as `getStart`. Nothing that is used asks for it by name. */
const givesMethods = 'setObjectAllocator';
/** What it gives the checker. Nothing makes any of these here, and they need the whole language service. */
const leftOut = ['SymbolObject', 'TypeObject', 'SignatureObject'];
/** The table of all messages: only those that are used are kept. */
const messages = 'Diagnostics';

/** Makes the slice, and gives its size in bytes. */
export async function sliceCompiler() {
  const { compilerParts } = await import(
    pathToFileURL(join(analyzer, 'dist/compiler/compiler-parts.js')).href
  );
  const text = readFileSync(whole, 'utf8');
  const source = ts.createSourceFile(whole, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  // Nobody here debugs it, so its names may go: it is read sooner.
  const { code } = transformSync(slice(source, compilerParts), { ...published, minifyIdentifiers: true });
  const notice = text.slice(0, text.indexOf('*/') + 2);
  const changed = '/* Changed: what leastscope does not use was left out. */';
  const folder = join(analyzer, 'compiler');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(join(folder, 'typescript.cjs'), `${notice}\n${changed}\n${code}`);
  copyFileSync(join(dirname(whole), '../LICENSE.txt'), join(folder, 'LICENSE.txt'));
  return code.length;
}

function slice(source, parts) {
  const statements = statementsOf(source);
  const byName = groupByName(statements);
  const missing = [...parts, givesMethods, messages].filter((name) => !byName.has(name));
  if (missing.length > 0) throw new Error(`TypeScript has nothing named ${missing.join(', ')} any more.`);
  const kept = reachable(byName, [...parts, givesMethods]);
  const used = wordsBehind(messages, kept);
  const texts = statements
    .filter((statement) => kept.has(statement))
    .map((statement) =>
      namesOf(statement).includes(messages) ? thinned(statement, used) : statement.getFullText(),
    );
  return `"use strict";\nvar ${leftOut.join(', ')};${texts.join('')}\nmodule.exports = { ${parts.join(', ')} };\n`;
}

/** The level that everything stands on: the body of the one function that the file calls. */
function statementsOf(source) {
  const call = source.statements.find(ts.isExpressionStatement)?.expression;
  const body = call?.expression?.expression?.body;
  if (body === undefined)
    throw new Error('TypeScript is not put together as before: it is no function that is called.');
  return body.statements;
}

function groupByName(statements) {
  const byName = new Map();
  for (const statement of statements)
    for (const name of namesOf(statement)) byName.set(name, [...(byName.get(name) ?? []), statement]);
  for (const name of leftOut) byName.delete(name);
  return byName;
}

/** The names that a statement declares, or adds to. One without any is a setting for debugging, and is left out. */
function namesOf(statement) {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return [statement.name.text];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  return ts.isExpressionStatement(statement) ? addedTo(statement.expression) : [];
}

function boundNames(name) {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.filter(ts.isBindingElement).flatMap((element) => boundNames(element.name));
}

/** `Name.member = …`, `((Name2) => { … })(Name || (Name = {}))`, `__export(names, …)`, `setSomething(…)`. */
function addedTo(expression) {
  if (ts.isBinaryExpression(expression)) return rootNames(expression.left);
  if (!ts.isCallExpression(expression)) return [];
  const [first] = expression.arguments;
  if (first !== undefined && ts.isBinaryExpression(first)) return rootNames(first.left);
  const callee = rootNames(expression.expression);
  return callee.includes('__export') ? rootNames(first) : callee;
}

function rootNames(expression) {
  if (ts.isPropertyAccessExpression(expression)) return rootNames(expression.expression);
  return ts.isIdentifier(expression) ? [expression.text] : [];
}

function reachable(byName, names) {
  const kept = new Set();
  const asked = new Set(names);
  // Grows while it is gone through.
  for (const name of asked) {
    for (const statement of byName.get(name) ?? []) {
      if (kept.has(statement)) continue;
      kept.add(statement);
      eachIdentifier(statement, (identifier) => {
        if (!isNameOfProperty(identifier)) asked.add(identifier.text);
      });
    }
  }
  return kept;
}

function isNameOfProperty(identifier) {
  const { parent } = identifier;
  return (
    (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === identifier
  );
}

/** The `b` of every `a.b`. */
function wordsBehind(name, statements) {
  const words = new Set();
  for (const statement of statements)
    eachIdentifier(statement, ({ text, parent }) => {
      if (text !== name || namesOf(statement).includes(name)) return;
      if (!ts.isPropertyAccessExpression(parent))
        throw new Error(`${name} is used as a whole: ${parent.getText()}`);
      words.add(parent.name.text);
    });
  return words;
}

function thinned(statement, used) {
  const [{ name, initializer }] = statement.declarationList.declarations;
  const entries = initializer.properties.filter((property) => used.has(property.name.text));
  return `\nvar ${name.text} = {${entries.map((entry) => entry.getText()).join(', ')}};`;
}

function eachIdentifier(node, take) {
  if (ts.isIdentifier(node)) take(node);
  ts.forEachChild(node, (child) => eachIdentifier(child, take));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(`compiler/typescript.cjs  ${((await sliceCompiler()) / 1000).toFixed(1)} kB`);

import type { Expression, ParameterFact } from '../model/facts.js';
import {
  enclosingFunction,
  isStatic,
  propertyName,
  spanOf,
  type Draft,
  type FunctionDraft,
} from './draft.js';
import type { ts } from '../compiler/compiler.js';
import { isAwaitedBody } from './compiled-code.js';
import { isFunction } from './node-kinds.js';
import { bindPattern } from './names/bind-pattern.js';

/** The index of a function's fact; made on first sight, its body is filled in by the walk over the file. */
export function registerFunction(draft: Draft, node: ts.SignatureDeclaration): number {
  const known = draft.functionOf.get(node);
  if (known !== undefined) return known;
  const index = draft.functions.length;
  draft.functionOf.set(node, index);
  const fact = emptyFunction(draft, node);
  draft.functions.push(fact);
  fact.parent = enclosingFunction(draft, node);
  fact.class = classAround(draft, node);
  fact.object = objectAround(draft, node);
  fact.returnType = draft.lowerType(node.type);
  fact.params = namedParameters(draft, node).map((parameter, position) => {
    const lowered = lowerParameter(draft, parameter);
    bindPattern(draft, parameter.name, parameterValue(draft, index, position), parameter);
    return lowered;
  });
  return index;
}

/** `function of(this: Api, id: string)`: `this` is a type, and nobody hands it over. */
function namedParameters(
  { compiler }: Draft,
  node: ts.SignatureDeclaration,
): readonly ts.ParameterDeclaration[] {
  return node.parameters.filter(({ name }) => !(compiler.isIdentifier(name) && name.text === 'this'));
}

function parameterValue(draft: Draft, index: number, position: number): Expression {
  return { kind: 'parameter', function: index, index: position };
}

function emptyFunction(draft: Draft, node: ts.SignatureDeclaration): FunctionDraft {
  const { compiler } = draft;
  return {
    name: nameOf(draft, node),
    params: [],
    returned: [],
    yielded: [],
    returnType: null,
    span: spanOf(draft, node),
    parent: null,
    class: null,
    isStatic: isStatic(compiler, node),
    isArrow: takesThisFromAround(draft, node),
    takesArguments: false,
    role: roleOf(draft, node),
    object: null,
    passedTo: null,
  };
}

/** Arrows, and what a compiler made of them. */
function takesThisFromAround(draft: Draft, node: ts.SignatureDeclaration): boolean {
  return draft.compiler.isArrowFunction(node) || isAwaitedBody(draft, node);
}

function roleOf({ compiler }: Draft, node: ts.SignatureDeclaration): FunctionDraft['role'] {
  if (compiler.isConstructorDeclaration(node)) return 'constructor';
  if (compiler.isGetAccessorDeclaration(node)) return 'getter';
  return compiler.isSetAccessorDeclaration(node) ? 'setter' : 'function';
}

function nameOf(draft: Draft, node: ts.SignatureDeclaration): string | null {
  const { compiler } = draft;
  if (compiler.isConstructorDeclaration(node)) return 'constructor';
  if (node.name !== undefined) return propertyName(compiler, node.name);
  const { parent } = node;
  if (compiler.isVariableDeclaration(parent) || compiler.isPropertyAssignment(parent)) {
    return propertyName(compiler, parent.name);
  }
  return null;
}

function lowerParameter(draft: Draft, parameter: ts.ParameterDeclaration): ParameterFact {
  const name = draft.compiler.isIdentifier(parameter.name) ? parameter.name.text : 'options';
  const otherwise = parameter.initializer === undefined ? null : draft.lower(parameter.initializer);
  const rest = parameter.dotDotDotToken !== undefined;
  const annotation = draft.lowerType(parameter.type);
  const isPlain = otherwise === null && !rest && annotation === null;
  return isPlain ? plainParameter(draft, name) : { name, otherwise, rest, annotation };
}

function plainParameter({ plainParameters }: Draft, name: string): ParameterFact {
  const known = plainParameters.get(name);
  if (known !== undefined) return known;
  const plain: ParameterFact = { name, otherwise: null, rest: false, annotation: null };
  plainParameters.set(name, plain);
  return plain;
}

/**
 * Whatever stands in a class takes its instance for `this`; so does an arrow in the value of a field. Other arrows take
 * it from the function around them.
 */
function classAround(draft: Draft, node: ts.SignatureDeclaration): number | null {
  const { compiler } = draft;
  const { parent } = node as ts.Node;
  const written = draft.prototypes.get(node);
  if (written !== undefined) return written;
  if (compiler.isClassLike(parent)) return draft.registerClass(parent);
  if (!takesThisFromAround(draft, node)) return null;
  for (let at = parent as ts.Node | undefined; at !== undefined; at = at.parent as ts.Node | undefined) {
    if (compiler.isPropertyDeclaration(at)) return draft.registerClass(at.parent);
    if (isFunction(compiler, at) && !takesThisFromAround(draft, at)) return null;
  }
  return null;
}

function objectAround(draft: Draft, node: ts.SignatureDeclaration): Expression | null {
  const { compiler } = draft;
  if (takesThisFromAround(draft, node)) return null;
  const { parent } = node as ts.Node;
  if (compiler.isObjectLiteralExpression(parent)) return draft.lower(parent);
  if (compiler.isPropertyAssignment(parent) && compiler.isObjectLiteralExpression(parent.parent)) {
    return draft.lower(parent.parent);
  }
  return null;
}

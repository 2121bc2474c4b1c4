import type { Expression } from '../model/facts.js';
import type { ts } from '../compiler/compiler.js';
import { isStatic, propertyName, spanOf, type ClassDraft, type Draft, type MemberDraft } from './draft.js';

/** The index of a class's fact, with its members; values assigned in methods are added by the walk over the file. */
export function registerClass(draft: Draft, node: ts.ClassLikeDeclaration): number {
  const known = draft.classOf.get(node);
  if (known !== undefined) return known;
  const index = draft.classes.length;
  draft.classOf.set(node, index);
  const fact: ClassDraft = {
    name: node.name?.text ?? null,
    extends: null,
    constructor: null,
    members: Object.create(null) as ClassDraft['members'],
    statics: Object.create(null) as ClassDraft['statics'],
    span: spanOf(draft, node),
  };
  draft.classes.push(fact);
  fact.extends = heritage(draft, node);
  for (const member of node.members) addMember(draft, fact, member);
  return index;
}

function heritage(draft: Draft, node: ts.ClassLikeDeclaration): Expression | null {
  const clause = node.heritageClauses?.find((c) => c.token === draft.compiler.SyntaxKind.ExtendsKeyword);
  const base = clause?.types[0];
  return base === undefined ? null : draft.lower(base.expression);
}

function addMember(draft: Draft, fact: ClassDraft, member: ts.ClassElement): void {
  const { compiler } = draft;
  if (compiler.isConstructorDeclaration(member)) return addConstructor(draft, fact, member);
  if (member.name === undefined) return;
  const name = propertyName(compiler, member.name);
  if (name === null) return;
  const slot = memberOf(isStatic(compiler, member) ? fact.statics : fact.members, name);
  if (compiler.isPropertyDeclaration(member)) {
    slot.annotation ??= draft.lowerType(member.type);
    if (member.initializer !== undefined) slot.values.push(draft.lower(member.initializer));
    return;
  }
  if (compiler.isMethodDeclaration(member) && member.body !== undefined) {
    slot.values.push({ kind: 'function', function: draft.registerFunction(member) });
  }
  // One without a body is abstract: a subclass has the value.
  if (compiler.isGetAccessorDeclaration(member) && member.body !== undefined) {
    slot.isGetter = true;
    slot.values.push({ kind: 'function', function: draft.registerFunction(member) });
  }
}

function addConstructor(draft: Draft, fact: ClassDraft, node: ts.ConstructorDeclaration): void {
  const { compiler } = draft;
  if (node.body === undefined) return;
  const index = draft.registerFunction(node);
  fact.constructor = index;
  node.parameters.forEach((parameter, position) => {
    if (!compiler.isParameterPropertyDeclaration(parameter, node) || !compiler.isIdentifier(parameter.name))
      return;
    const slot = memberOf(fact.members, parameter.name.text);
    slot.annotation ??= draft.lowerType(parameter.type);
    slot.values.push({ kind: 'parameter', function: index, index: position });
  });
}

/** The member of that name, made when it is new. */
export function memberOf(members: Record<string, MemberDraft>, name: string): MemberDraft {
  return (members[name] ??= { values: [], annotation: null, isGetter: false });
}

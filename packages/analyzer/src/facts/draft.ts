import type {
  Access,
  Awaited,
  ConditionalStretch,
  Binding,
  Branch,
  CallFact,
  ClassFact,
  EmptyBranch,
  Exit,
  Expression,
  FunctionFact,
  Item,
  GuardedStretch,
  MemberFact,
  Escape,
  ParameterFact,
  PathText,
  Prologue,
  ReExport,
  ScopeString,
  Span,
  TypeComparison,
  TypeFact,
  Write,
} from '../model/facts.js';
import type { TellTales } from '@leastscope/scope-catalog';
import type { Extent } from '../model/analysis.js';
import type { Compiler, ts } from '../compiler/compiler.js';
import { isFunction } from './node-kinds.js';
import type { ParsedSource } from './parse-source.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export type BindingDraft = Mutable<Binding>;
/** What is called where, until its parts are lowered. */
export type CallDraft = Mutable<CallFact>;
export type ObjectDraft = Mutable<Extract<Expression, { readonly kind: 'object' }>>;
/** A value that a function gives back, in the branches it stands in. */
export interface ReturnDraft {
  readonly value: Expression;
  readonly branches: readonly Branch[];
}

export type TextNode = ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

export interface FunctionDraft extends Mutable<Omit<FunctionFact, 'returns'>> {
  returned: ReturnDraft[];
  /** What a generator gives out, one by one. */
  readonly yielded: Item[];
}
export interface MemberDraft extends Mutable<Omit<MemberFact, 'values'>> {
  readonly values: Expression[];
}
export interface ClassDraft extends Mutable<Omit<ClassFact, 'members' | 'statics'>> {
  readonly members: Record<string, MemberDraft>;
  readonly statics: Record<string, MemberDraft>;
}

/**
 * Facts in the making. The steps of the reader (names, expressions, functions, statements) know this one object and
 * not each other; `lower` and `register` are how they call across.
 */
export interface Draft extends Steps {
  readonly compiler: Compiler;
  readonly words: TellTales;
  readonly extent: Extent;
  readonly parsed: ParsedSource;
  readonly bindings: BindingDraft[];
  readonly functions: FunctionDraft[];
  readonly classes: ClassDraft[];
  readonly calls: CallFact[];
  readonly exports: Record<string, Expression>;
  readonly reExports: ReExport[];
  /** Names that are taken, by module. */
  readonly imports: Map<string, Set<string>>;
  readonly scopeStrings: ScopeString[];
  /** Literal texts and the fixed parts of templates, in the order of the source. */
  readonly texts: TextNode[];
  readonly pathTexts: PathText[];
  readonly evaluated: Span[];
  readonly accesses: Access[];
  /** Properties that a pattern takes only to keep them out of its rest, unless their variable is used. */
  readonly leftOut: Map<number, Access>;
  readonly escapes: Escape[];
  readonly failures: Span[];
  readonly emptyBranches: EmptyBranch[];
  readonly prologues: Prologue[];
  readonly guards: GuardedStretch[];
  readonly conditional: ConditionalStretch[];
  readonly exits: Exit[];
  readonly awaited: Awaited[];
  readonly typeComparisons: TypeComparison[];
  readonly bindingOf: Map<ts.Node, number>;
  /** Of those bindings that have any. */
  readonly writesOf: Map<number, Write[]>;
  readonly functionOf: Map<ts.Node, number>;
  readonly classOf: Map<ts.Node, number>;
  /** Functions that are written as classes and their methods, each with its class. */
  readonly prototypes: Map<ts.Node, number>;
  readonly expressionOf: Map<ts.Node, Expression>;
  /** Parameters that say nothing but their name, by it. */
  readonly plainParameters: Map<string, ParameterFact>;
}

/**
 * Steps that other steps take. Methods, the same for every draft: a closure of each draft's own would hold its syntax tree, and
 * such closures survive in numbers: the collector then spent longer on trees of files already read than on all else.
 */
export interface Steps {
  lower(this: Draft, node: ts.Expression): Expression;
  lowerType(this: Draft, node: ts.TypeNode | undefined, nesting?: number): TypeFact | null;
  registerFunction(this: Draft, node: ts.SignatureDeclaration): number;
  registerClass(this: Draft, node: ts.ClassLikeDeclaration): number;
}

/** An empty draft. */
export function createDraft(
  compiler: Compiler,
  parsed: ParsedSource,
  words: TellTales,
  { extent, steps }: { readonly extent: Extent; readonly steps: Steps },
): Draft {
  return {
    compiler,
    words,
    extent,
    parsed,
    bindings: [],
    functions: [],
    classes: [],
    calls: [],
    exports: Object.create(null) as Record<string, Expression>,
    reExports: [],
    imports: new Map(),
    scopeStrings: [],
    texts: [],
    pathTexts: [],
    evaluated: [],
    accesses: [],
    leftOut: new Map(),
    escapes: [],
    failures: [],
    emptyBranches: [],
    prologues: [],
    guards: [],
    conditional: [],
    exits: [],
    awaited: [],
    typeComparisons: [],
    bindingOf: new Map(),
    writesOf: new Map(),
    functionOf: new Map(),
    classOf: new Map(),
    prototypes: new Map(),
    expressionOf: new Map(),
    plainParameters: new Map(),
    ...steps,
  };
}

export function noteImport(draft: Draft, module: string, ...names: readonly string[]): void {
  const known = draft.imports.get(module) ?? new Set<string>();
  for (const name of names) known.add(name);
  draft.imports.set(module, known);
}

export function spanOf(draft: Draft, node: ts.Node): Span {
  return [node.getStart(draft.parsed.source, false), node.end];
}

/** The span of a node: the very one of its expression, where that is the same. Facts live long, and most of them are spans. */
export function sharedSpan(draft: Draft, node: ts.Node, lowered: Expression): Span {
  const span = spanOf(draft, node);
  const known = spanOfLowered(draft, lowered);
  return known?.[0] === span[0] && known[1] === span[1] ? known : span;
}

function spanOfLowered({ calls }: Draft, lowered: Expression): Span | undefined {
  if (lowered.kind === 'call') return calls[lowered.call]?.span;
  return 'span' in lowered ? lowered.span : undefined;
}

export function unknown(draft: Draft, node: ts.Node, reason: string): Expression {
  return { kind: 'unknown', reason, span: spanOf(draft, node) };
}

/** Source text of a node on one line, shortened, for messages. */
export function shortText(draft: Draft, node: ts.Node): string {
  const text = node.getText(draft.parsed.source).replace(/\s{2,}|[^\S ]/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** The innermost function that a node stands in; fields of a class belong to its constructor. */
export function enclosingFunction(draft: Draft, node: ts.Node): number | null {
  const { compiler } = draft;
  let below: ts.Node = node;
  for (let at = node.parent as ts.Node | undefined; at !== undefined; below = at, at = at.parent) {
    if (isFunction(compiler, at)) {
      // Decorators and computed names stand in the head of a function, not in it.
      if (below === at.name || compiler.isDecorator(below)) continue;
      return draft.registerFunction(at);
    }
    if (compiler.isPropertyDeclaration(at) && below === at.initializer && !isStatic(compiler, at)) {
      const constructor = constructorOf(compiler, at.parent);
      if (constructor !== undefined) return draft.registerFunction(constructor);
    }
  }
  return null;
}

function constructorOf(
  compiler: Compiler,
  { members }: ts.ClassLikeDeclaration,
): ts.ConstructorDeclaration | undefined {
  return members
    .filter((member) => compiler.isConstructorDeclaration(member))
    .find(({ body }) => body !== undefined);
}

export function isStatic(compiler: Compiler, node: ts.Node): boolean {
  return hasModifier(compiler, node, compiler.SyntaxKind.StaticKeyword);
}

/** The compiler's own question makes a list of the modifiers for each node that is asked. */
export function hasModifier(compiler: Compiler, node: ts.Node, kind: ts.SyntaxKind): boolean {
  if (!compiler.canHaveModifiers(node) || node.modifiers === undefined) return false;
  for (const modifier of node.modifiers) if (modifier.kind === kind) return true;
  return false;
}

/** The text of a property name; null when it is computed from something unknown. */
export function propertyName(compiler: Compiler, name: ts.PropertyName | ts.BindingName): string | null {
  if (compiler.isIdentifier(name) || compiler.isPrivateIdentifier(name)) return name.text;
  if (compiler.isStringLiteralLike(name) || compiler.isNumericLiteral(name)) return name.text;
  if (compiler.isComputedPropertyName(name) && compiler.isStringLiteralLike(name.expression)) {
    return name.expression.text;
  }
  return null;
}

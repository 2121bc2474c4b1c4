import type { Extent } from '../model/analysis.js';
import type { FileFacts, FunctionFact } from '../model/facts.js';
import { findLineStarts, placeOf } from '../lookups/place-of.js';
import type { UnreadFile } from '../model/needs.js';
import type { TellTales } from '@leastscope/scope-catalog';
import { loadCompiler, type Compiler } from '../compiler/compiler.js';
import { createDraft, type Draft, type FunctionDraft, type Steps } from './draft.js';
import { lowerExpression } from './lower-expression.js';
import { lowerType } from './lower-type.js';
import { readNamedTypes } from './named-types.js';
import { parseSource } from './parse-source.js';
import { accessesOf } from './read-accesses.js';
import { readDirectives } from './marks/read-directives.js';
import { readExportedDeclarations } from './read-exports.js';
import { readExposed } from './escapes/read-implicit-escapes.js';
import { readPrototypes } from './read-prototypes.js';
import { readRouting } from './marks/read-routing.js';
import { readScopeStrings } from './marks/read-scope-strings.js';
import { readSigns } from './marks/read-signs.js';
import { foldReturns } from './fold-returns.js';
import { registerClass } from './register-class.js';
import { registerFunction } from './register-function.js';
import { walkFile } from './walk-file.js';

/**
 * One file in, its facts out. Facts depend on the name, the text and the platform's words alone. A file that cannot be parsed is an unread
 * file with its reason, never an error. Another compiler than our own may be handed in: ts-morph's, or the full one. Where only calls are
 * asked for, what tells of flows is not read, and its lists stay empty.
 */
export function readFile(
  file: string,
  text: string,
  words: TellTales,
  extent: Extent = 'everything',
  compiler: Compiler = loadCompiler(),
): FileFacts | UnreadFile {
  const lineStarts = findLineStarts(text);
  const parsed = file.endsWith('.json')
    ? parseSource(compiler, `${file}.js`, `module.exports = ${text}`)
    : parseSource(compiler, file, text);
  if ('reason' in parsed) {
    const place = parsed.offset === null ? null : placeOf(file, lineStarts, [parsed.offset, parsed.offset]);
    return { file, reason: parsed.reason, place };
  }
  try {
    return factsOf(
      file,
      text,
      lineStarts,
      fill(createDraft(compiler, parsed, words, { extent, steps }), file),
    );
  } catch (error) {
    if (error instanceof RangeError) return { file, reason: 'nested too deeply to be read', place: null };
    throw error;
  }
}

export function isUnread(read: FileFacts | UnreadFile): read is UnreadFile {
  return 'reason' in read;
}

const steps: Steps = {
  lower(node) {
    return lowerExpression(this, node);
  },
  lowerType(node, nesting) {
    return lowerType(this, node, nesting);
  },
  registerFunction(node) {
    return registerFunction(this, node);
  },
  registerClass(node) {
    return registerClass(this, node);
  },
};

function fill(draft: Draft, file: string): Draft {
  readPrototypes(draft);
  walkFile(draft);
  readExportedDeclarations(draft);
  if (draft.extent === 'everything') readExposed(draft, file);
  readRouting(draft);
  draft.scopeStrings.push(...readScopeStrings(draft));
  return draft;
}

/** Property by property: to copy all but two of them takes several times as long. */
function functionOf(fact: FunctionDraft): FunctionFact {
  const { returned, yielded, span } = fact;
  return {
    name: fact.name,
    params: fact.params,
    returnType: fact.returnType,
    span,
    parent: fact.parent,
    class: fact.class,
    isStatic: fact.isStatic,
    isArrow: fact.isArrow,
    takesArguments: fact.takesArguments,
    role: fact.role,
    object: fact.object,
    passedTo: fact.passedTo,
    // What asks a generator asks for the list of all that it yields.
    returns: yielded.length > 0 ? [{ kind: 'array', items: yielded, span }] : foldReturns(returned),
  };
}

/** Lists that have grown have room for more: what is kept has none. */
function fitted<T>(list: readonly T[]): readonly T[] {
  return list.slice();
}

function factsOf(file: string, text: string, lineStarts: readonly number[], draft: Draft): FileFacts {
  return {
    file,
    bindings: fitted(draft.bindings),
    functions: draft.functions.map(functionOf),
    classes: draft.classes,
    calls: fitted(draft.calls),
    exports: draft.exports,
    reExports: draft.reExports,
    namedTypes: readNamedTypes(draft),
    imports: [...draft.imports.keys()],
    importedNames: Object.fromEntries([...draft.imports].map(([module, names]) => [module, [...names]])),
    scopeStrings: draft.scopeStrings,
    pathTexts: draft.pathTexts,
    evaluated: draft.evaluated,
    accesses: fitted(accessesOf(draft)),
    escapes: fitted(draft.escapes),
    failures: draft.failures,
    emptyBranches: draft.emptyBranches,
    prologues: draft.prologues,
    guards: draft.guards,
    conditional: fitted(draft.conditional),
    exits: fitted(draft.exits),
    awaited: draft.awaited,
    typeComparisons: draft.typeComparisons,
    directives: readDirectives(file, text, lineStarts),
    signs: readSigns(text, draft.words),
    lineStarts,
  };
}

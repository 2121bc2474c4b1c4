import { parserTroubles, type Compiler, type ts } from '../compiler/compiler.js';
import { blankMarkup, hasMarkup } from './blank-markup.js';
import { nestsDeep } from './nests-deep.js';
import { declareNames, type Scopes } from './names/declare-names.js';

/** A parsed file whose names can be asked about. */
export interface ParsedSource {
  readonly source: ts.SourceFile;
  readonly scopes: Scopes;
}

/** Why a file could not be parsed; `offset` is null when no place is known. */
export interface ParseTrouble {
  readonly reason: string;
  readonly offset: number | null;
}

/**
 * Parses one file alone: no library, no other files, so the answers depend on its text only and are the same with
 * every project's settings.
 */
export function parseSource(compiler: Compiler, file: string, text: string): ParsedSource | ParseTrouble {
  try {
    return parse(compiler, file, text);
  } catch (error) {
    // The parser and the walk over names recurse; a file nested deep enough exhausts the stack. That is the file's trouble.
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
}

const tooDeep: ParseTrouble = { reason: 'nested too deeply to be read', offset: null };

function parse(compiler: Compiler, file: string, text: string): ParsedSource | ParseTrouble {
  const name = `/${file}${hasMarkup(file) ? '.ts' : ''}`;
  const code = hasMarkup(file) ? blankMarkup(file, text) : text;
  const options = {
    languageVersion: compiler.ScriptTarget.ESNext,
    jsDocParsingMode: compiler.JSDocParsingMode.ParseNone,
  };
  const source = compiler.createSourceFile(name, code, options, false, scriptKind(compiler, file));
  const broken = parserTroubles(source).find((trouble) => isSyntaxError(trouble.code));
  if (broken !== undefined) {
    if (nestsDeep(code)) return tooDeep;
    return {
      reason: `syntax error: ${compiler.flattenDiagnosticMessageText(broken.messageText, ' ')}`,
      offset: broken.start,
    };
  }
  tellParents(compiler, source);
  return { source, scopes: declareNames(compiler, source) };
}

/** Tells each node its parent. The parser's own way makes two lists for each node, a quarter of all the garbage of parsing. */
function tellParents(compiler: Compiler, source: ts.SourceFile): void {
  let parent: ts.Node = source;
  const visit = (node: ts.Node): void => {
    const above = parent;
    (node as { parent: ts.Node }).parent = above;
    parent = node;
    compiler.forEachChild(node, visit);
    parent = above;
  };
  compiler.forEachChild(source, visit);
}

/** Codes from 8000 say that JavaScript uses TypeScript's syntax, which is no obstacle to reading it. */
function isSyntaxError(code: number): boolean {
  return code < 8000 || code >= 9000;
}

function scriptKind(compiler: Compiler, file: string): ts.ScriptKind {
  if (/\.(?:ts|mts|cts|vue|svelte|astro)$/.test(file)) return compiler.ScriptKind.TS;
  if (file.endsWith('.tsx')) return compiler.ScriptKind.TSX;
  return compiler.ScriptKind.JSX;
}

import type { Compiler, ts } from '../compiler.js';
import { blankMarkup, hasMarkup } from './blank-markup.js';

/** A parsed file whose names can be asked about. */
export interface ParsedSource {
  readonly source: ts.SourceFile;
  readonly checker: ts.TypeChecker;
}

/** Why a file could not be parsed; `offset` is null when no place is known. */
export interface ParseTrouble {
  readonly reason: string;
  readonly offset: number | null;
}

/**
 * Parses one file alone: no library, no other files, so the answers depend on its text only and are the same with
 * every project's settings. The compiler resolves names, shadowing and class members inside the file.
 */
export function parseSource(compiler: Compiler, file: string, text: string): ParsedSource | ParseTrouble {
  try {
    return parse(compiler, file, text);
  } catch (error) {
    // The parser and the binder recurse; a file nested deep enough exhausts the stack. That is the file's trouble.
    if (error instanceof RangeError) return { reason: 'nested too deeply to be read', offset: null };
    throw error;
  }
}

function parse(compiler: Compiler, file: string, text: string): ParsedSource | ParseTrouble {
  const name = `/${file}${hasMarkup(file) ? '.ts' : ''}`;
  const code = hasMarkup(file) ? blankMarkup(file, text) : text;
  const source = compiler.createSourceFile(
    name,
    code,
    compiler.ScriptTarget.ESNext,
    true,
    scriptKind(compiler, file),
  );
  const program = compiler.createProgram({
    rootNames: [name],
    options: { noLib: true, noResolve: true, allowJs: true, types: [], jsx: compiler.JsxEmit.Preserve },
    host: hostOf(name, source),
  });
  const broken = program.getSyntacticDiagnostics(source).find((trouble) => isSyntaxError(trouble.code));
  if (broken !== undefined) {
    return {
      reason: `syntax error: ${compiler.flattenDiagnosticMessageText(broken.messageText, ' ')}`,
      offset: broken.start,
    };
  }
  return { source, checker: program.getTypeChecker() };
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

function hostOf(name: string, source: ts.SourceFile): ts.CompilerHost {
  return {
    getSourceFile: (asked) => (asked === name ? source : undefined),
    getDefaultLibFileName: () => '/lib.d.ts',
    writeFile: () => undefined,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (path) => path === name,
    readFile: () => undefined,
  };
}

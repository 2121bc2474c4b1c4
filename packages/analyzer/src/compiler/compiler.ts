import { createRequire } from 'node:module';
import type ts from 'typescript';
import type { compilerParts } from './compiler-parts.js';

/** The one door to the compiler. Everything else in the reader gets it as a value. */
export type Compiler = Pick<typeof ts, (typeof compilerParts)[number]>;
export type { ts };

let compiler: Compiler | null = null;

/**
 * The compiler's parser, loaded on the first call only: most runs on most files never need it. It is a copy of our own,
 * made by the build (scripts/slice-compiler.mjs), so it is the same beside every version of TypeScript and beside none.
 */
export function loadCompiler(): Compiler {
  compiler ??= createRequire(import.meta.url)('#compiler') as Compiler;
  return compiler;
}

/** What the parser found wrong. For this alone the compiler asks for a whole program, which costs as much as parsing. */
export function parserTroubles(source: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  const { parseDiagnostics } = source as unknown as { parseDiagnostics: ts.DiagnosticWithLocation[] };
  return parseDiagnostics;
}

/** Whether any file has been read so far in this process. */
export function isCompilerLoaded(): boolean {
  return compiler !== null;
}

import { createRequire } from 'node:module';
import type typescript from 'typescript';

/** The one door to the compiler. Everything else in the reader gets it as a value. */
export type Compiler = typeof typescript;
export type { default as ts } from 'typescript';

let compiler: Compiler | null = null;

/**
 * The compiler, loaded on the first call only: most runs on most files never need it. By `require`, because importing
 * a nine megabyte CommonJS module from ES modules costs Node 20 twice the time for its scan of exports.
 */
export function loadCompiler(): Compiler {
  compiler ??= createRequire(import.meta.url)('typescript') as Compiler;
  return compiler;
}

/** Whether any file has been read so far in this process. */
export function isCompilerLoaded(): boolean {
  return compiler !== null;
}

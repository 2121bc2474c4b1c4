import type { Compiler, ts } from '../compiler/compiler.js';

/**
 * What holds for all nodes of one kind, worked out at the first node of that kind. Every node of every file is asked the same
 * dozens of questions; only for answers that nothing but the kind decides.
 */
export function byKind<T extends object | boolean>(
  of: (compiler: Compiler, node: ts.Node) => T,
): (compiler: Compiler, node: ts.Node) => T {
  let owner: Compiler | null = null;
  let answers: (T | undefined)[] = [];
  return (compiler, node) => {
    if (compiler !== owner) {
      owner = compiler;
      answers = [];
    }
    return (answers[node.kind] ??= of(compiler, node));
  };
}

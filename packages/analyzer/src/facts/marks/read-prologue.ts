import type { ts } from '../../compiler/compiler.js';
import { enclosingFunction, type Draft } from '../draft.js';

/** `'use server'` and its kin: a text that stands as a statement and tells a bundler where code runs. */
export function readPrologue(draft: Draft, node: ts.Node): void {
  const { compiler } = draft;
  if (!compiler.isExpressionStatement(node) || !compiler.isStringLiteralLike(node.expression)) return;
  const { text } = node.expression;
  if (!text.startsWith('use ')) return;
  draft.prologues.push({ text, function: enclosingFunction(draft, node) });
}

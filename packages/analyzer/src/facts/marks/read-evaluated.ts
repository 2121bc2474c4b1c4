import type { TellTales } from '@leastscope/scope-catalog';
import type { ts } from '../../compiler/compiler.js';
import { escapeRegExp } from '../../util/escape-reg-exp.js';
import { spanOf, type Draft } from '../draft.js';

const runners: ReadonlySet<string> = new Set(['eval', 'Function']);
const patterns = new WeakMap<TellTales, RegExp>();

/**
 * Notes a text that is run as code and names the platform: `eval("…")`, as bundlers write every module in development, and
 * `new Function("…")`. Nothing in it is followed.
 */
export function readEvaluated(draft: Draft, node: ts.Node): void {
  const { compiler, words } = draft;
  if (!compiler.isCallExpression(node) && !compiler.isNewExpression(node)) return;
  const code = node.arguments?.at(-1);
  if (code === undefined || !isRunner(draft, node.expression)) return;
  const pattern = patterns.get(words) ?? namingPlatform(words);
  patterns.set(words, pattern);
  if (pattern.test(textIn(compiler, code))) draft.evaluated.push(spanOf(draft, node.expression));
}

/** Bundlers hand the text through a function of theirs where a page takes trusted code only. */
function textIn(compiler: Draft['compiler'], code: ts.Expression): string {
  const [text = code] = compiler.isCallExpression(code) ? code.arguments : [code];
  return compiler.isStringLiteralLike(text) ? text.text : '';
}

/** `(0, eval)("…")` too, which runs the text outside of where it stands. */
function isRunner(draft: Draft, callee: ts.Expression): boolean {
  const { compiler, parsed } = draft;
  if (compiler.isIdentifier(callee)) return runners.has(callee.text);
  if (compiler.isPropertyAccessExpression(callee)) return runners.has(callee.name.text);
  return /^\(0, ?eval\)$/.test(parsed.source.text.slice(...spanOf(draft, callee)));
}

function namingPlatform({ hosts, versionSegment }: TellTales): RegExp {
  return new RegExp(`${hosts.map(escapeRegExp).join('|')}|/[\\w-]+${versionSegment}\\w`);
}

import { loadCompiler, type ts } from '../compiler/compiler.js';
import { parseSource } from './parse-source.js';

/**
 * Whether an offset lies inside of a string, a template literal or the text of markup, where a comment would be no comment.
 * Of a file that cannot be parsed that is not known: then it may.
 */
export function isInsideText(file: string, text: string, offset: number): boolean {
  const compiler = loadCompiler();
  const parsed = parseSource(compiler, file, text);
  if ('reason' in parsed) return true;
  const kinds: ReadonlySet<ts.SyntaxKind> = new Set([
    compiler.SyntaxKind.StringLiteral,
    compiler.SyntaxKind.NoSubstitutionTemplateLiteral,
    compiler.SyntaxKind.TemplateHead,
    compiler.SyntaxKind.TemplateMiddle,
    compiler.SyntaxKind.TemplateTail,
    compiler.SyntaxKind.JsxText,
  ]);
  const holds = (node: ts.Node): boolean => node.getStart(parsed.source) < offset && offset < node.end;
  // Markup's text begins where it begins, blanks included.
  const isText = (node: ts.Node): boolean =>
    kinds.has(node.kind) &&
    (holds(node) || (node.kind === compiler.SyntaxKind.JsxText && node.pos <= offset && offset < node.end));
  const search = (node: ts.Node): boolean =>
    isText(node) ||
    (node.pos <= offset &&
      offset <= node.end &&
      compiler.forEachChild(node, (child) => search(child) || undefined) === true);
  return search(parsed.source);
}

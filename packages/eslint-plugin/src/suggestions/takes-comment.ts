import type { SourceCode } from 'eslint';

/** What a comment would become a part of, were it put there. */
const noPlaceForComments: ReadonlySet<string> = new Set([
  'TemplateElement',
  'TemplateLiteral',
  'Literal',
  'JSXText',
]);

/** Whether a comment can stand at an offset, with the syntax tree that ESLint has. */
export function takesComment(sourceCode: SourceCode, at: number): boolean {
  const inside = at === 0 ? null : sourceCode.getNodeByRangeIndex(at);
  return inside?.range === undefined || inside.range[0] >= at || !noPlaceForComments.has(inside.type);
}

import type { SuggestionText } from '@leastscope/analyzer';
import type { SourceCode } from 'eslint';

/** What a comment would become a part of, were it put there. */
const noPlaceForComments: ReadonlySet<string> = new Set([
  'TemplateElement',
  'TemplateLiteral',
  'Literal',
  'JSXText',
]);

/** A file as ESLint has parsed it, for the suggestions of the analyzer. */
export function suggestionText(sourceCode: SourceCode): SuggestionText {
  return {
    text: sourceCode.text,
    isInsideText: (offset) => {
      const inside = offset === 0 ? null : sourceCode.getNodeByRangeIndex(offset);
      return inside?.range !== undefined && inside.range[0] < offset && noPlaceForComments.has(inside.type);
    },
  };
}

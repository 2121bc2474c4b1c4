import type { Finding, Place, RuleInfo } from '@leastscope/analyzer';
import type { TSESLint } from '@typescript-eslint/utils';
import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
import { findingsOf } from './findings-of.js';

export type FindingRule = TSESLint.RuleModule<'finding' | 'trouble'>;

const createRule = RuleCreator((id) => `https://www.npmjs.com/package/@leastscope/eslint-plugin#${id}`);

/** A rule of the analyzer as a rule of ESLint: the same id, place and words. */
export function toEslintRule(info: RuleInfo): FindingRule {
  return createRule({
    name: info.id,
    meta: {
      type: 'problem',
      docs: { description: info.title },
      messages: { finding: '{{text}}', trouble: 'leastscope could not judge this file: {{reason}}' },
      schema: [],
      defaultOptions: [],
    },
    create: (context) => ({
      Program() {
        const result = findingsOf(context);
        const reason = result.takeTrouble();
        if (reason !== null) {
          context.report({ loc: { line: 1, column: 0 }, messageId: 'trouble', data: { reason } });
        }
        for (const finding of result.findings.filter(({ rule }) => rule === info.id)) {
          context.report({
            loc: locationOf(finding.place),
            messageId: 'finding',
            data: { text: textOf(finding) },
          });
        }
      },
    }),
  });
}

/** ESLint counts columns from zero. */
function locationOf({ start, end }: Place): TSESLint.SourceCode['ast']['loc'] {
  return {
    start: { line: start.line, column: start.column - 1 },
    end: { line: end.line, column: end.column - 1 },
  };
}

/** One line: what, by way of which places, why, what to do. */
function textOf({ message, related, why, help }: Finding): string {
  const places = related.map(({ place, note }) => `${place.file}:${place.start.line} ${note}`);
  const way = places.length > 0 ? `(${places.join('; ')})` : '';
  return [message, way, why, help].filter((part) => part !== '').join(' ');
}

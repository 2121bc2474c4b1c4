import type { Finding, Place, RuleInfo } from '@leastscope/analyzer';
import type { TSESLint } from '@typescript-eslint/utils';
import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
import type { FindingRule, MessageId } from './finding-rule.js';
import { findingsOf, letGo } from './findings-of.js';
import { ruleUrl } from './rule-url.js';
import { editMessages } from './suggestions/edit-messages.js';
import { suggestionsFor } from './suggestions/index.js';

/** Config viewers mark what is recommended; every rule is. */
const createRule = RuleCreator<{ readonly recommended: true }>(ruleUrl);

/** A rule of the analyzer as a rule of ESLint: the same id, place and words. */
export function toEslintRule(info: RuleInfo): FindingRule {
  return createRule<[], MessageId>({
    name: info.id,
    meta: {
      type: 'problem',
      docs: { description: info.title, recommended: true },
      messages: {
        finding: '{{text}}',
        trouble: 'leastscope could not judge this file: {{reason}}',
        ...editMessages,
      },
      hasSuggestions: true,
      schema: [],
      defaultOptions: [],
    },
    create: (context) => ({
      Program() {
        const { findings, takeTrouble } = findingsOf(context);
        const reason = takeTrouble();
        if (reason !== null) {
          context.report({ loc: { line: 1, column: 0 }, messageId: 'trouble', data: { reason } });
        }
        for (const finding of findings) {
          if (finding.rule === info.id) context.report(toReport(finding, context.sourceCode));
        }
      },
      'Program:exit': letGo,
    }),
  });
}

function toReport(
  finding: Finding,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.ReportDescriptor<MessageId> {
  return {
    loc: locationOf(finding.place),
    messageId: 'finding',
    data: { text: textOf(finding) },
    suggest: suggestionsFor(finding, sourceCode).map(({ says, data, range, text }) => ({
      messageId: says,
      data,
      fix: (fixer) => fixer.replaceTextRange([range[0], range[1]], text),
    })),
  };
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

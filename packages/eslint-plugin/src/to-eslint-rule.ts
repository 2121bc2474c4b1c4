import { suggestionsFor, type Finding, type Place, type RuleInfo } from '@leastscope/analyzer';
import type { AST, Rule, SourceCode } from 'eslint';
import type { FindingRule } from './finding-rule.js';
import { findingsOf, letGo } from './findings-of.js';
import { ruleUrl } from './rule-url.js';
import { shortMessage } from './short-message.js';
import { editMessages } from './edit-messages.js';
import { suggestionText } from './suggestion-text.js';

/** A rule of the analyzer as a rule of ESLint: the same id, the same place, the same sentence. */
export function toEslintRule(info: RuleInfo): FindingRule {
  return {
    meta: {
      type: 'problem',
      // Config viewers mark what is recommended; every rule is.
      docs: { description: info.title, recommended: true, url: ruleUrl(info) },
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
  };
}

function toReport(finding: Finding, sourceCode: SourceCode): Rule.ReportDescriptor {
  return {
    loc: locationOf(finding.place),
    messageId: 'finding',
    data: { text: shortMessage(finding.message) },
    suggest: suggestionsFor(finding, suggestionText(sourceCode)).map(({ says, data, range, text }) => ({
      messageId: says,
      data: { ...data },
      fix: (fixer) => fixer.replaceTextRange([range[0], range[1]], text),
    })),
  };
}

/** ESLint counts columns from zero. */
function locationOf({ start, end }: Place): AST.SourceLocation {
  return {
    start: { line: start.line, column: start.column - 1 },
    end: { line: end.line, column: end.column - 1 },
  };
}

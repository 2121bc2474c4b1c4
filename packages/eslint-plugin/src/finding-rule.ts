import type { Rule } from 'eslint';
import type { EditMessageId } from './edit-messages.js';

// The types of what is published: they name ESLint, which whoever uses a plugin has, and nothing else.

export type MessageId = 'finding' | 'trouble' | EditMessageId;

export interface FindingRule extends Rule.RuleModule {
  readonly meta: Rule.RuleMetaData & {
    readonly docs: { readonly description: string; readonly recommended: true; readonly url: string };
    readonly messages: Record<MessageId, string>;
  };
}

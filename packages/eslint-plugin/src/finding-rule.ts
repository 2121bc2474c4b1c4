import type { TSESLint } from '@typescript-eslint/utils';
import type { EditMessageId } from './suggestions/edit-messages.js';

// The types of what is published: they name no package that only the bundle holds.

export type MessageId = 'finding' | 'trouble' | EditMessageId;
export type FindingRule = TSESLint.RuleModule<MessageId, [], { readonly recommended: true }>;

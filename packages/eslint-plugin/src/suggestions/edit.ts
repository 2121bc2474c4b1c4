import type { Finding } from '@leastscope/analyzer';
import type { SourceCode } from 'eslint';
import type { EditMessageId } from './edit-messages.js';

/** A change of the text that a person may accept; never one that is made unasked. */
export interface Edit {
  readonly says: EditMessageId;
  readonly data: Readonly<Record<string, string>>;
  readonly range: readonly [number, number];
  readonly text: string;
}

export type Suggest = (finding: Finding, sourceCode: SourceCode) => Edit | null;

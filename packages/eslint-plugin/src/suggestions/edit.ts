import type { Finding } from '@leastscope/analyzer';
import type { TSESLint } from '@typescript-eslint/utils';

/** A change of the text that a person may accept; never one that is made unasked. */
export interface Edit {
  readonly says: 'renameScope' | 'replacePath' | 'ignoreNextLine';
  readonly data: Readonly<Record<string, string>>;
  readonly range: readonly [number, number];
  readonly text: string;
}

export type Suggest = (finding: Finding, sourceCode: Readonly<TSESLint.SourceCode>) => Edit | null;

/** The words of each kind, as ESLint wants them. */
export const editMessages: Readonly<Record<Edit['says'], string>> = {
  renameScope: 'Write `{{nearest}}`.',
  replacePath: 'Call `{{replacement}}` instead.',
  ignoreNextLine: 'Ignore `{{rule}}` on this line; it counts once a reason stands behind the dashes.',
};

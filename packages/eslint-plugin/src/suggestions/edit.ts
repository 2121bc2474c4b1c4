import type { TextOperation } from '@leastscope/fixes';
import type { EditMessageId } from './edit-messages.js';

/** A change of the text that a person may accept; never one that is made unasked. */
export interface Edit {
  readonly says: EditMessageId;
  readonly data: Readonly<Record<string, string>>;
  readonly range: readonly [number, number];
  readonly text: string;
}

/** What `leastscope fix` would do, in the words of an editor. */
export function editOf(operation: TextOperation): Edit {
  const { range, text } = operation;
  switch (operation.kind) {
    case 'replacePath':
      return { says: 'replacePath', data: { replacement: operation.to }, range, text };
    case 'renameScope':
      return { says: 'renameScope', data: { nearest: operation.to }, range, text };
    case 'claimPurpose':
      return { says: 'claimPurpose', data: { purpose: operation.purpose }, range, text };
    case 'addIgnore':
      return { says: 'ignoreNextLine', data: { rule: operation.rule }, range, text };
  }
}

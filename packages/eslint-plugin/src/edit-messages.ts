/** The words of each kind of edit, as ESLint wants them. */
export const editMessages = {
  renameScope: 'Write `{{nearest}}`.',
  replacePath: 'Call `{{replacement}}` instead.',
  ignoreNextLine: 'Ignore `{{rule}}` on this line; it counts once a reason stands behind the dashes.',
} as const;

export type EditMessageId = keyof typeof editMessages;

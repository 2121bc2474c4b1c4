import { defineRule } from '../define-rule.js';

export const invalidDeclaration = defineRule({
  id: 'invalid-declaration',
  meta: {
    title: 'The declaration has a mistake.',
    defaultSeverity: 'error',
    horizon: 'project',
    why: 'A part of the declaration that cannot be understood is left out, and everything that hangs on it is judged without it or not at all.',
    fix: 'Correct the line. The first line of the file may name the JSON Schema, so that the editor shows mistakes while typing.',
  },
  messages: {
    mistake: {
      message: '{{message}}',
      why: 'The mistaken part is left out, and what hangs on it is not judged.',
      help: '{{help}}',
    },
  },
  check: ({ mistakes }) =>
    mistakes.map(({ message, help, place }) => ({ message: 'mistake', data: { message, help }, place })),
});

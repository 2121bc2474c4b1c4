import { fromFolderOf } from '../../lookups/from-folder-of.js';
import { namedDocuments } from '../../lookups/named-documents.js';
import type { Declaration } from '../../model/declaration.js';
import type { RuleContext } from '../../model/judgement.js';
import { bindingsOfNothing } from '../../purposes/bindings-of-nothing.js';
import { isValid } from '../../purposes/valid-purposes.js';
import { globsOfNothing, type GlobOfNothing } from '../../purposes/globs-of-nothing.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';

type MessageId = 'mistake' | 'document' | 'handler' | 'glob' | 'binding';

export const invalidDeclaration = defineRule<MessageId>({
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
    document: {
      message: '`{{path}}` is named under `{{key}}`, and there is no such file.',
      why: 'The review asks to see it, and the papers call it missing.',
      help: 'Add the file, or write where it is: a path relative to this file, or an address.',
    },
    handler: {
      message: '`{{path}}` is named under `{{key}}`, and there is no such file.',
      why: 'The papers say that this code answers requests of people; nobody can find it.',
      help: 'Write the file relative to this one: `src/privacy/erase.ts#erase`.',
    },
    binding: {
      message: '`{{key}}` is bound to {{names}}, and no personal data is seen to arrive there.',
      why: 'The papers call it a contradiction: what is declared is not what the code does.',
      help: 'Correct the name, as the code has it; or take out what is no longer used.',
    },
    glob: {
      message: '`{{glob}}` of purpose `{{purpose}}` matches no file: there is no `{{missing}}`.',
      why: 'The code that it was meant for is judged by other purposes, or by none.',
      help: '{{nearest}}Globs are relative to this file.',
    },
  },
  check: (context) => [
    ...context.mistakes.map(({ message, help, place }) => ({
      message: 'mistake' as const,
      data: { message, help },
      place,
    })),
    ...(context.declaration === null ? [] : namesOfNothing(context.declaration, context)),
  ],
});

/** What the file says is well formed, and nothing is there; so nothing had to be left out. */
function namesOfNothing(declaration: Declaration, context: RuleContext): readonly Report<MessageId>[] {
  const documents = namedDocuments(declaration)
    .filter(({ path }) => !path.startsWith('..') && !context.hasFile(path))
    .map(({ key, path, place }): Report<MessageId> => ({
      message: 'document',
      data: { key, path },
      place,
      atMost: 'warning',
    }));
  const globs = globsIn(declaration, context).map(
    ({ glob, missing, nearest, purpose }): Report<MessageId> => ({
      message: 'glob',
      data: {
        glob,
        missing,
        purpose: purpose.id,
        nearest: nearest === null ? '' : `Did you mean \`${nearest}\`? `,
      },
      place: purpose.places.code ?? purpose.place,
      atMost: 'warning',
    }),
  );
  return [...documents, ...handlersOf(declaration, context), ...globs, ...bindingsOf(declaration, context)];
}

/** Where no call was found at all, the run may be looking at another folder than was meant. */
function globsIn(declaration: Declaration, context: RuleContext): readonly GlobOfNothing[] {
  return context.uses.length + context.open.length === 0 ? [] : globsOfNothing(declaration, context);
}

/** Code that is to answer requests of people, by its file: what it does there is nobody's guess. */
function handlersOf(
  { evidence: { rights }, file }: Declaration,
  { hasFile }: RuleContext,
): readonly Report<MessageId>[] {
  const names = ['access', 'rectify', 'export', 'erase'] as const;
  return names.flatMap((name): Report<MessageId>[] => {
    const right = rights?.[name] ?? null;
    const named = /^([^#\s]+\.\w+)#/.exec(right?.handler ?? '')?.[1];
    const path = named === undefined ? '' : fromFolderOf(file, named);
    if (right === null || named === undefined || path.startsWith('..') || hasFile(path)) return [];
    return [
      {
        message: 'handler',
        data: { key: `rights.${name}.handler`, path },
        place: right.place,
        atMost: 'warning',
      },
    ];
  });
}

/** What a mistake took out may be what it is bound by. */
function bindingsOf(declaration: Declaration, context: RuleContext): readonly Report<MessageId>[] {
  if (declaration.incomplete.some((section) => /^(?:recipients|storage)$/.test(section))) return [];
  return bindingsOfNothing(declaration.evidence, context)
    .filter((binding) => isValid(binding, context))
    .map(({ key, names, place }) => ({ message: 'binding', data: { key, names }, place, atMost: 'warning' }));
}

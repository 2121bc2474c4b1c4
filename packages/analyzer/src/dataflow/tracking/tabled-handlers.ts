import { isTypeOfEvent as isType } from '../../lookups/type-of-event.js';
import { webhookTypesNamed } from '../../lookups/webhook-types-named.js';
import type { Expression, FileFacts, Span } from '../../model/facts.js';
import type { Callees, Program } from '../../model/program.js';
import { tableOf } from './table-of.js';

/** A row of a table that is asked by the type of an event: `handlers[message.type]`, `handlers.get(type)`. */
export interface TabledHandler {
  readonly type: number;
  /** What runs then; null where no function of the project is seen. */
  readonly handler: Callees['functions'][number] | null;
  /** The type, as it is asked for. */
  readonly of: Expression;
  /** Where the table is asked, in the file that was looked at. */
  readonly span: Span;
}

/** What a file looks up by the type of an event. Of tables that are written out, here or in a file that is imported. */
export function tabledHandlers(program: Program, file: string): readonly TabledHandler[] {
  const facts = program.facts(file);
  if (facts === null) return [];
  return lookUps(program, facts).flatMap(({ table, of, span }) => {
    const found = tableOf(program, file, table);
    return (found?.rows ?? []).flatMap(({ key, value }) => {
      const texts = key === null || found === null ? null : program.textsOf(found.file, null, key);
      return webhookTypesNamed(program.catalog, texts ?? []).map((type) => ({
        type,
        handler: program.functionsIn(found?.file ?? file, null, value).functions[0] ?? null,
        of,
        span,
      }));
    });
  });
}

interface LookUp {
  readonly table: Expression;
  readonly of: Expression;
  readonly span: Span;
}

function lookUps(program: Program, facts: FileFacts): readonly LookUp[] {
  const { type } = program.catalog.platform.webhooks;
  const items = [
    ...facts.accesses.map(({ value, span }) => ({ value, span })),
    ...facts.calls.map(({ callee, span }) => ({ value: callee, span })),
  ];
  const byKey = items.flatMap(({ value, span }) =>
    value.kind === 'item' && isType(facts, value.key, type)
      ? [{ table: value.object, of: value.key, span }]
      : [],
  );
  const byMethod = facts.calls.flatMap(({ callee, args, span }) => {
    const asked = args[0]?.value;
    if (callee.kind !== 'member' || callee.name !== 'get' || asked === undefined) return [];
    return isType(facts, asked, type) ? [{ table: callee.object, of: asked, span }] : [];
  });
  return [...byKey, ...byMethod];
}

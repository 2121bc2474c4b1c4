import { placeAt } from './deletion-effects.js';
import { functionNamed } from './function-named.js';
import { keyOf, type FunctionAt } from './reached-functions.js';
import type { CallFact, Expression } from '../../model/facts.js';
import type { RelatedPlace } from '../../model/place.js';
import type { CallSite, Program } from '../../model/program.js';

/** A call of a function, or one that it is handed to. */
export interface Caller {
  readonly kind: 'called' | 'registered';
  readonly site: CallSite;
  readonly call: CallFact;
  readonly seen: RelatedPlace;
}

/** Calls of a function, and calls that it is handed to: a router, a table of webhooks. */
export function callersOf(program: Program, files: readonly string[], called: FunctionAt): readonly Caller[] {
  return files.flatMap((file) =>
    (program.facts(file)?.calls ?? []).flatMap((fact, call): readonly Caller[] => {
      const site = { file, call };
      const place = placeAt(program, site);
      if (program.callees(site).functions.some((one) => keyOf(one) === keyOf(called)))
        return [{ kind: 'called', site, call: fact, seen: { place, note: 'called here' } }];
      const isHanded = fact.args.some(({ value }) => mentions(program, file, value, called));
      if (!isHanded) return [];
      return [{ kind: 'registered', site, call: fact, seen: { place, note: 'registered here' } }];
    }),
  );
}

function mentions(program: Program, file: string, value: Expression, called: FunctionAt): boolean {
  const inner = (one: Expression): boolean => mentions(program, file, one, called);
  switch (value.kind) {
    case 'object':
      return value.entries.some((entry) => inner(entry.value));
    case 'array':
      return value.items.some((item) => inner(item.value));
    case 'function':
      return file === called.file && value.function === called.function;
    case 'name': {
      const bound = program.facts(file)?.bindings[value.binding]?.value ?? null;
      return bound !== null && bound.kind !== 'name' && inner(bound);
    }
    case 'import': {
      const target = program.resolve(file, value.module);
      const found = target === null ? null : functionNamed(program, target, value.name);
      return found !== null && keyOf(found) === keyOf(called);
    }
    case 'call':
      // `app.post('/x', makeHandler(db))`
      return program
        .callees({ file, call: value.call })
        .functions.some(
          (one) =>
            one.file === called.file &&
            program.facts(one.file)?.functions[called.function]?.parent === one.function &&
            program
              .facts(one.file)
              ?.functions[one.function]?.returns.some(
                (returned) => returned.kind === 'function' && returned.function === called.function,
              ) === true,
        );
    case 'member':
      return isMethod(program, file, value, called);
    default:
      return false;
  }
}

/** `hooks.receive`: only methods of the same name are asked for. */
function isMethod(
  program: Program,
  file: string,
  value: Extract<Expression, { kind: 'member' }>,
  called: FunctionAt,
): boolean {
  if (program.facts(called.file)?.functions[called.function]?.name !== value.name) return false;
  return program.functionsIn(file, null, value).functions.some((one) => keyOf(one) === keyOf(called));
}

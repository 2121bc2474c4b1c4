import { addTo } from '../../util/add-to.js';
import { functionKey } from '../domain/tracker.js';
import type { Expression } from '../../model/facts.js';
import type { Callees, CallSite, Program } from '../../model/program.js';

type Origin = Callees['externals'][number];

/** Longer ways from a receiver to where it is made are not followed. */
const wayLimit = 12;

/** Calls of each function, as `file#index`. */
export type Callers = ReadonlyMap<string, readonly CallSite[]>;

/** Who calls which function, among the calls of some files. */
export function findCallers(program: Program, files: readonly string[]): Callers {
  const found = new Map<string, CallSite[]>();
  for (const file of files) {
    for (const call of (program.facts(file)?.calls ?? []).keys())
      for (const callee of program.callees({ file, call }).functions) {
        addTo(found, functionKey(callee.file, callee.function), { file, call });
      }
  }
  return found;
}

interface Search {
  readonly program: Program;
  readonly callers: Callers;
}

interface At {
  readonly file: string;
  readonly inside: number | null;
  /** What is asked of the value in turn, the last step last: `from`, `()`, `upsert`. */
  readonly steps: readonly string[];
  readonly length: number;
}

/**
 * Where that comes from which a call calls, when its receiver is a parameter: what the callers hand over, by their own
 * names or inside an object. `admin.from('orders').upsert` of `sync(createClient())`: `createClient`, `()`, `from`, `()`,
 * `upsert`.
 */
export function originsByCallers(search: Search, { file, call }: CallSite): readonly Origin[] {
  const fact = search.program.facts(file)?.calls[call];
  if (fact === undefined) return [];
  return originsOf(search, fact.callee, { file, inside: fact.function, steps: [], length: 0 });
}

function originsOf(search: Search, expression: Expression, at: At): readonly Origin[] {
  if (at.length > wayLimit) return [];
  const known = search.program.functionsIn(at.file, at.inside, expression).externals;
  if (known.length > 0)
    return known.map(({ package: origin, path }) => ({ package: origin, path: [...path, ...at.steps] }));
  return waysFrom(search, expression, at).flatMap(([next, there]) =>
    originsOf(search, next, { ...there, length: at.length + 1 }),
  );
}

type Way = readonly [Expression, At];

/** What an expression takes its value from, one step nearer to where that is made. */
function waysFrom(search: Search, expression: Expression, at: At): readonly Way[] {
  const facts = search.program.facts(at.file);
  const before = (step: string): At => ({ ...at, steps: [step, ...at.steps] });
  switch (expression.kind) {
    case 'name': {
      const binding = facts?.bindings[expression.binding];
      const set =
        binding?.writes.filter(({ operator, path }) => operator === 'set' && path.length === 0) ?? [];
      return [binding?.value ?? null, ...set.map(({ value }) => value)].flatMap((one) =>
        one === null ? [] : [[one, at] as const],
      );
    }
    case 'member':
      return [[expression.object, before(expression.name)]];
    case 'call': {
      const callee = facts?.calls[expression.call]?.callee;
      return callee === undefined ? [] : [[callee, before('()')]];
    }
    case 'fallback':
      return [
        [expression.value, at],
        [expression.otherwise, at],
      ];
    case 'choice':
      return expression.options.map((option) => [option, at]);
    case 'object':
      return entryOf(expression, at);
    case 'parameter':
      return handedBy(search, expression, at);
    default:
      return [];
  }
}

function entryOf({ entries }: Extract<Expression, { kind: 'object' }>, at: At): readonly Way[] {
  const [name, ...steps] = at.steps;
  return entries
    .filter(({ key }) => key?.kind === 'text' && key.text === name)
    .map(({ value }) => [value, { ...at, steps }]);
}

function handedBy(
  { program, callers }: Search,
  { function: index, index: position }: Extract<Expression, { kind: 'parameter' }>,
  at: At,
): readonly Way[] {
  const sites = callers.get(functionKey(at.file, index)) ?? [];
  return sites.flatMap(({ file, call }): readonly Way[] => {
    const fact = program.facts(file)?.calls[call];
    const given = fact === undefined ? undefined : fact.args[position];
    if (fact === undefined || given === undefined || given.spread) return [];
    return [[given.value, { ...at, file, inside: fact.function }]];
  });
}

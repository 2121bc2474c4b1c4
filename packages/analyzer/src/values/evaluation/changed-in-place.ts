import { addTo } from '../../util/add-to.js';
import type { CallFact, FileFacts } from '../../model/facts.js';
import { anyItemOf, shuffled } from '../collections.js';
import { bind } from '../guarded.js';
import { nestedFrame } from '../frames.js';
import { factsOf, type Interpreter } from '../interpreter.js';
import type { Frame, Guarded, Value } from '../value.js';

/** Methods that change the list that they are called on, so that nobody knows any more what stands where. */
const reordering: ReadonlySet<string> = new Set([
  'copyWithin',
  'fill',
  'pop',
  'reverse',
  'shift',
  'sort',
  'splice',
  'unshift',
]);

const changes = new WeakMap<FileFacts, ReadonlyMap<number, readonly CallFact[]>>();

/** The calls of a file that change a list in place, by the variable that holds it. */
function changesIn(facts: FileFacts): ReadonlyMap<number, readonly CallFact[]> {
  const known = changes.get(facts);
  if (known !== undefined) return known;
  const found = new Map<number, CallFact[]>();
  for (const call of facts.calls) {
    const { callee } = call;
    if (callee.kind !== 'member' || callee.object.kind !== 'name' || !reordering.has(callee.name)) continue;
    addTo(found, callee.object.binding, call);
  }
  changes.set(facts, found);
  return found;
}

/** A list with what is put into it by its place, in an order that is not known any more. */
export function changedInPlace(
  interpreter: Interpreter,
  values: readonly Guarded[],
  binding: number,
  frame: Frame,
): readonly Guarded[] {
  const calls = changesIn(factsOf(interpreter, frame)).get(binding);
  if (calls === undefined) return values;
  return values.map(({ value, guard }) => {
    if (value.kind !== 'array') return { value, guard };
    const items = interpreter.meter.lasting(() => [
      ...value.items(),
      ...calls.flatMap((call) => putIn(interpreter, call, frame)),
    ]);
    return { value: shuffled({ ...value, items }), guard };
  });
}

/** `fill(value)`, `splice(start, count, ...values)`; what `unshift` takes is noted as pushed. */
function putIn(interpreter: Interpreter, call: CallFact, frame: Frame): readonly (readonly Guarded[])[] {
  const name = call.callee.kind === 'member' ? call.callee.name : '';
  const added = name === 'splice' ? call.args.slice(2) : name === 'fill' ? call.args.slice(0, 1) : [];
  const inside = nestedFrame(interpreter, frame, call.function);
  return added.map(({ value, spread }) => {
    const given = interpreter.evaluate(value, inside);
    return spread ? given.flatMap((one) => anyItemOf(interpreter, one.value) ?? []) : given;
  });
}

/** The property that laid over objects have by a name; none where they surely, or possibly, leave it as it was. */
export function mergedMember(
  interpreter: Interpreter,
  sources: readonly Guarded[],
  name: string,
): readonly Guarded[] {
  return bind(sources, (value) =>
    isOwn(value) ? interpreter.member(value, name).filter((one) => one.value.kind !== 'absent') : [],
  );
}

function isOwn({ kind }: Value): boolean {
  return kind === 'object' || kind === 'module' || kind === 'instance' || kind === 'class';
}

import type { TypeFact } from '../../model/facts.js';
import { certain } from '../guarded.js';
import { isGlobalSlot } from '../global-slot.js';
import type { Interpreter } from '../interpreter.js';
import type { Guarded, ExternalValue, Frame, Value } from '../value.js';

/**
 * Completes a value that is not known with what its annotation says: an instance of the class it names. A known value
 * is never overruled by a type.
 */
export function annotated(
  interpreter: Interpreter,
  value: readonly Guarded[],
  annotation: TypeFact,
  frame: Frame,
): readonly Guarded[] {
  const isOpen = value.every((one) => isOpenValue(one.value));
  if (!isOpen) return value;
  const instance = instanceOf(interpreter, annotation, frame);
  return instance ?? value;
}

function isOpenValue(value: Value): boolean {
  return value.kind === 'unknown' || value.kind === 'absent' || isGlobalSlot(value);
}

/** Some instance of the annotated class, or null when the annotation names nothing that has values. */
export function instanceOf(
  interpreter: Interpreter,
  annotation: TypeFact,
  frame: Frame,
): readonly Guarded[] | null {
  const named = interpreter.evaluate(annotation.of, frame);
  if (annotation.isValue) return named.every(({ value }) => isUseful(value)) ? named : null;
  const instances = named.flatMap(({ value }) => madeOf(interpreter, value));
  return instances.length === 0 ? null : instances.flatMap(certain);
}

function madeOf(interpreter: Interpreter, value: Value): Value[] {
  // A name of a type that another file gives is an instance already.
  if (value.kind === 'instance' || value.kind === 'client') return [value];
  if (value.kind === 'class') {
    return [{ kind: 'instance', of: value, args: null, id: `${value.file}:${String(value.class)}` }];
  }
  if (value.kind === 'external' && value.package !== 'global') return externalInstance(interpreter, value);
  if (value.kind === 'function') return interpreter.returned(value, null).map((returned) => returned.value);
  return [];
}

/** Types that describe data: what has such a type is whatever the caller hands over. */
const dataType =
  /(?:Config|Options?|Init|Request|Response|Params|Props|Methods?|Headers?|Body|Data|Payload|Input|Output|Result|Args|Types?|Dto|DTO|Query|Record|Context|Event|Error|Schema)$/;

/** Something of a package's class: a client of the vocabulary under the name of its type, or a stranger. */
function externalInstance(interpreter: Interpreter, value: ExternalValue): Value[] {
  const name = value.path.at(-1) ?? '';
  if (name === '()') return [value];
  const rows = interpreter.catalog.httpClients.filter((row) => row.package === value.package);
  if (rows.length > 0 && !rows.some((row) => row.export === name)) {
    return /(?:Instance|Static|^Got|^Ky)$/.test(name) ? [{ ...value, path: ['default'] }] : [];
  }
  return dataType.test(name) ? [] : [{ ...value, path: [...value.path, '()'] }];
}

function isUseful(value: Value): boolean {
  return value.kind !== 'unknown' && value.kind !== 'absent';
}

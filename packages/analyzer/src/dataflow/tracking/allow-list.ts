import type { CallFact } from '../../model/facts.js';
import { fieldOf } from '../domain/read-field.js';
import { ofEntries, type TaintValue } from '../domain/taint-value.js';
import type { Tracker } from '../domain/tracker.js';

/** `JSON.stringify(order, ['id', 'status'])` takes these properties alone. */
export function ofAllowList(
  { program }: Tracker,
  { args, calleeText, function: inside }: CallFact,
  file: string,
  given: readonly TaintValue[],
): readonly TaintValue[] {
  const [, list] = args;
  const [value, ...others] = given;
  if (calleeText !== 'JSON.stringify' || list?.value.kind !== 'array' || value === undefined) return given;
  const names = list.value.items.map((item) => program.textsOf(file, inside, item.value));
  if (names.includes(null)) return given;
  const kept = names.flat().map((name): [string, TaintValue] => [name ?? '', fieldOf(value, name ?? '')]);
  return [ofEntries(kept), ...others];
}

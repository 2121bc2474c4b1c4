import type { Access } from '../../model/facts.js';
import { activationAt } from '../tracking/activation-at.js';
import { keptOfFile } from '../domain/ledger.js';
import type { Tracker } from '../domain/tracker.js';
import { allPaths, untainted, widened } from '../domain/taint-value.js';
import { enclosingFunction } from '../tracking/enclosing-function.js';
import { readField, readElement, type AccessPath } from '../domain/access-path.js';
import { asEscape, hitsAt, taker, type FlowHit } from './flow-hit.js';

/** Every property of a response that a file asks for by name, and those by a key that is worked out at run time. */
export function findFieldReads(tracker: Tracker, file: string): readonly FlowHit[] {
  return keptOfFile(tracker.ledger, tracker.found.reads, file, () =>
    (tracker.program.facts(file)?.accesses ?? []).flatMap((access) => readsAt(tracker, file, access)),
  );
}

function readsAt(tracker: Tracker, file: string, access: Access): readonly FlowHit[] {
  const { value } = access;
  if (value.kind !== 'member' && value.kind !== 'item') return [];
  const held = tracker.evaluate(value.object, activationAt(tracker, file, access));
  const deep = allPaths(held.entries.get(widened) ?? untainted);
  return [
    ...readsOf(tracker, file, access, [...held.paths.values()]),
    ...hitsAt(tracker, file, deep, access.span, asEscape('', 'it lies too deep in objects to be followed')),
  ];
}

function readsOf(
  tracker: Tracker,
  file: string,
  access: Access,
  paths: readonly AccessPath[],
): readonly FlowHit[] {
  const { value, span } = access;
  if (paths.length === 0 || (value.kind !== 'member' && value.kind !== 'item')) return [];
  const names =
    value.kind === 'member'
      ? [value.name]
      : tracker.program.textsOf(file, enclosingFunction(tracker.program, file, value.key), value.key);
  if (names === null) {
    const reason = 'it is asked for a property whose name is worked out at run time';
    return hitsAt(tracker, file, paths, span, asEscape('', reason));
  }
  const read = paths.flatMap((path) => names.map((name) => stepTo(path, name)).filter((one) => one !== null));
  return hitsAt(tracker, file, read, span, taker('read', ''));
}

function stepTo(path: AccessPath, name: string): AccessPath | null {
  return /^\d+$/.test(name) ? readElement(path) : readField(path, name);
}

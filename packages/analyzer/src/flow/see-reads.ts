import type { Access } from '../model/facts.js';
import { openScope, type Flow } from './flow.js';
import { allParts, nothing, tooDeep } from './holding.js';
import { insideOf } from './inside-of.js';
import { below, itemOf, type Part } from './part.js';
import type { Sighting } from './sighting.js';
import { lost, seen, way } from './way.js';

/** Every property of a response that a file asks for by name, and those by a key that is worked out at run time. */
export function seeReads(flow: Flow, file: string): readonly Sighting[] {
  return (flow.code.facts(file)?.accesses ?? []).flatMap((access) => readsAt(flow, file, access));
}

function readsAt(flow: Flow, file: string, access: Access): readonly Sighting[] {
  const { value } = access;
  if (value.kind !== 'member' && value.kind !== 'item') return [];
  const held = flow.holdingOf(value.object, openScope(flow, file));
  const deep = allParts(held.entries.get(tooDeep) ?? nothing);
  return [
    ...readsOf(flow, file, access, [...held.parts.values()]),
    ...seen(flow, file, deep, access.span, lost('', 'it lies too deep in objects to be followed')),
  ];
}

function readsOf(flow: Flow, file: string, access: Access, parts: readonly Part[]): readonly Sighting[] {
  const { value, span } = access;
  if (parts.length === 0 || (value.kind !== 'member' && value.kind !== 'item')) return [];
  const names =
    value.kind === 'member'
      ? [value.name]
      : flow.code.textsOf(file, insideOf(flow.code, file, value.key), value.key);
  if (names === null) {
    const reason = 'it is asked for a property whose name is worked out at run time';
    return seen(flow, file, parts, span, lost('', reason));
  }
  const read = parts.flatMap((part) => names.map((name) => stepTo(part, name)).filter((one) => one !== null));
  return seen(flow, file, read, span, way('read', ''));
}

function stepTo(part: Part, name: string): Part | null {
  return /^\d+$/.test(name) ? itemOf(part) : below(part, name);
}

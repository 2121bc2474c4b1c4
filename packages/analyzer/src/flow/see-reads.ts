import type { Access } from '../model/facts.js';
import { openScope, type Flow } from './flow.js';
import { allParts, nothing, tooDeep } from './holding.js';
import { insideOf } from './inside-of.js';
import { below, itemOf, type Part } from './part.js';
import { placeIn } from './place-in.js';
import type { Sighting } from './sighting.js';

/** Every property of a response that a file asks for by name, and those by a key that is worked out at run time. */
export function seeReads(flow: Flow, file: string): readonly Sighting[] {
  return (flow.code.facts(file)?.accesses ?? []).flatMap((access) => readsAt(flow, file, access));
}

function readsAt(flow: Flow, file: string, access: Access): readonly Sighting[] {
  const { value } = access;
  if (value.kind !== 'member' && value.kind !== 'item') return [];
  const held = flow.holdingOf(value.object, openScope(flow, file));
  const deep = allParts(held.entries.get(tooDeep) ?? nothing);
  const lost = 'it lies too deep in objects to be followed';
  return [
    ...readsOf(flow, file, access, [...held.parts.values()]),
    ...deep.map((part) => sighting(flow, file, access, part, 'escaped', lost)),
  ];
}

function readsOf(flow: Flow, file: string, access: Access, parts: readonly Part[]): readonly Sighting[] {
  const { value } = access;
  if (parts.length === 0 || (value.kind !== 'member' && value.kind !== 'item')) return [];
  const read = (part: Part | null): readonly Sighting[] =>
    part === null ? [] : [sighting(flow, file, access, part, 'read', null)];
  if (value.kind === 'member') return parts.flatMap((part) => read(stepTo(part, value.name)));
  const names = flow.code.textsOf(file, insideOf(flow.code, file, value.key), value.key);
  if (names !== null) return parts.flatMap((part) => names.flatMap((name) => read(stepTo(part, name))));
  const reason = 'it is asked for a property whose name is worked out at run time';
  return parts.map((part) => sighting(flow, file, access, part, 'escaped', reason));
}

function stepTo(part: Part, name: string): Part | null {
  return /^\d+$/.test(name) ? itemOf(part) : below(part, name);
}

function sighting(
  flow: Flow,
  file: string,
  { span }: Access,
  part: Part,
  to: 'read' | 'escaped',
  reason: string | null,
): Sighting {
  const [start, end] = span;
  const place = placeIn(flow, file, span);
  return { part, place, to, sink: '', recipient: null, reason, span: { file, start, end } };
}

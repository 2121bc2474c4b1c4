import type { Catalog } from '@leastscope/scope-catalog';
import type { FoundDeletion } from '../../model/data-flow.js';
import type { CallFact, FileFacts, Span, TypeComparison } from '../../model/facts.js';
import type { RelatedPlace } from '../../model/place.js';
import type { CallSite, Program } from '../../model/program.js';
import { effectsIn, effectsOfCalls, placeOfFunction, type Effect } from './deletion-effects.js';
import { reachedBy, type FunctionAt } from './reached-functions.js';
import { isInside } from '../../lookups/is-inside.js';

interface Asked {
  readonly program: Program;
  readonly catalog: Catalog;
}

/** What deletes where a type is the one compared with: a function that is called there, or the one around it. */
export function deletionAt(
  asked: Asked,
  file: string,
  facts: FileFacts,
  comparison: TypeComparison,
): FoundDeletion | null {
  const calls = callsWithin(file, facts, stretchOf(facts, comparison));
  const inside = effectsOfCalls(asked.program, asked.catalog, calls).flatMap(deletionIn);
  const around = comparison.function;
  const own = around === null ? null : namedAround(asked, { file, function: around }, inside);
  return own ?? firstCalled(asked, calls);
}

/** Where equality leads; after `if (type !== 6) return;` the rest of the function. */
function stretchOf(facts: FileFacts, { holds, guards, function: index }: TypeComparison): Span {
  if (holds !== null) return holds;
  const around = index === null ? undefined : facts.functions[index]?.span;
  return around === undefined ? guards : [guards[0], around[1]];
}

function callsWithin(file: string, facts: FileFacts, span: Span): readonly [CallSite, CallFact][] {
  return facts.calls.flatMap((fact, call): [CallSite, CallFact][] =>
    isInside(fact.span, span) ? [[{ file, call }, fact]] : [],
  );
}

function namedAround(asked: Asked, at: FunctionAt, deletions: readonly RelatedPlace[]): FoundDeletion | null {
  return deletions.length === 0 ? null : foundIn(asked.program, at, deletions);
}

function firstCalled(asked: Asked, calls: readonly [CallSite, CallFact][]): FoundDeletion | null {
  for (const [site] of calls)
    for (const callee of asked.program.callees(site).functions) {
      const found = deletionBy(asked, callee);
      if (found !== null) return found;
    }
  return null;
}

/** What a function deletes, by itself or by what it calls. */
export function deletionBy(asked: Asked, handler: FunctionAt): FoundDeletion | null {
  const deletions = reachedBy(asked.program, handler).flatMap((one) =>
    effectsIn(asked.program, asked.catalog, one).flatMap(deletionIn),
  );
  return deletions.length === 0 ? null : foundIn(asked.program, handler, deletions);
}

function deletionIn({ effect, seen }: Effect): readonly RelatedPlace[] {
  return effect === 'deletes' ? [seen] : [];
}

/** Null where it has no name by which the declaration could name it. */
function foundIn(program: Program, at: FunctionAt, deletions: readonly RelatedPlace[]): FoundDeletion | null {
  const name = nameOf(program, at);
  return name === null
    ? null
    : { handler: `${at.file}#${name}`, place: placeOfFunction(program, at), deletions };
}

/** As `deletion.handler` names it: `purge`, or `Webhooks.onDeauthorized`; the outermost one around it. */
function nameOf(program: Program, { file, function: index }: FunctionAt): string | null {
  const facts = program.facts(file);
  const fact = facts?.functions[index];
  if (facts === null || fact === undefined) return null;
  if (fact.parent !== null) return nameOf(program, { file, function: fact.parent });
  if (fact.class === null) return fact.name;
  const owner = facts.classes[fact.class]?.name ?? null;
  return owner === null || fact.name === null ? null : `${owner}.${fact.name}`;
}

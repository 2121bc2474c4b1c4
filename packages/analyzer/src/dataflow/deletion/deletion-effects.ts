import type { Catalog, Sink } from '@leastscope/scope-catalog';
import { placeOf } from '../../lookups/place-of.js';
import type { CallFact } from '../../model/facts.js';
import type { Place, RelatedPlace } from '../../model/place.js';
import type { CallSite, Program } from '../../model/program.js';
import { sinkOf } from '../hits/sink-of.js';
import { effectsOfStatement } from '../hits/statement-effects.js';
import { fateOf } from './query-runs.js';
import { callsIn, type FunctionAt } from './reached-functions.js';

export interface Effect {
  readonly effect: 'deletes' | 'flags' | 'open';
  readonly seen: RelatedPlace;
}

/** What the calls of a function do to what is kept. */
export function effectsIn(program: Program, catalog: Catalog, at: FunctionAt): readonly Effect[] {
  return effectsOfCalls(program, catalog, callsIn(program, at));
}

export function effectsOfCalls(
  program: Program,
  catalog: Catalog,
  calls: readonly (readonly [CallSite, CallFact])[],
): readonly Effect[] {
  return calls.flatMap(([site, call]): readonly Effect[] => {
    const effect = effectOf(program, catalog, site, call);
    if (effect === null) return [];
    const place = placeAt(program, site);
    return [
      {
        effect,
        seen: { place, note: `\`${call.calleeText}\` ${effect === 'open' ? 'is not seen' : effect}` },
      },
    ];
  });
}

/** What names of functions say, where nothing else does. */
const deletes = /^(?:delete|destroy|remove|purge|erase|wipe|drop|unlink|forget|truncate|clear)/i;
const flags = /^(?:update|set|upsert|save|mark|flag|deactivate|disable|archive)/i;
const harmless =
  /^(?:log|info|warn|error|debug|json|send|status|find|get|select|query|has|is|where|eq|from)/i;

function effectOf(
  program: Program,
  catalog: Catalog,
  site: CallSite,
  call: CallFact,
): Effect['effect'] | null {
  const callees = program.callees(site);
  const sink = sinkOf(catalog, callees, call);
  if (sink?.statement === 'sql') return effectOfStatement(effectsOfStatement(program, site.file, call));
  if (sink !== null) return isLeft(program, site, call, sink.package) ? null : effectOfSink(sink);
  if (callees.functions.length > 0 || !callees.isOpen) return null;
  const name = call.callee.kind === 'member' ? call.callee.name : call.calleeText;
  if (deletes.test(name)) return 'deletes';
  if (flags.test(name)) return 'flags';
  return harmless.test(name) || call.isNew ? null : 'open';
}

function effectOfSink({ kind }: Sink): Effect['effect'] | null {
  if (kind === 'delete') return 'deletes';
  return kind === 'store' ? 'flags' : null;
}

/** A query that is described and never run. */
function isLeft(program: Program, { file }: CallSite, call: CallFact, library: string): boolean {
  const facts = program.facts(file);
  return facts !== null && fateOf(facts, call, library) === 'left';
}

function effectOfStatement(effects: ReturnType<typeof effectsOfStatement>): Effect['effect'] | null {
  if (effects === null) return 'open';
  if (effects.includes('delete')) return 'deletes';
  return effects.includes('store') ? 'flags' : null;
}

export function placeAt(program: Program, { file, call }: CallSite): Place {
  const facts = program.facts(file);
  return placeOf(file, facts?.lineStarts ?? [0], facts?.calls[call]?.calleeSpan ?? [0, 0]);
}

export function placeOfFunction(program: Program, { file, function: index }: FunctionAt): Place {
  const facts = program.facts(file);
  const span = facts?.functions[index]?.span ?? ([0, 0] as const);
  const [start] = span;
  return placeOf(file, facts?.lineStarts ?? [0], [start, start]);
}

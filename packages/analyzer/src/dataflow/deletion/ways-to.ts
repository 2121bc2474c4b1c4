import type { FileFacts } from '../../model/facts.js';
import type { WayIn } from '../../model/data-flow.js';
import type { CallSite, Program } from '../../model/program.js';
import { callersOf, type Caller } from './callers-of.js';
import { placeOfFunction } from './deletion-effects.js';
import { isEntry } from './entry-points.js';
import { keyOf, type FunctionAt } from './reached-functions.js';
import { standingOf } from './runs.js';

export interface Ways {
  readonly program: Program;
  readonly files: readonly string[];
  readonly importersOf: (file: string) => readonly string[];
}

/** Longer chains of calls, and more of them, are not followed. */
const lengthLimit = 6;
const countLimit = 40;

/** All ways to a function; none where nothing is seen to call it, or only what nothing calls. */
export function waysTo(input: Ways, to: FunctionAt, around: readonly string[] = []): readonly WayIn[] {
  const { program } = input;
  if (around.length > lengthLimit || around.includes(keyOf(to))) return [];
  const own = placeOfFunction(program, to);
  const files = [...new Set([...input.files, to.file, ...input.importersOf(to.file)])].sort();
  const callers = callersOf(program, files, to);
  const found = callers.flatMap((one) => waysBy(input, one, [...around, keyOf(to)]));
  const byName = { ...outermost('entry'), seen: { place: own, note: 'the framework calls it by its name' } };
  const ways = isEntry(program, to) ? [...found, byName] : found;
  if (ways.length > 0 || callers.length > 0) return ways.slice(0, countLimit);
  // Somebody may call a member by a name that is put together at run time.
  const isUnknown = around.length > 0 && isMemberOfSomething(program, to);
  return isUnknown
    ? [{ ...outermost('unknown'), seen: { place: own, note: 'what calls it is not seen' } }]
    : [];
}

type Start = Omit<WayIn, 'seen'>;

function outermost(from: WayIn['from'], registeredBy: CallSite | null = null): Start {
  return { sites: [], registeredBy, from };
}

function waysBy(
  input: Ways,
  { kind, site, call, seen }: Caller,
  around: readonly string[],
): readonly WayIn[] {
  const facts = input.program.facts(site.file);
  if (facts === null) return [];
  const ways = waysInto(input, facts, standingOf(facts, call).owner, around);
  if (kind === 'registered') return ways.map(({ from }) => ({ ...outermost(from, site), seen }));
  return ways.map((way) => ({ ...way, sites: [...way.sites, site], seen }));
}

/** Ways to the function around a call: by its callers, or by the call that it is handed to as it stands. */
function waysInto(
  input: Ways,
  facts: FileFacts,
  owner: number | null,
  around: readonly string[],
): readonly Start[] {
  const { file } = facts;
  if (owner === null) return [outermost('entry')];
  const fact = facts.functions[owner];
  const taken = fact?.passedTo ?? null;
  if (taken === null) return waysTo(input, { file, function: owner }, around);
  return waysInto(input, facts, fact?.parent ?? null, around).map(({ from }) =>
    outermost(from, { file, call: taken.call }),
  );
}

/** Members of classes and objects may be called by names that are put together at run time. */
function isMemberOfSomething(program: Program, { file, function: index }: FunctionAt): boolean {
  const fact = program.facts(file)?.functions[index];
  return fact !== undefined && (fact.class !== null || fact.object !== null);
}

import type { CallFact } from '../../model/facts.js';
import { anyDepth, onlyThese, type AccessPath } from '../domain/access-path.js';
import { fieldOf } from '../domain/read-field.js';
import { restOf, withoutNames } from '../domain/rest-of.js';
import {
  join,
  joinAll,
  mapEntries,
  mapPaths,
  ofEntries,
  untainted,
  type TaintValue,
} from '../domain/taint-value.js';
import { anyCallerActivation, type Tracker } from '../domain/tracker.js';
import { leftByReplacer, type Replaced } from './json-replacer.js';
import { listedNames } from './listed-names.js';

/**
 * What is left of the arguments where a call names the properties that it takes: `JSON.stringify(order, ['id'])`,
 * `pick(order, ['id'])`, `omit(order, ['email'])`. Where the names are not known, nothing of the first is left, and
 * `isTakenUnseen` says so.
 */
export function ofAllowList(
  tracker: Tracker,
  call: CallFact,
  file: string,
  given: readonly TaintValue[],
): readonly TaintValue[] {
  const way = wayOfTaking(tracker, call, file);
  const [value, ...others] = given;
  if (way === null || value === undefined) return given;
  switch (way) {
    case 'json':
      return [ofJson(tracker, call, file, value, others[0]), ...others];
    case 'pick': {
      const names = namesOf(tracker, call, file);
      return [names === null ? untainted : only(value, names), ...others];
    }
    case 'omit': {
      const names = namesOf(tracker, call, file);
      return [names === null ? untainted : restOf(value, names), ...others];
    }
  }
}

/** Whether a call takes some properties of its first argument, and nobody knows which. */
export function isTakenUnseen(tracker: Tracker, call: CallFact, file: string): boolean {
  const way = wayOfTaking(tracker, call, file);
  if (way === null) return false;
  if (way !== 'json') return namesOf(tracker, call, file) === null;
  const replacer = call.args[1]?.value;
  if (replacer === undefined) return false;
  const held = tracker.evaluate(replacer, anyCallerActivation(tracker, file));
  return leftOf(tracker, call, file, held).kind === 'unknown';
}

type Way = 'json' | 'pick' | 'omit';

const packages =
  /^(?:lodash(?:-es)?(?:[./](?:pick|omit))?|es-toolkit(?:\/(?:object|compat))?|radash|underscore|just-pick|just-omit|object\.(?:pick|omit))$/;

function wayOfTaking({ program }: Tracker, call: CallFact, file: string): Way | null {
  const { args, calleeText, isNew } = call;
  if (calleeText === 'JSON.stringify') return args.length > 1 ? 'json' : null;
  if (isNew || args.length < 2 || !/(?:^|\.)(?:pick|omit)$/i.test(calleeText)) return null;
  const site = { file, call: program.facts(file)?.calls.indexOf(call) ?? -1 };
  if (!program.callees(site).externals.some((one) => packages.test(one.package))) return null;
  return /pick$/i.test(calleeText) ? 'pick' : 'omit';
}

function ofJson(
  tracker: Tracker,
  call: CallFact,
  file: string,
  value: TaintValue,
  replacer: TaintValue = untainted,
): TaintValue {
  const left = leftOf(tracker, call, file, replacer);
  if (left.kind === 'unknown') return untainted;
  if (left.kind === 'only') return onlyDeep(value, left.names);
  return left.names.length === 0 ? value : withoutDeep(value, left.names);
}

function leftOf({ program }: Tracker, call: CallFact, file: string, replacer: TaintValue): Replaced {
  const second = call.args[1]?.value;
  if (second === undefined || second.kind === 'absent') return { kind: 'without', names: [] };
  const names = listedNames(program, file, call.function, second);
  if (names !== null) return { kind: 'only', names };
  const [one, ...others] = replacer.functions.values();
  return one === undefined || others.length > 0
    ? { kind: 'unknown' }
    : leftByReplacer(program, one.file, one.function);
}

/** `pick(order, ['id', 'status'])`, `pick(order, 'id', 'status')`. */
function namesOf({ program }: Tracker, { args, function: inside }: CallFact, file: string) {
  const texts = args.slice(1).map(({ value, spread }) => {
    const listed = listedNames(program, file, inside, value);
    return listed ?? (spread ? null : program.textsOf(file, inside, value));
  });
  return texts.some((one) => one === null) ? null : texts.flatMap((one) => one ?? []);
}

/** These properties, and what lies below them: `recipient_address.name` is a way too. */
function only(of: TaintValue, names: readonly string[]): TaintValue {
  return joinAll(
    names.map((name) => {
      const way = name.split('.');
      const found = way.reduce(fieldOf, of);
      return way.reduceRight((held, step) => ofEntries([[step, held]]), found);
    }),
  );
}

/** The same of JSON, where the names hold at every depth; items of lists have none. */
function onlyDeep(of: TaintValue, names: readonly string[]): TaintValue {
  const restricted = (path: AccessPath): AccessPath => withoutNames(path, [onlyThese(names)]);
  const own = mapEntries({ ...of, paths: new Map() }, (name, entry) =>
    names.includes(name) || /^(?:\[\]|\?|\d+)$/.test(name) ? entry : untainted,
  );
  const fields = names.map((name): [string, TaintValue] => [
    name,
    fieldOf({ ...of, entries: new Map() }, name),
  ]);
  return mapPaths(join(own, ofEntries(fields)), restricted);
}

/** All but the properties of these names, wherever they lie. */
function withoutDeep(of: TaintValue, names: readonly string[]): TaintValue {
  const left = mapEntries(of, (name, entry) => (names.includes(name) ? untainted : entry));
  return mapPaths(left, (path) => withoutNames(path, names.map(anyDepth)));
}

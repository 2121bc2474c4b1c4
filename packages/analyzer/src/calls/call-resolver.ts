import { platformPaths } from '@leastscope/scope-catalog';
import type { RequestMatch } from '../model/needs.js';
import { anyCallerFrame } from '../values/frames.js';
import { classify, type Outcome } from '../requests/classify.js';
import { isChoiceOfLoop } from '../values/evaluation/evaluate-item.js';
import type { Interpreter } from '../values/interpreter.js';
import { isOthersHost } from '../requests/split-url.js';
import { asRequest, type RequestCandidate } from '../requests/request.js';
import type { CallSite } from '../model/program.js';
import { findRequests, notFollowed, type DeferredCalls } from '../requests/find-requests.js';
import { createCyclicMemo, createQuestion, type Kind, type Question } from './cyclic-memo.js';
import { unnamedHoles } from '../lookups/unnamed-holes.js';
import { givenUp } from '../values/too-deep.js';

export interface CallResolver {
  readonly outcomes: (site: CallSite) => readonly Outcome[];
  readonly deferredCalls: (file: string, index: number) => readonly CallSite[];
  /** Functions with open calls that some call was seen to call, as `file#index`. */
  readonly called: Pick<ReadonlySet<string>, 'has'>;
  /** Lets go of all that was settled in a file, and of what its calls were seen to call. */
  readonly forget: (file: string) => void;
}

/** Steps that the settling of one call may take. Real calls take some hundreds. */
const budgetOfCall = 20_000;

/** Settles calls where they stand, with the parameters around them open. */
export function createCallResolver(interpreter: Interpreter): CallResolver {
  const called = createCalled();
  const rounds = createCyclicMemo();
  const functions = createQuestions<readonly CallSite[]>();
  const calls = createQuestions<readonly Outcome[]>();
  let settling = '';
  const sites = createSiteIndex(interpreter);
  const deferredCalls = (file: string, index: number): readonly CallSite[] =>
    rounds.run(functions.of(file, index), ofSites, () =>
      sites
        .in(file, index)
        .filter((site) => outcomes(site).some((one) => one.kind === 'caller' && one.function === index)),
    );
  const enter: DeferredCalls = (file, index, which) => {
    called.add(settling, `${file}#${String(index)}`);
    return which === 'everything' ? sites.in(file, index) : deferredCalls(file, index);
  };
  const settle = (site: CallSite): readonly Outcome[] => {
    const index = interpreter.modules.facts(site.file)?.calls[site.call]?.function ?? null;
    const frame = anyCallerFrame(interpreter, site.file, index);
    const candidates = findRequests(interpreter, enter, site, frame);
    if (candidates.length === 0) return [];
    const judged = withoutReplacedHosts(withoutBlurred(candidates)).flatMap((candidate) =>
      classify(interpreter, site, index, candidate),
    );
    // `send(url)` with `send` a parameter: once the URL names its endpoint, who sends it does not matter.
    const decided = withoutStrayMethods(sameWhateverTheKey(interpreter, judged)).filter(
      (one) => !isToldInside(one, outcomes),
    );
    const isUse = decided.some((outcome) => outcome.kind === 'use');
    return isUse
      ? decided.filter((outcome) => outcome.kind !== 'caller' || outcome.candidate.kind === 'request')
      : decided;
  };
  const outcomes = (site: CallSite): readonly Outcome[] =>
    rounds.run(calls.of(site.file, site.call), ofOutcomes, () => {
      const around = settling;
      settling = site.file;
      try {
        return interpreter.meter.within(budgetOfCall, () => settle(site));
      } catch (error) {
        // The stack is exhausted by code that nests without end: that call stays open, the run goes on.
        if (error instanceof RangeError)
          return [{ kind: 'open', candidate: notFollowed('call'), unknown: givenUp('call') }];
        throw error;
      } finally {
        settling = around;
      }
    });
  return {
    outcomes,
    deferredCalls,
    called,
    forget: (file) => {
      functions.forget(file);
      calls.forget(file);
      sites.forget(file);
      called.forget(file);
    },
  };
}

const ofSites: Kind<readonly CallSite[]> = {
  whileOpen: [],
  isSame: (before, after) => isSameList(before, after),
  isPassage: false,
};

const ofOutcomes: Kind<readonly Outcome[]> = {
  whileOpen: [],
  isSame: (before, after) => isSameList(before.map(toldBy), after.map(toldBy)),
  isPassage: true,
};

function isSameList<T>(before: readonly T[], after: readonly T[]): boolean {
  return before.length === after.length && before.every((one, at) => one === after[at]);
}

/** All that the settling of other calls takes from an outcome. */
function toldBy(outcome: Outcome): string {
  const names = matchesOf(outcome).map(nameOfMatch);
  const of = outcome.kind === 'caller' ? String(outcome.function) : pathOf(outcome);
  return [outcome.kind, of, ...names].join('\0');
}

/** Functions that calls were seen to call, by the file of the call. */
function createCalled() {
  const byFile = new Map<string, Set<string>>();
  /** By how many files. */
  const counts = new Map<string, number>();
  const add = (file: string, key: string): void => {
    const keys = byFile.get(file) ?? new Set<string>();
    byFile.set(file, keys);
    if (!keys.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
    keys.add(key);
  };
  return {
    has: (key: string): boolean => (counts.get(key) ?? 0) > 0,
    add,
    forget: (file: string): void => {
      for (const key of byFile.get(file) ?? []) counts.set(key, (counts.get(key) ?? 1) - 1);
      byFile.delete(file);
    },
  };
}

/**
 * An id that may be empty (`let id = ''` before it is set) makes a path with a gap in it. Beside the same call with the
 * id set, that is no path anybody means.
 */
function withoutBlurred(candidates: readonly RequestCandidate[]): readonly RequestCandidate[] {
  const clear = candidates.filter((candidate) => asRequest(candidate)?.hasGap !== true);
  return clear.length > 0 ? clear : candidates;
}

/**
 * `process.env.BASE ?? 'https://another.example'`: the host that stands in the code says whose path it is. That
 * something else may replace it does not make the request the platform's.
 */
function withoutReplacedHosts(candidates: readonly RequestCandidate[]): readonly RequestCandidate[] {
  const hosts = candidates.flatMap((candidate) => {
    const request = asRequest(candidate);
    return request === null || request.host === 'open' ? [] : [request];
  });
  if (hosts.every(({ host }) => host === 'platform')) return candidates;
  const isReplaced = (candidate: RequestCandidate): boolean => {
    const own = asRequest(candidate);
    if (own?.host !== 'open' || own.isRelative || own.path === null) return false;
    const same = hosts.filter(({ path }) => path === own.path);
    return (
      same.some(({ host, isLocal }) => isOthersHost(host) && !isLocal) &&
      !same.some(({ host }) => host === 'platform')
    );
  };
  return candidates.filter((candidate) => !isReplaced(candidate));
}

/**
 * Method and path that are set in branches can be put together in ways that never happen. When one of the combinations
 * is a known endpoint, another method with the same path is such a way, not an unknown endpoint. A loop over a list takes
 * all its items, one after the other: what comes of one of them does happen.
 */
function withoutStrayMethods(outcomes: readonly Outcome[]): readonly Outcome[] {
  const known = new Set(
    outcomes.flatMap((outcome) =>
      matchesOf(outcome)
        .filter(({ endpoint }) => endpoint !== null)
        .map(({ path }) => unnamedHoles(path)),
    ),
  );
  return outcomes.filter((outcome) => {
    const matches = matchesOf(outcome);
    return (
      matches.length === 0 ||
      isOfLoops(outcome) ||
      matches.some(({ endpoint, path }) => endpoint !== null || !isStray(path, known))
    );
  });
}

/** Whether it hangs on items of loops alone. */
function isOfLoops({ candidate }: Outcome): boolean {
  const choices = Object.keys(asRequest(candidate)?.guard ?? {});
  return choices.length > 0 && choices.every(isChoiceOfLoop);
}

/** A helper that names the endpoint by itself in some cases has told it there; its callers add what they name. */
function isToldInside(outcome: Outcome, outcomes: (site: CallSite) => readonly Outcome[]): boolean {
  const request = asRequest(outcome.candidate);
  if (outcome.kind === 'open' && isOthersHost(request?.host)) return isHostToldInside(outcome, outcomes);
  const matches = matchesOf(outcome);
  if (matches.length === 0) return false;
  const told = new Set(
    outcome.candidate.via.flatMap((site) => outcomes(site).flatMap(matchesOf)).map(nameOfMatch),
  );
  return matches.every((match) => told.has(nameOfMatch(match)));
}

function nameOfMatch({ method, path }: RequestMatch): string {
  return `${method} ${unnamedHoles(path)}`;
}

/** That a path goes to another host, or to one beside the platform's, is told where the path stands. */
function isHostToldInside({ candidate }: Outcome, outcomes: (site: CallSite) => readonly Outcome[]): boolean {
  const path = pathOf({ candidate });
  return candidate.via
    .flatMap(outcomes)
    .some((one) =>
      one.kind === 'open'
        ? pathOf(one) === path
        : matchesOf(one).some((match) => unnamedHoles(match.path) === path),
    );
}

function pathOf({ candidate }: Pick<Outcome, 'candidate'>): string {
  return unnamedHoles(asRequest(candidate)?.path ?? '');
}

/** Another method of a path that is known, or, beside known ones, the path of another platform. */
function isStray(path: string, known: ReadonlySet<string>): boolean {
  return known.has(unnamedHoles(path)) || (known.size > 0 && !/\/\d{4,6}\//.test(path));
}

function matchesOf(outcome: Outcome): readonly RequestMatch[] {
  return outcome.kind === 'use' ? outcome.matches : [];
}

/** A key that a caller gives, but that only guard the host: the endpoint is the same with every key. */
function sameWhateverTheKey({ catalog }: Interpreter, outcomes: readonly Outcome[]): readonly Outcome[] {
  const { isVersionOpen } = platformPaths(catalog);
  const keyed = outcomes.filter(
    (outcome) =>
      outcome.kind === 'caller' &&
      outcome.matches.length > 0 &&
      !outcome.matches.some(({ path }) => isVersionOpen(path)),
  );
  const named = new Set(
    keyed.map((outcome) =>
      outcome.kind === 'caller' ? outcome.matches.map(({ method, path }) => `${method} ${path}`).join() : '',
    ),
  );
  if (named.size !== 1) return outcomes;
  return outcomes.map((outcome): Outcome => {
    if (outcome.kind !== 'caller' || !keyed.includes(outcome)) return outcome;
    return { kind: 'use', candidate: outcome.candidate, matches: outcome.matches };
  });
}

/** One question for each number of each file. */
function createQuestions<T>() {
  const files = new Map<string, Question<T>[]>();
  return {
    of: (file: string, index: number): Question<T> => {
      const questions = files.get(file) ?? [];
      if (questions.length === 0) files.set(file, questions);
      return (questions[index] ??= createQuestion());
    },
    forget: (file: string): void => void files.delete(file),
  };
}

/** Calls that stand in a function, those in functions nested in it included. */
function createSiteIndex(interpreter: Interpreter) {
  const byFile = new Map<string, Map<number, CallSite[]>>();
  const sitesIn = (file: string, index: number): readonly CallSite[] => {
    let byFunction = byFile.get(file);
    if (byFunction === undefined) {
      byFunction = new Map<number, CallSite[]>();
      byFile.set(file, byFunction);
      const facts = interpreter.modules.facts(file);
      facts?.calls.forEach((call, position) => {
        for (let at = call.function; at !== null; at = facts.functions[at]?.parent ?? null) {
          const sites = byFunction?.get(at) ?? [];
          sites.push({ file, call: position });
          byFunction?.set(at, sites);
        }
      });
    }
    return byFunction.get(index) ?? [];
  };
  return { in: sitesIn, forget: (file: string): void => void byFile.delete(file) };
}

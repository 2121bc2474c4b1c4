import { platformPaths, type Catalog } from '@leastscope/scope-catalog';
import type { CallFact, FileFacts } from '../model/facts.js';
import type { OpenCall, Use } from '../model/needs.js';
import type { ModuleGraph } from '../model/module-graph.js';
import type { Outcome } from '../requests/classify.js';
import { oncePer } from '../util/once-per.js';
import { openCall, toUses } from './collect-uses.js';
import type { ProgramResolver } from './create-resolver.js';

/** Calls that only a caller could settle, and that nobody was seen to call. */
export interface UncalledOfFile {
  /** Whose version only a caller names. */
  readonly uses: readonly Use[];
  /** In helpers that may send anything: listed, never needed. */
  readonly unreached: readonly OpenCall[];
  /**
   * On a client of the platform's library: whatever operation is called, it is the platform's. And those that count as a
   * use by what stands in for an argument (`path = '/order/202309/orders/search'`): then a caller that is not seen counts, too.
   */
  readonly open: readonly OpenCall[];
}

/** A call that waits for its callers: what it comes to if there are none. Plain data. */
interface Waiting {
  /** By the function whose caller names the version. */
  readonly unsaid: readonly { readonly function: number; readonly uses: readonly Use[] }[];
  readonly lost: readonly {
    readonly function: number;
    /** By which name it would be called, were its caller not seen. */
    readonly name: string;
    readonly isOpen: boolean;
    readonly call: OpenCall;
  }[];
}

export type UncalledOf = (file: string, calledNames: () => ReadonlySet<string>) => UncalledOfFile;

/** Asked when every file is settled: only then is it known who calls whom. */
export function createUncalledOfFile(
  catalog: Catalog,
  modules: ModuleGraph,
  resolver: ProgramResolver,
): UncalledOf {
  const waitingIn = resolver.memory.byFile((file) => {
    const facts = modules.facts(file);
    return (facts?.calls ?? []).flatMap((call, index) => {
      const outcomes = resolver.outcomes({ file, call: index });
      if (facts === null || outcomes.length === 0) return [];
      const waiting = waitingAt({ catalog, modules, facts, call }, outcomes);
      return waiting.unsaid.length + waiting.lost.length === 0 ? [] : [waiting];
    });
  });
  return (file, calledNames) => {
    const isCalled = (index: number): boolean => resolver.called.has(`${file}#${String(index)}`);
    const uses: Use[] = [];
    const found = waitingIn(file).flatMap(({ unsaid, lost }) => {
      const uncalled = unsaid.filter((one) => !isCalled(one.function));
      uses.push(...uncalled.flatMap((one) => one.uses));
      if (uncalled.length > 0) return [];
      return lost.find((one) => !isCalled(one.function) && !calledNames().has(one.name)) ?? [];
    });
    const [open, unreached] = [found.filter(({ isOpen }) => isOpen), found.filter(({ isOpen }) => !isOpen)];
    return { uses, open: open.map(({ call }) => call), unreached: unreached.map(({ call }) => call) };
  };
}

interface At {
  readonly catalog: Catalog;
  readonly modules: ModuleGraph;
  readonly facts: FileFacts;
  readonly call: CallFact;
}

function waitingAt({ catalog, modules, facts, call }: At, outcomes: readonly Outcome[]): Waiting {
  const isUsed = outcomes.some((outcome) => outcome.kind === 'use');
  const { isVersionOpen } = platformPaths(catalog);
  const ofCallers = outcomes.filter((outcome) => outcome.kind === 'caller');
  return {
    // All but the version is known: where nobody comes here with one, it is a use of its own.
    unsaid: (isUsed ? [] : ofCallers)
      .filter(({ matches }) => matches.some(({ path }) => isVersionOpen(path)))
      .map((outcome) => ({ function: outcome.function, uses: toUses(modules, facts, call, outcome) })),
    lost: ofCallers.filter(isPlatform).flatMap((outcome) => {
      const name = nameOfCalled(facts, outcome.function);
      const isOpen = isUsed || outcome.candidate.kind === 'operation';
      return name === null
        ? []
        : [{ function: outcome.function, name, isOpen, call: openCall(modules, facts, call, outcome) }];
    }),
  };
}

/**
 * The name by which a function is called. Null for closures: they are handed around in ways that are not all followed, so of
 * these nobody says that they are never called.
 */
function nameOfCalled({ functions }: FileFacts, index: number): string | null {
  const fact = functions[index];
  if (fact === undefined || fact.name === null || fact.parent !== null || fact.passedTo !== null) return null;
  // A method may be called on an instance that was not followed: then something of its name is called somewhere.
  // A function of a framework that imports by itself is called by its bare name.
  return fact.class === null ? `${fact.name}()` : fact.name;
}

/** Names of all methods that a file calls on something, and of what it calls without declaring or importing it. */
export const methodNames = oncePer(({ calls }: FileFacts): readonly string[] => [
  ...new Set(
    calls.flatMap(({ callee }) =>
      callee.kind === 'member' ? [callee.name] : callee.kind === 'global' ? [`${callee.name}()`] : [],
    ),
  ),
]);

/** A helper that may request anything is the platform's business when it carries the platform's marks. */
function isPlatform(outcome: Extract<Outcome, { kind: 'caller' }>): boolean {
  if (outcome.candidate.kind === 'operation') return true;
  if (outcome.candidate.kind !== 'request') return false;
  const { host, isSeen, isSigned } = outcome.candidate;
  return host === 'platform' || (isSeen && host === 'open' && isSigned);
}

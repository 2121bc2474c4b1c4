import type { Catalog } from '@leastscope/scope-catalog';
import type { FieldRead, Outflow } from '../model/data-flow.js';
import type { LinkedCode } from '../model/linked-code.js';
import { takesValue, type GivenNames } from '../model/takes-value.js';
import { carryArguments, type Carried } from './carry-arguments.js';
import { createFlow } from './create-flow.js';
import type { Flow } from './flow.js';
import { createImportReach, type ImportReach } from './import-reach.js';
import { namesGiving } from './names-giving.js';
import { findOpenParameters } from './open-parameters.js';
import { seeOutflows } from './see-outflows.js';
import { seeReads } from './see-reads.js';
import { tellSightings } from './tell-sightings.js';

/** What files give to their importers. */
type Giving = ReadonlyMap<string, GivenNames>;

export interface CarryInput {
  readonly code: LinkedCode;
  /** Files to look through: those whose calls were settled. */
  readonly files: readonly string[];
  /**
   * Files to begin from: what they import may give them responses, though they ask for none themselves. Null where the
   * whole project is judged: there responses begin at the requests, and lead to whoever imports them.
   */
  readonly seeds: readonly string[] | null;
  /** Files that import something given, directly; none where one file is judged alone. */
  readonly importersOf: (given: Giving) => readonly string[];
}

export interface FlowsInput extends CarryInput {
  readonly catalog: Catalog;
}

export interface Flows {
  readonly reads: readonly FieldRead[];
  readonly outflows: readonly Outflow[];
}

/**
 * What code does with the responses of its calls: which fields it asks for, and where the responses go. Follows them
 * through variables, helpers, files, lists, promises and fields of classes; what it cannot follow has escaped.
 */
export function findFlows(input: FlowsInput): Flows {
  const { catalog } = input;
  const { flow, reach, carried } = carryResponses(input);
  const openParameters = findOpenParameters(flow, carried.files);
  // Which getters are asked for is known only when all reads were looked at.
  const reads = carried.files.flatMap((file) => seeReads(flow, file));
  const outflows = carried.files.flatMap((file) =>
    seeOutflows({ flow, catalog, file, called: carried.called, openParameters }),
  );
  return tellSightings({ flow, catalog, reach, files: carried.files, seen: [...reads, ...outflows] });
}

/** Files that give responses, or parts of them, to those who import them. */
export function findGivingFiles(input: CarryInput): readonly string[] {
  return [...carryResponses(input).sources.keys()].sort();
}

interface Carriage {
  readonly flow: Flow;
  readonly reach: ImportReach;
  readonly carried: Carried;
  readonly sources: Giving;
}

/** Carries responses from file to file until they come nowhere new. */
function carryResponses({ code, files, seeds, importersOf }: CarryInput): Carriage {
  const flow = createFlow(code);
  const reach = createImportReach(code);
  const sources = new Map<string, GivenNames>();
  let carried: Carried = { files: [], called: new Set() };
  let fresh: readonly string[] = seeds ?? files.filter((file) => asksPlatform(code, file));
  while (fresh.length > 0) {
    carried = carryArguments(flow, carried, fresh, reach);
    const giving = newlyGiving(flow, carried.files, sources);
    for (const [file, names] of giving) sources.set(file, names);
    const importers = [...files.filter((file) => takesAny(code, file, giving)), ...importersOf(giving)];
    fresh = [...new Set(importers)].filter((file) => !carried.files.includes(file));
  }
  return { flow, reach, carried, sources };
}

/** Only where requests are, responses begin. */
function asksPlatform(code: LinkedCode, file: string): boolean {
  return (code.facts(file)?.calls ?? []).some(
    (_, call) => code.uses({ file, call }).length > 0 || code.isRequest({ file, call }),
  );
}

/** Files that give something, or more than was known. */
function newlyGiving(flow: Flow, files: readonly string[], sources: Giving): Giving {
  const giving = files
    .map((file): [string, GivenNames] => [file, namesGiving(flow, file, sources)])
    .filter(([file, names]) => [...names].some((name) => sources.get(file)?.has(name) !== true));
  return new Map(giving);
}

function takesAny(code: LinkedCode, file: string, giving: Giving): boolean {
  return Object.entries(code.facts(file)?.importedNames ?? {}).some(([module, names]) => {
    const target = code.resolve(file, module);
    const [given, from] = target === null ? [] : [giving.get(target), code.facts(target)];
    return given !== undefined && from ? names.some((name) => takesValue(from, name, given)) : false;
  });
}

import type { Catalog } from '@leastscope/scope-catalog';
import { certain } from '../values/guarded.js';
import { forgetFrames } from '../values/frames.js';
import { createSiteMemory, type SiteMemory } from './site-memory.js';
import { createQueries, type Queries } from './queries.js';
import { createMeter } from '../values/meter.js';
import { evaluate } from '../values/evaluation/evaluate.js';
import { callResult, returnedBy } from '../values/evaluation/evaluate-call.js';
import { evaluateMember } from '../values/evaluation/evaluate-member.js';
import { createValueDomain } from '../values/evaluation/value-domain.js';
import type { Interpreter } from '../values/interpreter.js';
import type { ModuleGraph } from '../model/module-graph.js';
import { walkExport } from '../walk/walk.js';
import { givenUp } from '../values/too-deep.js';
import { createCallResolver, type CallResolver } from './call-resolver.js';

/** Property look-ups nested deeper than this go in a circle. */
const lookLimit = 120;

/** Linked code: its calls settled on demand, and what else may be asked of it. */
export interface ProgramResolver extends CallResolver {
  readonly queries: Queries;
  /** Where answers about single calls are kept. */
  readonly memory: SiteMemory;
  /** Lets go of all that was worked out in a file. */
  readonly forget: (file: string) => void;
  /** Steps of work that values have taken so far. */
  readonly steps: () => number;
  /** Whether calls get fewer steps by now, because too many came to nothing. */
  readonly isShort: () => boolean;
}

/** Puts the parts of the link step together. */
export function createResolver(catalog: Catalog, modules: ModuleGraph): ProgramResolver {
  const interpreter: Interpreter = {
    catalog,
    modules,
    evaluate: (expression, frame) => evaluate(interpreter, domain, expression, frame),
    member: (value, name) => {
      // Classes may extend themselves and spreads hold themselves: a look-up has to end somewhere.
      if (interpreter.looking > lookLimit) {
        interpreter.meter.giveUp();
        return certain(givenUp(name));
      }
      interpreter.looking += 1;
      try {
        return evaluateMember(interpreter, value, name);
      } finally {
        interpreter.looking -= 1;
      }
    },
    result: (call, frame) => callResult(interpreter, call, frame),
    returned: (callee, args, depth) => returnedBy(interpreter, callee, args, depth),
    exported: (file, name) => walkExport(domain, file, name),
    keys: new Map(),
    names: new Map(),
    nesting: 0,
    looking: 0,
    active: new Map(),
    meter: createMeter(),
  };
  const domain = createValueDomain(interpreter);
  const memory = createSiteMemory();
  const calls = createCallResolver(interpreter);
  return {
    ...calls,
    queries: createQueries(interpreter, memory),
    memory,
    forget: (file) => {
      calls.forget(file);
      memory.forget(file);
      forgetFrames(interpreter, file);
    },
    steps: interpreter.meter.spent,
    isShort: interpreter.meter.isShort,
  };
}

import type { Catalog } from '@leastscope/scope-catalog';
import { only } from './alternatives.js';
import { createAnswers, type Answers } from './answers.js';
import { evaluate } from './evaluate.js';
import { callResult, returnedBy } from './evaluate-call.js';
import { evaluateMember } from './evaluate-member.js';
import { exportedValue } from './exported-value.js';
import type { Linker } from './linker.js';
import type { ModuleGraph } from './modules.js';
import type { Matcher } from './judge-reach.js';
import { deepHole } from './too-deep.js';
import { createSettler, type Settler } from './settle.js';

/** Property look-ups nested deeper than this go in a circle. */
const lookLimit = 120;

/** Linked code: its calls settled on demand, and what else may be asked of it. */
export interface Link extends Settler {
  readonly answers: Answers;
}

/** Puts the parts of the link step together. */
export function createLink(catalog: Catalog, modules: ModuleGraph, matcher: Matcher): Link {
  const linker: Linker = {
    catalog,
    modules,
    evaluate: (expression, frame) => evaluate(linker, expression, frame),
    member: (value, name) => {
      // Classes may extend themselves and spreads hold themselves: a look-up has to end somewhere.
      if (linker.looking > lookLimit) return only(deepHole(name));
      linker.looking += 1;
      try {
        return evaluateMember(linker, value, name);
      } finally {
        linker.looking -= 1;
      }
    },
    result: (call, frame) => callResult(linker, call, frame),
    returned: (callee, args, depth) => returnedBy(linker, callee, args, depth),
    exported: (file, name) => exportedValue(linker, file, name),
    keys: new Map(),
    names: new Map(),
    nesting: 0,
    looking: 0,
    active: new Map(),
    budget: 0,
  };
  return { ...createSettler(linker, matcher), answers: createAnswers(linker) };
}

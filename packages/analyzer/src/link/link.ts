import type { Catalog } from '@leastscope/scope-catalog';
import { evaluate } from './evaluate.js';
import { callResult, returnedBy } from './evaluate-call.js';
import { evaluateMember } from './evaluate-member.js';
import { exportedValue } from './exported-value.js';
import type { Linker } from './linker.js';
import type { ModuleGraph } from './modules.js';
import type { Matcher } from './judge-reach.js';
import { createSettler, type Settler } from './settle.js';

/** Puts the parts of the link step together. */
export function createLink(catalog: Catalog, modules: ModuleGraph, matcher: Matcher): Settler {
  const linker: Linker = {
    catalog,
    modules,
    evaluate: (expression, frame) => evaluate(linker, expression, frame),
    member: (value, name) => evaluateMember(linker, value, name),
    result: (call, frame) => callResult(linker, call, frame),
    returned: (callee, args, depth) => returnedBy(linker, callee, args, depth),
    exported: (file, name) => exportedValue(linker, file, name),
    keys: new Map(),
    nesting: 0,
    active: new Map(),
    budget: 0,
  };
  return createSettler(linker, matcher);
}

import type { Expression } from '../../model/facts.js';
import type { Program } from '../../model/program.js';
import { own } from '../../util/own.js';

export interface FoundExport {
  readonly file: string;
  readonly value: Expression;
}

/** The expression that a file exports under a name, followed through barrels; null when it is none of the project's. */
export function exportOf(program: Program, file: string, name: string): FoundExport | null {
  return find(program, file, name, new Set());
}

function find(program: Program, file: string, name: string, seen: Set<string>): FoundExport | null {
  const key = `${file}\0${name}`;
  // Barrels may re-export each other: each is asked once for a name.
  if (seen.has(key)) return null;
  seen.add(key);
  const facts = program.facts(file);
  if (facts === null) return null;
  const value = own(facts.exports, name);
  if (value !== undefined) return { file, value };
  const whole = facts.exports['='];
  if (whole !== undefined) return { file, value: ofWhole(whole, name) };
  for (const { module, name: inner, as } of facts.reExports) {
    if (as === null ? name === 'default' : as !== name) continue;
    const target = program.resolve(file, module);
    const found = target === null ? null : find(program, target, as === null ? name : inner, seen);
    if (found !== null) return found;
  }
  return null;
}

/** `module.exports = { a }` gives `a` by name, and itself as the default. */
function ofWhole(whole: Expression, name: string): Expression {
  if (name === 'default' || name === '=') return whole;
  return { kind: 'member', object: whole, name, span: [0, 0] };
}

import { isFill } from '../../builtins/masks.js';
import type { Expression, FileFacts, FunctionFact } from '../../model/facts.js';
import type { Program } from '../../model/program.js';
import { isInside } from '../../lookups/is-inside.js';

/** Expressions nested deeper than this are not looked into: what masks is short. */
const depthLimit = 8;

/** Whether an expression may give a text that is written in place of what is hidden: `'***'`, `'*'.repeat(n)`. */
export function mentionsFill(
  program: Program,
  file: string,
  inside: number | null,
  of: Expression,
  depth = 0,
): boolean {
  const facts = program.facts(file);
  if (facts === null || depth > depthLimit) return false;
  const any = (parts: readonly Expression[]): boolean =>
    parts.some((part) => mentionsFill(program, file, inside, part, depth + 1));
  switch (of.kind) {
    case 'text':
      return isFill(of.text);
    case 'name':
    case 'import':
    case 'member':
      return program.textsOf(file, inside, of)?.some(isFill) ?? false;
    case 'function':
      return any(facts.functions[of.function]?.returns ?? []);
    case 'call':
      return any(partsOfCall(facts, of.call));
    default:
      return any(partsOf(of));
  }
}

function partsOfCall({ calls }: FileFacts, index: number): readonly Expression[] {
  const call = calls[index];
  if (call === undefined) return [];
  return [
    ...(call.callee.kind === 'member' ? [call.callee.object] : []),
    ...call.args.map(({ value }) => value),
  ];
}

function partsOf(of: Expression): readonly Expression[] {
  switch (of.kind) {
    case 'concat':
      return of.parts;
    case 'choice':
      return of.options;
    case 'fallback':
      return [of.value, of.otherwise];
    case 'object':
      return of.entries.map(({ value }) => value);
    case 'array':
      return of.items.map(({ value }) => value);
    default:
      return [];
  }
}

/** Whether a function writes such a text anywhere: what it gives back, hands over or assigns. */
export function writesFill(program: Program, file: string, { span, returns }: FunctionFact): boolean {
  const facts = program.facts(file);
  if (facts === null) return false;
  const calls = facts.calls.flatMap((call, index) =>
    isInside(call.span, span) ? partsOfCall(facts, index) : [],
  );
  const writes = facts.bindings.flatMap((binding) =>
    binding.writes.filter(({ at }) => span[0] <= at && at <= span[1]).map(({ value }) => value),
  );
  return [...returns, ...calls, ...writes].some((one) => mentionsFill(program, file, null, one));
}

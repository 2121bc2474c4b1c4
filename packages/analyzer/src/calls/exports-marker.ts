import type { Expression, FileFacts } from '../model/facts.js';

interface Questions {
  readonly isTellTale: (text: string) => boolean;
  /** Whether an imported module is a file whose exports hold one. */
  readonly isFromSource: (module: string) => boolean;
  /** Whether a function of the file sends what it is handed: what it gives back is a response, no path. */
  readonly isHelper: (index: number) => boolean;
}

/**
 * Whether a file exports a value that holds a tell-tale: a path, a host, a version, in a constant, a table or what a
 * function gives back; its own, or one that it imports from a file that does.
 */
export function exportsMarker(facts: FileFacts, ask: Questions): boolean {
  const seen = new Set<Expression>();
  const holds = (expression: Expression): boolean => {
    if (seen.has(expression)) return false;
    seen.add(expression);
    switch (expression.kind) {
      case 'text':
        return ask.isTellTale(`'${expression.text}'`);
      case 'concat':
        return expression.parts.some(holds);
      case 'choice':
        return expression.options.some(holds);
      case 'fallback':
        return holds(expression.value) || holds(expression.otherwise);
      case 'object':
        return expression.entries.some(({ key, value }) => (key === null ? holdsBelow(value) : holds(value)));
      case 'array':
        return expression.items.some(({ spread, value }) => (spread ? holdsBelow(value) : holds(value)));
      case 'import':
        // A module as a whole is no value; what is taken from it below is.
        return expression.name !== '*' && ask.isFromSource(expression.module);
      case 'item':
        return holdsBelow(expression.object);
      case 'member':
        return expression.name !== 'length' && holdsBelow(expression.object);
      case 'call':
        return (
          isValue(facts, expression.call, ask) &&
          (facts.calls[expression.call]?.args.some((arg) => holds(arg.value)) ?? false)
        );
      case 'function':
        return facts.functions[expression.function]?.returns.some(holds) ?? false;
      case 'class':
        return classHolds(facts, expression.class, holds);
      case 'name': {
        const binding = facts.bindings[expression.binding];
        return binding?.value !== null && binding !== undefined && holds(binding.value);
      }
      default:
        return false;
    }
  };
  const holdsBelow = (object: Expression): boolean => {
    const module = moduleOf(facts, object);
    return module === null ? holds(object) : ask.isFromSource(module);
  };
  return Object.values(facts.exports).some(holds);
}

/** The module that an expression stands for as a whole. */
function moduleOf(facts: FileFacts, expression: Expression): string | null {
  if (expression.kind === 'import') return expression.name === '*' ? expression.module : null;
  if (expression.kind !== 'name') return null;
  const value = facts.bindings[expression.binding]?.value;
  return value?.kind === 'import' && value.name === '*' ? value.module : null;
}

/** Calls that give back what they are handed, more or less: text and table functions, path builders, clients. */
const givesBack =
  /(?:^|\.)(?:freeze|seal|assign|entries|fromEntries|values|create|extend|bind|join|concat|replace|replaceAll|resolve|toString|parse|object|default)$|(?:url|uri|path|endpoint|route)\w*$|^(?:make|build|create|define)/i;

function isValue(facts: FileFacts, index: number, ask: Questions): boolean {
  const call = facts.calls[index];
  if (call === undefined) return false;
  if (call.callee.kind === 'name') {
    const value = facts.bindings[call.callee.binding]?.value;
    if (value?.kind === 'function') return !ask.isHelper(value.function);
  }
  return call.isNew || givesBack.test(call.calleeText);
}

function classHolds(facts: FileFacts, index: number, holds: (expression: Expression) => boolean): boolean {
  const fact = facts.classes[index];
  if (fact === undefined) return false;
  return [...Object.values(fact.members), ...Object.values(fact.statics)].some((member) =>
    member.values.some(holds),
  );
}

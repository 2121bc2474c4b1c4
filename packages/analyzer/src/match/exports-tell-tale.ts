import type { Expression, FileFacts } from '../model/facts.js';

/**
 * Whether a file exports a value that holds a tell-tale: a path, a host, a version, in a constant, a table or what a
 * function gives back; its own, or one that it imports from a file that does.
 */
export function exportsTellTale(
  facts: FileFacts,
  isTellTale: (text: string) => boolean,
  isFromSource: (module: string) => boolean,
): boolean {
  const seen = new Set<Expression>();
  const holds = (expression: Expression): boolean => {
    if (seen.has(expression)) return false;
    seen.add(expression);
    switch (expression.kind) {
      case 'text':
        return isTellTale(`'${expression.text}'`);
      case 'concat':
        return expression.parts.some(holds);
      case 'choice':
        return expression.options.some(holds);
      case 'fallback':
        return holds(expression.value) || holds(expression.otherwise);
      case 'object':
        return expression.entries.some((entry) => holds(entry.value));
      case 'array':
        return expression.items.some((item) => holds(item.value));
      case 'import':
        return isFromSource(expression.module);
      case 'item':
        return holds(expression.object);
      case 'member':
        return holds(expression.object);
      case 'call':
        return facts.calls[expression.call]?.args.some((arg) => holds(arg.value)) ?? false;
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
  return Object.values(facts.exports).some(holds);
}

function classHolds(facts: FileFacts, index: number, holds: (expression: Expression) => boolean): boolean {
  const fact = facts.classes[index];
  if (fact === undefined) return false;
  return [...Object.values(fact.members), ...Object.values(fact.statics)].some((member) =>
    member.values.some(holds),
  );
}

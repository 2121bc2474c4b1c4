import type { Expression, FileFacts } from '../model/facts.js';

/** The name that code gives a value: of a property, a variable, a parameter; null for anything else. */
export function nameOfValue(facts: FileFacts, expression: Expression): string | null {
  switch (expression.kind) {
    case 'member':
      return expression.name;
    case 'name':
      return facts.bindings[expression.binding]?.name ?? null;
    case 'parameter':
      return facts.functions[expression.function]?.params[expression.index]?.name ?? null;
    default:
      return null;
  }
}

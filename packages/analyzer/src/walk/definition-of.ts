import type { Expression } from '../model/facts.js';
import type { ModuleGraph } from '../model/module-graph.js';
import { importedValue } from './find-export.js';

/** An expression and the file that it stands in. */
export interface Standing {
  readonly file: string;
  readonly value: Expression;
}

/**
 * What a name or an import stands for, one step on; null for any other expression, for a name that is assigned again, and
 * for what is none of the project's.
 */
export function definitionOf(modules: ModuleGraph, file: string, expression: Expression): Standing | null {
  if (expression.kind === 'import') return importedValue(modules, file, expression);
  const binding = expression.kind === 'name' ? modules.facts(file)?.bindings[expression.binding] : undefined;
  if (binding === undefined || binding.value === null || binding.writes.length > 0) return null;
  return { file, value: binding.value };
}

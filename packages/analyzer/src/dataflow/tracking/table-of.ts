import type { Expression } from '../../model/facts.js';
import type { Program } from '../../model/program.js';
import { importedValue } from '../../walk/find-export.js';

/** Rows of a table that the code writes out: `{ 6: forget }`, `new Map([[6, forget]])`. */
export interface Table {
  readonly file: string;
  readonly rows: readonly { readonly key: Expression | null; readonly value: Expression }[];
}

/** The table that an expression, a name, or an imported name stands for; null where it is none that is written out. */
export function tableOf(program: Program, file: string, expression: Expression): Table | null {
  switch (expression.kind) {
    case 'object':
      return { file, rows: expression.entries };
    case 'name': {
      const bound = program.facts(file)?.bindings[expression.binding]?.value ?? null;
      return bound === null || bound.kind === 'name' ? null : tableOf(program, file, bound);
    }
    case 'import': {
      const found = importedValue(program.modules, file, expression);
      return found === null ? null : tableOf(program, found.file, found.value);
    }
    case 'call':
      return mapOf(program, file, expression.call);
    default:
      return null;
  }
}

function mapOf(program: Program, file: string, index: number): Table | null {
  const call = program.facts(file)?.calls[index];
  const list = call?.args[0]?.value;
  if (call?.isNew !== true || call.calleeText !== 'Map' || list?.kind !== 'array') return null;
  const rows = list.items.flatMap(({ value }) => {
    const [key, kept] = value.kind === 'array' ? value.items : [];
    return key === undefined || kept === undefined ? [] : [{ key: key.value, value: kept.value }];
  });
  return { file, rows };
}

import type { Expression } from '../../model/facts.js';
import type { Program } from '../../model/program.js';
import { definitionOf } from '../../walk/definition-of.js';

/** Longer lists, and lists of lists of lists, are not looked into. */
const depthLimit = 8;
const lengthLimit = 200;
const spreadLimit = 8;

/** The texts of a list that stands in the code, by whatever name: `['id', 'status']`; null where any of them is not known. */
export function listedNames(
  program: Program,
  file: string,
  inside: number | null,
  list: Expression,
  depth = 0,
): readonly string[] | null {
  if (depth > depthLimit || isLong(list)) return null;
  const inner = (of: Expression, at = file): readonly string[] | null =>
    listedNames(program, at, at === file ? inside : null, of, depth + 1);
  switch (list.kind) {
    case 'array':
      return allOf(
        list.items.map(({ value, spread }) => (spread ? inner(value) : program.textsOf(file, inside, value))),
      );
    case 'name':
    case 'import': {
      const found = definitionOf(program.modules, file, list);
      return found === null ? null : inner(found.value, found.file);
    }
    case 'call':
      return ofSet(program, file, list.call, inner);
    default:
      return null;
  }
}

function isLong(list: Expression): boolean {
  if (list.kind !== 'array') return false;
  return list.items.length > lengthLimit || list.items.filter(({ spread }) => spread).length > spreadLimit;
}

/** `new Set(['id'])`, `Object.freeze(['id'])`. */
function ofSet(
  program: Program,
  file: string,
  index: number,
  inner: (of: Expression) => readonly string[] | null,
): readonly string[] | null {
  const call = program.facts(file)?.calls[index];
  const isSame = call !== undefined && /^(?:Set|Object\.freeze)$/.test(call.calleeText);
  return isSame && call.args[0] !== undefined ? inner(call.args[0].value) : null;
}

function allOf(parts: readonly (readonly string[] | null)[]): readonly string[] | null {
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? known.flat() : null;
}

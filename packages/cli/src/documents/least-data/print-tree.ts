import { plainName, type FieldTree } from './field-tree.js';

/** A tree as a literal of TypeScript, two blanks a level: what is done with a list is done with each of its items. */
export function printLiteral(tree: FieldTree, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(tree).map(([name, below]) => {
    const value = typeof below === 'string' ? `'${below}'` : printLiteral(below, inner);
    return `${inner}${key(name)}: ${value},`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}

/** The answer as a type: what goes is `NotAllowed`, what is known of else is `unknown`, and what is not named stays. */
export function printType(tree: FieldTree, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(tree)
    .filter(([name]) => name !== '*')
    .map(([name, below]) => `${inner}${key(name)}?: ${typeOf(name, below, inner)};`);
  const rest = tree['*'] === 'drop' ? [] : [`${inner}[field: string]: unknown;`];
  return `{\n${[...lines, ...rest].join('\n')}\n${indent}}`;
}

function typeOf(name: string, below: FieldTree | 'drop' | 'keep', indent: string): string {
  if (below === 'drop') return 'NotAllowed';
  if (below === 'keep') return 'unknown';
  return `${printType(below, indent)}${name.endsWith('[]') ? '[]' : ''}`;
}

/** `__proto__` in brackets is a name like any other. */
function key(written: string): string {
  const name = plainName(written);
  return /^[a-z_$][\w$]*$/i.test(name) && name !== '__proto__'
    ? name
    : name === '*'
      ? `'*'`
      : `[${JSON.stringify(name)}]`;
}

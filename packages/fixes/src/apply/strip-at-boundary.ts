import { Node, VariableDeclarationKind, type VariableDeclaration } from 'ts-morph';
import type { StripAtBoundary } from '../model/operation.js';
import type { Edit, Edits, Editor } from './edit.js';
import { fieldTree, listText, objectText } from './object-text.js';
import { nodeAt, rangeOfNode, type OpenSource } from './open-source.js';
import { createPathOf, type PathOf } from './path-of.js';
import { named, type Subject } from './subject.js';
import { catalogName, spellingOf, type Spell } from './spelling.js';

const mostSteps = 6;

/**
 * The name that the answer gets is given to an object of its fields, and the answer itself another one. Only of a constant: what
 * may be given another value since may have been given it before.
 */
export const editStripAtBoundary: Editor<StripAtBoundary> = ({ range, fields, reads }, source) => {
  const call = nodeAt(source, range);
  if (call === undefined) return 'the call was not found';
  const lists = fields.flatMap((field) => /^.*\[\]/.exec(field)?.[0] ?? []);
  const arrival = arrivalOf(call, createPathOf(reads, lists));
  if (arrival === null) return 'where the answer arrives has no name of its own';
  return editsFor(arrival, fields, spellingOf(reads, source), source);
};

/** The name under which a part of the answer is used first. */
interface Arrival {
  readonly declaration: VariableDeclaration;
  readonly name: Node;
  readonly path: string;
}

/** `const res = await fetch(…); const { data } = await res.json();`: from the call to the first name whose part is known. */
function arrivalOf(call: Node, pathOf: PathOf, steps = mostSteps): Arrival | null {
  const declaration = call.getFirstAncestor(
    (one) => Node.isVariableDeclaration(one) || Node.isStatement(one) || Node.isArrowFunction(one),
  );
  if (!Node.isVariableDeclaration(declaration) || steps === 0) return null;
  const name = declaration.getNameNode();
  if (Node.isObjectBindingPattern(name)) return inPattern(declaration, name.getElements(), pathOf);
  const known = Node.isIdentifier(name) ? pathOfName(name, pathOf) : null;
  if (known !== null) return { declaration, name, path: known };
  const uses = Node.isIdentifier(name) ? name.findReferencesAsNodes().filter((one) => one !== name) : [];
  const [next, ...others] = uses.filter((one) => !isAskedOnly(one));
  return next === undefined || others.length > 0 ? null : arrivalOf(next, pathOf, steps - 1);
}

/** One name, and no rest: what else is taken out of the answer there would go past the object. */
function inPattern(
  declaration: VariableDeclaration,
  elements: readonly Node[],
  pathOf: PathOf,
): Arrival | null {
  const named = elements.flatMap((element) => {
    if (!Node.isBindingElement(element) || element.getInitializer() !== undefined) return [];
    const path = pathOfName(element.getNameNode(), pathOf);
    return path === null ? [] : [{ declaration, name: element.getNameNode(), path }];
  });
  const [only, ...others] = named;
  return only === undefined || others.length > 0 || elements.some(isRest) ? null : only;
}

function isRest(element: Node): boolean {
  return Node.isBindingElement(element) && element.getDotDotDotToken() !== undefined;
}

/** What a name stands for, as its uses tell; the whole answer is the empty path. */
function pathOfName(name: Node, pathOf: PathOf): string | null {
  if (!Node.isIdentifier(name)) return null;
  const paths = name.findReferencesAsNodes().flatMap((one) => pathOf(one) ?? pathAbove(one, pathOf) ?? []);
  const [path, ...others] = new Set(paths);
  return path === undefined || others.length > 0 ? null : path;
}

/** `data` is what `data.orders` is asked of. */
function pathAbove(node: Node, pathOf: PathOf): string | null {
  const parent = node.getParent();
  if (!Node.isPropertyAccessExpression(parent) || parent.getExpression() !== node) return null;
  const path = (pathOf(parent) ?? pathAbove(parent, pathOf))?.replace(/\[\]$/, '') ?? null;
  const name = catalogName(parent.getName());
  if (path === name) return '';
  return path?.endsWith(`.${name}`) === true ? path.slice(0, -name.length - 1) : null;
}

/** `if (!res.ok)`, `res.status`: asked for, and nothing of the answer. */
function isAskedOnly(node: Node): boolean {
  const parent = node.getParent();
  return (
    Node.isPropertyAccessExpression(parent) &&
    /^(?:ok|status|statusText|headers|code|message)$/.test(parent.getName())
  );
}

function editsFor(
  { declaration, name, path }: Arrival,
  fields: readonly string[],
  spell: Spell,
  source: OpenSource,
): Edits {
  const { tree, text } = source;
  const list = declaration.getParent();
  const statement = list.getParent();
  if (
    !Node.isVariableStatement(statement) ||
    statement.getDeclarationKind() !== VariableDeclarationKind.Const ||
    statement.getDeclarations().length > 1 ||
    declaration.getTypeNode() !== undefined
  )
    return 'the answer is no constant of its own';
  const object = pickText(path, fields, spell);
  const fresh = ['answer', 'wholeAnswer', 'receivedAnswer'].find((one) => !tree.getText().includes(one));
  if (object === null || fresh === undefined) return 'nothing of this part of the answer is read';
  const indent = /[^\S\r\n]*$/.exec(text.slice(0, statement.getStart()))?.[0] ?? '';
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const line = `${eol}${indent}const ${name.getText()} = ${object(named(fresh, source))};`;
  return [renamed(name, fresh), { range: [statement.getEnd(), statement.getEnd()], text: line }];
}

/** `{ data }` becomes `{ data: answer }`. */
function renamed(name: Node, fresh: string): Edit {
  const element = name.getParent();
  const isShort = Node.isBindingElement(element) && element.getPropertyNameNode() === undefined;
  return { range: rangeOfNode(name), text: isShort ? `${name.getText()}: ${fresh}` : fresh };
}

/** How the object is written, for a name of the whole; null where none of the fields is in this part. */
function pickText(
  path: string,
  fields: readonly string[],
  spell: Spell,
): ((whole: Subject) => string) | null {
  const [list, item] = [`${path}[].`, path === '' ? '' : `${path}.`];
  const ofItems = fields.filter((field) => field.startsWith(list)).map((field) => field.slice(list.length));
  const own = fields.filter((field) => field.startsWith(item)).map((field) => field.slice(item.length));
  if (ofItems.length > 0) return (whole) => listText(whole, fieldTree(ofItems), '?.', spell);
  return own.length === 0 ? null : (whole) => objectText(whole, fieldTree(own), spell);
}

import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';

/** Keys and indexes from the top of the file down. */
export type Path = readonly (string | number)[];

/** Where in a declaration a cursor stands. */
export interface Cursor {
  /** For a key: the path of its value. */
  readonly path: Path;
  readonly on: 'key' | 'value';
  readonly text: string;
  /** Offsets of the word, without quotes where it is whole. */
  readonly from: number;
  readonly to: number;
}

/** Deeper, nothing of a declaration stands. */
const deepest = 12;

/** Reads as much as there is: what is being typed is seldom whole. */
export function readDocument(text: string): Document.Parsed {
  return parseDocument(text, { logLevel: 'silent', prettyErrors: false, keepSourceTokens: false });
}

/** The key or value under an offset; null between them. */
export function cursorAt(document: Document.Parsed, offset: number): Cursor | null {
  return search(document.contents, [], (node) => {
    const range = node.range;
    return range != null && range[0] <= offset && offset <= range[1];
  });
}

/** The first key or value of which `isIt` is true. */
export function search(node: unknown, path: Path, isIt: (node: Node) => boolean): Cursor | null {
  if (path.length > deepest || isAlias(node)) return null;
  if (isScalar(node)) return isIt(node) ? cursorOf(node, path, 'value') : null;
  if (isSeq(node)) return firstOf(node.items, (item, index) => search(item, [...path, index], isIt));
  if (!isMap(node)) return null;
  return firstOf(node.items, (pair) => {
    if (!isPair(pair) || !isScalar(pair.key)) return null;
    const inside = [...path, String(pair.key.value)];
    if (isIt(pair.key)) return cursorOf(pair.key, inside, 'key');
    return isNode(pair.value) ? search(pair.value, inside, isIt) : null;
  });
}

function firstOf<T>(items: readonly T[], find: (item: T, index: number) => Cursor | null): Cursor | null {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== null) return found;
  }
  return null;
}

function cursorOf(node: Node, path: Path, on: Cursor['on']): Cursor | null {
  if (!isScalar(node) || node.range == null) return null;
  return { path, on, text: String(node.value), from: node.range[0], to: node.range[1] };
}

import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { Alias, Document, Node, YAMLMap } from 'yaml';
import type { Place } from '../model/place.js';

/** Keys and indexes from the top of the file down to a value. */
export type Path = readonly (string | number)[];

/** A YAML text with the place of everything in it. */
export interface YamlSource {
  readonly document: Document.Parsed;
  readonly placeOf: (start: number, end: number) => Place;
}

/** Reads a YAML 1.2 text. A byte order mark is no part of the first line, as in editors. */
export function readYaml(raw: string, file: string): YamlSource {
  const text = raw.replace(/^\uFEFF/, '');
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    keepSourceTokens: false,
    // Otherwise it prints on its own.
    logLevel: 'error',
  });
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const placeOf = (start: number, end: number): Place => ({
    file,
    start: position(start),
    // A block runs on to the next one; what is pointed at ends with its last word.
    end: position(start + text.slice(start, end).trimEnd().length),
  });
  return { document, placeOf };
}

/** Where the value at a path stands; where it is missing, the nearest thing around it. */
export function placeOfValue(source: YamlSource, path: Path): Place {
  const node = nodeAt(source.document, path) ?? null;
  if (node?.range) return source.placeOf(node.range[0], node.range[1]);
  return path.length === 0 ? source.placeOf(0, 0) : placeOfValue(source, path.slice(0, -1));
}

/** Where the key of a mapping stands; the value's place where there is no such key. */
export function placeOfKey(source: YamlSource, path: Path): Place {
  const parent = nodeAt(source.document, path.slice(0, -1));
  const key = isMap(parent) ? keyNodeOf(parent, path.at(-1)) : null;
  return key?.range ? source.placeOf(key.range[0], key.range[1]) : placeOfValue(source, path);
}

/** Where the first alias stands that leads nowhere, or the first of all. */
export function placeOfAlias({ document, placeOf }: YamlSource): Place {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  const found = aliases.find((alias) => alias.resolve(document) === undefined) ?? aliases[0];
  return found?.range ? placeOf(found.range[0], found.range[1]) : placeOf(0, 1);
}

/** Takes out the aliases whose anchor went with what was taken out before; where they stood. */
export function removeLostAliases({ document }: YamlSource): readonly Path[] {
  const lost: Path[] = [];
  visit(document, {
    Alias: (_, alias, around) => {
      if (alias.resolve(document) !== undefined) return undefined;
      lost.push(pathOf([...around, alias]));
      return visit.REMOVE;
    },
  });
  return lost;
}

/** The steps down through nodes that lie in each other. */
function pathOf(nodes: readonly unknown[]): Path {
  return nodes.flatMap((node, index): Path => {
    if (isPair(node)) return [keyText(node.key)];
    return isSeq(node) ? [node.items.indexOf(nodes[index + 1])] : [];
  });
}

/** Takes a value out of the document. The places of all others stay as they are. */
export function removeAt(source: YamlSource, path: Path): boolean {
  const parent = nodeAt(source.document, path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined) return false;
  if (!isMap(parent)) return isSeq(parent) && parent.delete(last);
  const index = parent.items.findIndex((pair) => keyText(pair.key) === String(last));
  return index !== -1 && parent.items.splice(index, 1).length > 0;
}

/** Follows aliases, as the values do. */
function nodeAt(document: Document, path: Path): Node | null {
  let node: unknown = document.contents;
  for (const step of path) {
    const target = isAlias(node) ? node.resolve(document) : node;
    if (!isCollection(target)) return null;
    node = target.get(step, true);
  }
  const found = isAlias(node) && path.length > 0 ? (node.resolve(document) ?? node) : node;
  return (found as Node | null | undefined) ?? null;
}

function keyNodeOf(map: YAMLMap, key: string | number | undefined): Node | null {
  const pair = map.items.find((item) => keyText(item.key) === String(key));
  return isNode(pair?.key) ? pair.key : null;
}

/** A key as it reads in plain data: `1` and `null` are text there. */
function keyText(key: unknown): string {
  if (!isScalar(key)) return String(key);
  const { value } = key;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

import type { Node } from 'ts-morph';
import type { OpenSource } from './open-source.js';

/** An expression that fields are taken from, as text, and its type as TypeScript would name it; null in JavaScript. */
export interface Subject {
  readonly text: string;
  readonly type: string | null;
}

/** What a name or a property in the code stands for. */
export function subjectOf(node: Node, source: OpenSource): Subject {
  return named(node.getText(), source);
}

/** The same for a name that comes with the change. */
export function named(text: string, { file, text: all }: OpenSource): Subject {
  const isTyped =
    /\.(?:[cm]?tsx?|astro)$/.test(file) ||
    (/\.(?:vue|svelte)$/.test(file) && /<script\b[^>]*\blang=["']?tsx?\b/i.test(all));
  return { text, type: isTyped ? `typeof ${text.replaceAll('!', '')}` : null };
}

export function memberOf({ text, type }: Subject, name: string, dot: '.' | '?.'): Subject {
  return { text: text + dot + name, type: type === null ? null : `NonNullable<${type}>['${name}']` };
}

/** One of a list, by a name of its own. Its type is said, since of a list without one the compiler would want it. */
export function itemOf(
  { type }: Subject,
  name: string,
): { readonly item: Subject; readonly parameter: string } {
  if (type === null) return { item: { text: name, type }, parameter: name };
  const own = `NonNullable<${type}>[number]`;
  return { item: { text: name, type: `typeof ${name}` }, parameter: `${name}: ${own}` };
}

import { Node } from 'ts-morph';
import type { SeenRead } from '../model/operation.js';
import { nodeAt, type OpenSource } from './open-source.js';

/** How the code writes the name of a field: as the platform does, or as models of an SDK do. */
export type Spell = (name: string) => string;

/** The platform writes `recipient_address` where models of an SDK write `recipientAddress`. */
export function catalogName(written: string): string {
  return written.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** As the reads of this file are written. */
export function spellingOf(reads: readonly SeenRead[], source: OpenSource): Spell {
  const names = reads.flatMap(({ range }) => {
    const node = nodeAt(source, range);
    return Node.isPropertyAccessExpression(node) ? [node.getName()] : [];
  });
  // Code that asks for both is ready for either; then the platform's own word is the one that is sent.
  const isCamel =
    names.some((name) => catalogName(name) !== name) && !names.some((name) => name.includes('_'));
  return isCamel ? camelCase : (name) => name;
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

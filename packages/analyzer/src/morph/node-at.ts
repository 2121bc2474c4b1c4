import type { Node, SourceFile } from 'ts-morph';
import { findLineStarts, offsetOf } from '../lookups/place-of.js';
import type { Place } from '../model/place.js';
import type { MorphProject } from './project-files.js';

/** The smallest node that a place lies in; null for places in no file of the project, such as the declaration. */
export function nodeAt(project: MorphProject, root: string, { file, start, end }: Place): Node | null {
  const source: SourceFile | undefined = project.getSourceFile(`${root}/${file}`);
  if (source === undefined) return null;
  const starts = findLineStarts(source.getFullText());
  const [from, to] = [offsetOf(starts, start), offsetOf(starts, end)];
  let node: Node | undefined = source.getDescendantAtPos(from);
  while (node !== undefined && (node.getStart() > from || node.getEnd() < to)) node = node.getParent();
  return node ?? source;
}

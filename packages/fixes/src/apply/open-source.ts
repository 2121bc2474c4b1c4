import { blankMarkup, hasMarkup } from '@leastscope/analyzer';
import { Project, ts, type Node, type SourceFile } from 'ts-morph';
import type { Range } from '../model/operation.js';

/** A text with its syntax tree. Offsets of the tree are those of the text, also where markup stands around the scripts. */
export interface OpenSource {
  readonly file: string;
  readonly text: string;
  readonly tree: SourceFile;
}

/** In memory, alone, without libraries: what is asked is syntax, and which name is which. */
export function openSource(file: string, text: string): OpenSource {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipFileDependencyResolution: true,
    compilerOptions: {
      allowJs: true,
      noLib: true,
      noResolve: true,
      types: [],
      target: ts.ScriptTarget.ESNext,
      jsx: ts.JsxEmit.Preserve,
    },
  });
  const code = hasMarkup(file) ? blankMarkup(file, text) : text;
  return { file, text, tree: project.createSourceFile(nameFor(file), code) };
}

function nameFor(file: string): string {
  const name = `/${file.slice(file.lastIndexOf('/') + 1)}`;
  return hasMarkup(file) ? `${name}.ts` : name;
}

/** What the parser objects to; codes from 8000 only say that JavaScript uses TypeScript's syntax. */
export function syntaxErrorsOf({ tree }: OpenSource): number {
  const { parseDiagnostics } = tree.compilerNode as unknown as {
    readonly parseDiagnostics: readonly { readonly code: number }[];
  };
  return parseDiagnostics.filter(({ code }) => code < 8000 || code >= 9000).length;
}

/** The smallest node that begins and ends exactly there. */
export function nodeAt({ tree }: OpenSource, [from, to]: Range): Node | undefined {
  let node = tree.getDescendantAtPos(from);
  while (node !== undefined && (node.getStart() > from || node.getEnd() < to)) node = node.getParent();
  return node;
}

export function rangeOfNode(node: Node): Range {
  return [node.getStart(), node.getEnd()];
}

import { suggestionsFor, type Edit, type EditKind } from '@leastscope/analyzer';
import type { Proposer } from '../model/authoring.js';

const words: Readonly<Record<EditKind, (data: Edit['data']) => string>> = {
  renameScope: ({ nearest }) => `Write \`${nearest ?? ''}\``,
  replacePath: ({ replacement }) => `Call \`${replacement ?? ''}\` instead`,
  ignoreNextLine: ({ rule }) =>
    `Ignore \`${rule ?? ''}\` on this line; it counts once a reason stands behind the dashes`,
};

/** What the findings themselves suggest, as the plugin for ESLint offers it. */
export const suggested: Proposer = (view, { file, findings }) => {
  const text = view.textOf(file);
  if (text === null) return [];
  const isDeclaration = file === view.analysis.declaration?.file;
  const source = {
    text,
    // Such a comment speaks of code: in the declaration it would say nothing.
    isInsideText: (offset: number) => isDeclaration || view.engine.isInsideText(file, text, offset),
  };
  return findings.flatMap((finding) =>
    suggestionsFor(finding, source).map(({ says, data, range, text: part }) => ({
      title: words[says](data),
      finding,
      texts: new Map([[file, text.slice(0, range[0]) + part + text.slice(range[1])]]),
    })),
  );
};

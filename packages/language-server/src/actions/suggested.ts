import { addIgnore, planFinding, type PlanContext, type TextOperation } from '@leastscope/fixes';
import type { Finding } from '@leastscope/analyzer';
import type { Proposer } from '../model/authoring.js';
import type { View } from '../model/view.js';

/** What the findings themselves suggest: the same operations as `leastscope fix` and the plugin for ESLint offer. */
export const suggested: Proposer = (view, { file, findings }) => {
  const text = view.textOf(file);
  if (text === null) return [];
  return findings.flatMap((finding) =>
    operationsFor(view, finding, file, text).map((operation) => ({
      title: titleOf(operation),
      finding,
      texts: new Map([[file, changed(text, operation)]]),
    })),
  );
};

/** A suggestion is a courtesy: what cannot be planned is not offered. */
function operationsFor(view: View, finding: Finding, file: string, text: string): readonly TextOperation[] {
  const context: PlanContext = {
    catalog: view.engine.catalog,
    declaration: null,
    directives: [],
    needs: null,
    textOf: (asked) => (asked === file ? text : null),
  };
  return [planFinding(finding, context), addIgnore(finding, '', context)]
    .flatMap((planned) => (planned?.kind === 'operations' ? planned.operations : []))
    .filter((one): one is TextOperation => 'text' in one && fits(view, file, text, one));
}

/** A comment speaks of code: in the declaration, and inside a text, it would say nothing. */
function fits(view: View, file: string, text: string, { kind, range }: TextOperation): boolean {
  if (kind !== 'addIgnore' && kind !== 'claimPurpose') return true;
  return file !== view.analysis.declaration?.file && !view.engine.isInsideText(file, text, range[0]);
}

function titleOf(operation: TextOperation): string {
  switch (operation.kind) {
    case 'renameScope':
      return `Write \`${operation.to}\``;
    case 'replacePath':
      return `Call \`${operation.to}\` instead`;
    case 'claimPurpose':
      return `Claim this file for the purpose \`${operation.purpose}\``;
    case 'addIgnore':
      return `Ignore \`${operation.rule}\` on this line; it counts once a reason stands behind the dashes`;
  }
}

function changed(text: string, { range: [start, end], text: part }: TextOperation): string {
  return text.slice(0, start) + part + text.slice(end);
}

import type { Finding } from '@leastscope/analyzer';
import {
  addIgnore,
  planFinding,
  type Operation,
  type PlanContext,
  type TextOperation,
} from '@leastscope/fixes';
import { loadCatalog } from '@leastscope/scope-catalog';
import type { SourceCode } from 'eslint';
import { editOf, type Edit } from './edit.js';
import { takesComment } from './takes-comment.js';

/** What an editor may offer under a finding. A suggestion is a courtesy: trouble with one is no trouble with the file. */
export function suggestionsFor(finding: Finding, sourceCode: SourceCode): readonly Edit[] {
  try {
    return planned(finding, sourceCode)
      .filter((one) => fits(one, sourceCode))
      .map(editOf);
  } catch {
    return [];
  }
}

/**
 * The operations of `leastscope fix` that need no data flow, and the comment that silences the finding: its reason is left to
 * the person, and until there is one it silences nothing.
 */
function planned(finding: Finding, { text }: SourceCode): readonly TextOperation[] {
  const context: PlanContext = {
    catalog: loadCatalog(),
    declaration: null,
    directives: [],
    needs: null,
    textOf: (file) => (file === finding.place.file ? text : null),
  };
  return [planFinding(finding, context), addIgnore(finding, '', context)].flatMap((one) =>
    one?.kind === 'operations' ? one.operations.filter(isText) : [],
  );
}

function isText(operation: Operation): operation is TextOperation {
  return 'text' in operation;
}

function fits({ kind, range }: TextOperation, sourceCode: SourceCode): boolean {
  return (kind !== 'addIgnore' && kind !== 'claimPurpose') || takesComment(sourceCode, range[0]);
}

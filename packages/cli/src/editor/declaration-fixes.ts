import { addDuration, neverAccepted } from '@leastscope/analyzer';
import type { Proposal, Proposer } from '@leastscope/language-server';
import { acceptableIn } from '../documents/accept/accepted-entries.js';
import { exceptionItems } from '../documents/accept/accept-items.js';
import { appendToList } from '../documents/accept/append-to-list.js';
import { editAlso } from '../documents/fix/edit-also.js';
import { missingAlso } from '../documents/fix/missing-also.js';

/** The line under `also` that a finding asks for, one proposal a purpose that could have it. */
export const declareAlso: Proposer = (view, { findings }) => {
  const { file, text } = declarationOf(view);
  if (text === null) return [];
  return findings.flatMap((finding) =>
    missingAlso(finding, view.analysis, view.engine.catalog).flatMap((missing): readonly Proposal[] => {
      const edited = editAlso(text, missing);
      const [first] = missing;
      if (edited === null || first === undefined) return [];
      const names = missing.map(({ category }) => `\`${category}\``).join(', ');
      const title = `Declare ${names} under \`also\` of \`${first.purpose}\`, with a reason to be written`;
      return [{ title, finding, texts: new Map([[file, edited]]) }];
    }),
  );
};

const howLong = 'P90D';

/** An exception for a quarter of a year. It counts once somebody has written why, and who accepts it. */
export function acceptUntil(asOf: (root: string) => string): Proposer {
  return (view, { findings }) => {
    const { file, text } = declarationOf(view);
    const until = addDuration(asOf(view.root), howLong);
    if (text === null || until === null) return [];
    const terms = { until, reason: '', approvedBy: '' };
    return findings
      .filter(({ rule }) => !neverAccepted.has(rule))
      .flatMap((finding): readonly Proposal[] => {
        const { entries } = acceptableIn({ findings: [finding] }, 'show');
        const edited = appendToList(text, 'exceptions', exceptionItems(entries, terms));
        if (edited === null || entries.length === 0) return [];
        const title = `Accept \`${finding.rule}\` here until ${until}; it counts once reason and name are written`;
        return [{ title, finding, texts: new Map([[file, edited]]) }];
      });
  };
}

function declarationOf(view: Parameters<Proposer>[0]): {
  readonly file: string;
  readonly text: string | null;
} {
  const file = view.analysis.declaration?.file ?? '';
  return { file, text: file === '' ? null : view.textOf(file) };
}

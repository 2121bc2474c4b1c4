import { stringify } from 'yaml';
import type { AcceptedEntry } from './accepted-entries.js';
import type { NewItem } from './append-to-list.js';

/** For how long, why and by whom. */
export interface Terms {
  /** `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason: string;
  readonly approvedBy: string;
}

/** Exceptions of the declaration, one an entry, each with its terms. */
export function exceptionItems(entries: readonly AcceptedEntry[], terms: Terms): readonly NewItem[] {
  return entries.map((entry) => {
    const data = { ...entry, ...terms };
    return { data, lines: linesOf([data]) };
  });
}

/** All of them under their terms, one a line: in a file of hundreds, a line is what is taken out when something is mended. */
export function batchItem(entries: readonly AcceptedEntry[], terms: Terms): NewItem {
  const findings = entries.map(
    (entry) => `    - ${stringify(entry, { collectionStyle: 'flow', lineWidth: 0 }).trim()}`,
  );
  return { data: { ...terms, findings: entries }, lines: [...linesOf([terms]), '  findings:', ...findings] };
}

/** How a new file of accepted findings begins, with the line by which editors find its schema where that is known. */
export function acceptedHead(schemaLines: readonly string[]): string {
  return [...schemaLines, head].join('\n');
}

const head = `# Findings that are accepted for a time, as \`leastscope check --accept\` wrote them. Take out what is mended: an entry that
# matches nothing is found, and so is one whose last day is over.
schema: 1
`;

function linesOf(data: unknown): readonly string[] {
  return stringify(data, { lineWidth: 0 }).trimEnd().split('\n');
}

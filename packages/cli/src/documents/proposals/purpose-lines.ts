import type { Use } from '@leastscope/analyzer';
import { visible } from '../../text/visible.js';
import type { DataAt, ProposedPurpose } from './propose-purposes.js';
import type { ProposedRecipient } from './propose-stores.js';
import { flow, quote } from './yaml-text.js';

/** A purpose as it stands in the file: its calls above it, what only people know as a TODO. */
export function purposeLines(
  proposed: ProposedPurpose,
  recipients: readonly ProposedRecipient[],
): readonly string[] {
  const { purpose, uses, code, also } = proposed;
  const shared = recipients.filter(({ name }) => proposed.recipients.includes(name)).map(({ id }) => id);
  return [
    ...callLines(uses),
    ...reasonLines(proposed),
    `  - id: ${purpose.kind.replaceAll('_', '-')}`,
    `    kind: ${purpose.kind} # ${visible(purpose.title)}`,
    `    text: ${quote(`TODO: say what your app does for the seller here. (${purpose.definition})`)}`,
    `    code: ${flow(code)}`,
    ...(also.length === 0 ? [] : ['    also:', ...also.map(alsoLine)]),
    ...(shared.length === 0 ? [] : [`    shareWith: ${flow([...new Set(shared)])}`]),
    '    # retention: { period: P30D, after: order.completed, onDeauthorization: P7D } # TODO',
  ];
}

/** One line a call, once each. */
function callLines(uses: readonly Use[]): readonly string[] {
  const named = uses.map(({ endpoint, method, path }) => visible(endpoint ?? `${method} ${path}`));
  return [...new Set(named)].sort().map((line) => `  # ${line}`);
}

function reasonLines({ because, refused, purpose }: ProposedPurpose): readonly string[] {
  const why = because.map(
    ({ category, seen }) =>
      `  # For ${category}, used at ${visible(seen)}; drop it if no purpose of the app needs that.`,
  );
  const never = refused.map(
    ({ category, seen }) =>
      `  # ${category}, used at ${visible(seen)}, is nothing that ${purpose.kind} takes: TODO stop, or say for which purpose.`,
  );
  return [...why, ...never];
}

function alsoLine({ category, seen }: DataAt): string {
  return `      - { category: ${category}, because: ${quote(`TODO: say why. Used at ${seen}`)} }`;
}

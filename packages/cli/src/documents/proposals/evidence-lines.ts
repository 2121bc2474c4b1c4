import type { HandledWebhook } from '@leastscope/analyzer';
import { at } from '../../text/at.js';
import { visible } from '../../text/visible.js';
import type { ProposedRecipient, ProposedStore } from './propose-stores.js';
import { flow, quote } from './yaml-text.js';

export function recipientLines(recipients: readonly ProposedRecipient[]): readonly string[] {
  if (recipients.length === 0) return [];
  return [
    '',
    '# Whom the code is seen to hand personal data to.',
    'recipients:',
    ...recipients.flatMap(({ id, name, seen }) => [
      `  # ${visible(seen)}`,
      `  - { id: ${flow([id]).slice(1, -1)}, name: ${quote(name)} } # TODO: the company, its role and country`,
    ]),
  ];
}

export function storeLines(stores: readonly ProposedStore[]): readonly string[] {
  if (stores.length === 0) return [];
  return [
    '',
    '# Where the code is seen to keep personal data.',
    'storage:',
    ...stores.flatMap(({ id, holds, seen }) => [
      `  # ${visible(seen)}`,
      `  - id: ${id}`,
      `    kind: ${id} # TODO: which, and beside it country and encryptionAtRest`,
      `    holds: ${flow(holds)}`,
    ]),
  ];
}

/** The types that the code asks for, and the function that deletes when an authorization ends. */
export function webhookLines(handled: readonly HandledWebhook[]): readonly string[] {
  const [first] = handled;
  if (first === undefined) return [];
  const deletion = handled.find((one) => one.deletion !== null)?.deletion ?? null;
  return [
    '',
    `# Types that the code asks for (${visible(at(first.place))}). TODO: keep those that the app subscribes to.`,
    `webhooks: [${handled.map(({ type }) => type).join(', ')}]`,
    ...(deletion === null ? [] : [`deletion: { handler: ${quote(deletion.handler)} }`]),
  ];
}

import type { Authoring, Proposal, Proposer } from '../model/authoring.js';
import { addPurpose } from './add-purpose.js';
import { addRecipient } from './add-recipient.js';
import { changeScopes } from './change-scopes.js';
import { suggested } from './suggested.js';

/** Everything that is proposed here. Further proposers, such as fixes, stand behind these. */
export function proposers(authoring: Authoring, further: readonly Proposer[]): readonly Proposer[] {
  return [suggested, changeScopes(authoring), addPurpose(authoring), addRecipient, ...further];
}

/** Each title once: several findings of a line may ask for the same. */
export function proposalsFor(
  all: readonly Proposer[],
  ...[view, stretch]: Parameters<Proposer>
): readonly Proposal[] {
  const found = all.flatMap((propose) => propose(view, stretch));
  return found.filter(({ title }, index) => found.findIndex((other) => other.title === title) === index);
}

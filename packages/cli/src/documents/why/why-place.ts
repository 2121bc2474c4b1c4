import type { Declaration, Evidence } from '@leastscope/analyzer';
import type { Answer } from './answer.js';
import { needsOf, nothingYet, type Asked } from './ask.js';
import { shownPlaces, type ShownPlace } from './shown-places.js';

/**
 * A store, a recipient, a host, what data is handed to, or a sign of protection: by the id that the declaration gives it or by its
 * name in the code. Null where neither knows it.
 */
export function whyPlace(word: string, asked: Asked): Answer | null {
  const { declaration, evidence } = asked.analysis;
  const name = (names: readonly (string | null)[]): boolean => names.includes(word);
  const shown = evidence === null ? [] : shownPlaces(evidence, { name, data: () => true });
  const kind = kindOf(word, declaration, evidence);
  if (kind === null) return null;
  return {
    subject: { kind, id: word, title: titleOf(word, declaration) },
    ...nothingYet(needsOf(asked)),
    says: saysOf(shown),
    shown,
  };
}

type Kind = Extract<Answer['subject']['kind'], 'store' | 'recipient' | 'hand-over' | 'protection'>;

function kindOf(word: string, declaration: Declaration | null, evidence: Evidence | null): Kind | null {
  const { recipients = [], storage = [] } = declaration?.evidence ?? {};
  if (storage.some(({ id }) => id === word)) return 'store';
  if (recipients.some(({ hosts, id }) => id === word || hosts.includes(word))) return 'recipient';
  if (evidence?.stores.some(({ name }) => name === word) === true) return 'store';
  if (evidence?.recipients.some(({ host, name }) => name === word || host === word) === true)
    return 'recipient';
  if (evidence?.handOvers.some(({ to }) => to === word) === true) return 'hand-over';
  return evidence?.security.some(({ what }) => what === word) === true ? 'protection' : null;
}

function titleOf(word: string, declaration: Declaration | null): string {
  const { recipients = [], storage = [] } = declaration?.evidence ?? {};
  const store = storage.find(({ id }) => id === word);
  const recipient = recipients.find(({ hosts, id }) => id === word || hosts.includes(word));
  return store?.kind ?? recipient?.name ?? 'as the code calls it';
}

function saysOf(shown: readonly ShownPlace[]): string {
  const deeds = new Set(shown.map(({ deed }) => deed));
  if (deeds.has('protected'))
    return 'The code says so; the papers call it what protects the data, or fails to.';
  const data = shown.filter(({ category }) => category !== null);
  const possibly = data.length === 0 || data.some(({ isCertain }) => isCertain) ? '' : 'possibly ';
  if (deeds.has('deleted'))
    return `Data is ${possibly}kept there; what deletes, marks or overwrites it stands below, and the papers say what of it counts.`;
  if (deeds.has('stored')) return `Data is ${possibly}kept there.`;
  if (deeds.has('sent')) return `Data is ${possibly}sent there.`;
  return deeds.has('handed over')
    ? `Data is ${possibly}handed there, and not followed further.`
    : 'No data is seen to arrive there.';
}

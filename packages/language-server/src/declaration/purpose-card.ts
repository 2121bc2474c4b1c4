import type { Use } from '@leastscope/analyzer';
import type { View } from '../model/view.js';
import { card, code, escapeText } from '../text/markdown.js';
import { spot } from '../text/places.js';
import { count } from '../text/words.js';

/** The calls that a declared purpose covers. */
export function usesOfPurpose({ analysis, engine }: View, id: string): readonly Use[] {
  const { declaration, directives, needs } = analysis;
  if (declaration === null) return [];
  return needs.uses.filter((use) => engine.purposeOfUse(use, declaration, engine.catalog, directives) === id);
}

/** `4 calls in 3 files`; of what covers none, so much. */
export function purposeWords(view: View, id: string): string {
  const uses = usesOfPurpose(view, id);
  if (uses.length === 0) return 'no call rests on it';
  const files = new Set(uses.map(({ place }) => place.file)).size;
  return `${count(uses.length, 'call')} in ${count(files, 'file')}`;
}

export function purposeCard(view: View, id: string): string | null {
  const purpose = view.analysis.declaration?.purposes.find((one) => one.id === id);
  if (purpose === undefined) return null;
  const uses = usesOfPurpose(view, id);
  const calls = uses.map((use) => `${code(use.endpoint ?? use.path)} at ${code(spot(use.place))}`);
  return card(
    `**${code(id)}** ${escapeText(purpose.text)}`,
    [escapeText(purposeWords(view, id))],
    [...calls.slice(0, 8), ...(calls.length > 8 ? [`and ${String(calls.length - 8)} more`] : [])],
  );
}

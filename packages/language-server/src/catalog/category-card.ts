import type { Category } from '@leastscope/scope-catalog';
import type { View } from '../model/view.js';
import { card, code, escapeText } from '../text/markdown.js';
import { count, listed } from '../text/words.js';

export const tierWords: Readonly<Record<Category['tier'], string>> = {
  none: 'nobody’s data',
  business: 'business data',
  personal: 'personal data',
  'sensitive-personal': 'sensitive personal data',
  secret: 'secrets',
};

/** A category of data: what it is, and where this project reads it. */
export function categoryCard({ analysis, engine }: View, id: string): string {
  const category = engine.catalog.categoryById.get(id);
  if (category === undefined) return `**${code(id)}** is unknown to this catalog.`;
  const { reads, outflows } = analysis.needs;
  // What comes through code that others use too is no fact.
  const isOfIt = ({ isBeyondImports, part }: (typeof reads)[number] | (typeof outflows)[number]): boolean =>
    !isBeyondImports && part.categories.includes(id);
  const readAt = reads.filter((read) => read.part.kind === 'field' && isOfIt(read)).length;
  const goesAt = outflows.filter((flow) => flow.to !== 'escaped' && isOfIt(flow)).length;
  return card(
    `**${code(id)}** ${escapeText(category.title)}`,
    [escapeText(category.definition), escapeText(category.notes)],
    [
      tierWords[category.tier],
      ...(category.holds.length > 0 ? [`may hold ${listed(category.holds.map(code))}`] : []),
      `here: read at ${count(readAt, 'place')}, kept or sent at ${count(goesAt, 'place')}`,
    ],
  );
}

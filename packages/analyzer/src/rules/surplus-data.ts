import { groupBy } from '../model/group-by.js';
import { isAllowed, isCovered, personalAmong } from './allowed-data.js';
import { defineRule } from './define-rule.js';
import { judgedUses } from './judged-uses.js';
import type { JudgedUse } from './judged-uses.js';

export const surplusData = defineRule({
  id: 'surplus-data',
  meta: {
    title: 'An endpoint delivers personal data beyond the purpose of the call.',
    defaultSeverity: 'note',
    scope: 'project',
    why: 'Scopes open whole endpoints, so personal data comes along that the purpose does not need. That is no fault, but the review asks what happens to it.',
    fix: 'Take over only the fields that the purpose needs, and drop the rest on arrival. What the purpose does need belongs under `also` with its reason.',
  },
  messages: {
    surplus: {
      message: '`{{endpoint}}` also delivers {{categories}}, which {{purposes}} does not need.',
      why: 'Personal data that comes along has to be accounted for in the review, even where nothing reads it.',
      help: 'Take over only the fields that the purpose needs. If one of these is needed, add it under `also` with the reason.',
    },
  },
  check(context) {
    const { declaration, catalog } = context;
    if (declaration === null) return [];
    const covered = judgedUses(context, declaration)
      // What a legacy path delivers, its replacement does not tell.
      .filter(({ use }) => use.fit !== 'legacy')
      .filter(({ endpoint, owners }) => isCovered(catalog, owners, endpoint));
    return [...groupBy(covered, groupOf).values()].flatMap((uses) => {
      const [first, ...others] = uses;
      if (first === undefined) return [];
      const { primary, incidental } = first.endpoint.categories;
      const categories = personalAmong(catalog, [...primary, ...incidental]).filter(
        (category) => !isAllowed(catalog, first.owners, category),
      );
      if (categories.length === 0) return [];
      return {
        message: 'surplus',
        data: {
          endpoint: first.endpoint.id,
          categories,
          purposes: first.owners.map((purpose) => purpose.id),
        },
        place: first.use.place,
        related: others.map(({ use }) => ({ place: use.place, note: 'called here too' })),
      };
    });
  },
});

/** One note an endpoint and set of purposes, at the first call. */
function groupOf({ endpoint, owners }: JudgedUse): string {
  return [endpoint.id, ...owners.map((purpose) => purpose.id)].join('\n');
}

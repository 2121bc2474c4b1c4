import { categoriesOfScope, endpointsOfScope } from '@leastscope/scope-catalog';
import type { Catalog } from '@leastscope/scope-catalog';
import { distinct } from '../../util/distinct.js';
import type { ScopeRemoval } from '../../model/needs.js';
import type { RelatedPlace } from '../../model/place.js';
import { isNobodysData, personalAmong } from '../../purposes/allowed-data.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';
import { shortList } from '../wording/short-list.js';

type MessageId = 'unused' | 'replaceable' | 'inTests' | 'possibly' | 'uncalled';

const why = 'An unneeded scope lengthens the review, and sellers authorize more than the app needs.';
const help = 'Take it out of `requestedScopes` and disable it in Manage API.';

export const unusedScope = defineRule<MessageId>({
  id: 'unused-scope',
  meta: {
    title: 'A scope is requested that nothing needs.',
    defaultSeverity: 'error',
    horizon: 'project',
    why: 'The review demands the minimum of data, by requesting only what the declared purposes need. Unneeded scopes lengthen it and cost seller authorizations.',
    fix: 'Take the scope out of `requestedScopes` and disable it in Manage API. If code that this tool cannot read needs it, say so under `manualUsage`.',
  },
  messages: {
    unused: {
      message: '`{{scope}}` is requested, but no call, webhook or manual use needs it. {{opens}}',
      why,
      help,
    },
    replaceable: {
      message:
        '`{{scope}}` is not needed: {{servedBy}} serves the same calls, and the smallest set of scopes goes without it.',
      why,
      help: 'Take it out of `requestedScopes` and disable it in Manage API, once {{servedBy}} is requested.',
    },
    inTests: { message: '`{{scope}}` is requested, but only tests call for it. {{opens}}', why, help },
    possibly: {
      message: '`{{scope}}` is possibly unused: nothing is seen to need it, but {{doubt}}.',
      why,
      help: 'Settle what is open first, then check again; until then keep the scope.',
    },
    uncalled: {
      message: '`{{scope}}` is possibly unused: {{doubt}}.',
      why,
      help: 'Take the helper out with the scope, if nothing is to call it; else leave both.',
    },
  },
  check: ({ needs, catalog }) => [
    ...(needs.difference?.drop ?? []).map((removal) => unused(catalog, removal)),
    ...(needs.difference?.possiblyUnused ?? []).map((removal) => possiblyUnused(catalog, removal)),
  ],
});

function unused(catalog: Catalog, removal: ScopeRemoval): Report<MessageId> {
  const tests = removal.testUses.map(({ place }) => ({ place, note: 'a test calls for it here' }));
  return {
    message: messageOf(removal),
    data: dataOf(catalog, removal),
    place: removal.place,
    points: [{ scopes: [removal.scope] }],
    related: tests,
  };
}

function possiblyUnused(catalog: Catalog, removal: ScopeRemoval): Report<MessageId> {
  const [first, ...others] = removal.doubts;
  const more =
    others.length === 0 ? '' : ` (and ${others.length} more ${others.length === 1 ? 'reason' : 'reasons'})`;
  const related = removal.doubts.flatMap(({ what, place }): readonly RelatedPlace[] =>
    place === null ? [] : [{ place, note: what }],
  );
  const data = { ...dataOf(catalog, removal), doubt: `${first?.what ?? 'something is open'}${more}` };
  const message = removal.uncalledUses === undefined ? 'possibly' : 'uncalled';
  const points = [{ scopes: [removal.scope] }];
  return { message, data, place: removal.place, points, related, atMost: 'warning' };
}

function messageOf({ servedBy, testUses }: ScopeRemoval): MessageId {
  if (servedBy.length > 0) return 'replaceable';
  return testUses.length > 0 ? 'inTests' : 'unused';
}

function dataOf(catalog: Catalog, { scope, servedBy }: ScopeRemoval) {
  const endpoints = endpointsOfScope(catalog, scope).map((endpoint) => endpoint.id);
  const categories = categoriesOfScope(catalog, scope).filter((id) => !isNobodysData(catalog, id));
  const personal = personalAmong(catalog, categories);
  const count = `${endpoints.length} ${endpoints.length === 1 ? 'endpoint' : 'endpoints'}`;
  // Personal data stands first.
  const all = distinct([...personal, ...categories]);
  const opens = `It would open ${count} with ${all.length === 0 ? 'no data of anybody' : shortList(all)}.`;
  return { scope, servedBy, endpoints, categories, personal, opens };
}

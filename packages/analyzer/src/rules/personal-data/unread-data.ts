import { categoryNames } from '../../purposes/category-names.js';
import { marketsOf } from '../../purposes/markets.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report } from '../define-rule.js';
import { findUnread } from '../../purposes/find-unread.js';
import type { Unread } from '../../purposes/find-unread.js';
import { relatedOf, whereDeclared } from '../wording/related-places.js';
import { shortList } from '../wording/short-list.js';
import { titlesOf } from '../../purposes/taken-data.js';

export const unreadData = defineRule({
  id: 'unread-data',
  meta: {
    title: 'An endpoint brings personal data that no code reads, though a narrower way would do.',
    defaultSeverity: 'warning',
    horizon: 'project',
    why: 'The minimum of data is not only fewer scopes: where nothing reads the personal data that an endpoint brings, a narrower endpoint, a webhook or a switch of the request may do, and often needs a smaller scope.',
    fix: 'Take the narrower way that is named.',
  },
  messages: {
    narrower: {
      message: '`{{endpoint}}` brings {{brings}}, and no code reads any of it; what is read is {{read}}.',
      why: 'Personal data that nothing needs is fetched all the same: it can leak, and the review asks what it is for.',
      help: 'Where it fits, the fields that are read come with less: {{ways}}.',
    },
  },
  check: (context) => findUnread(context).map((unread) => toReport(unread, context)),
});

function toReport({ uses, personal, paths, ways }: Unread, context: RuleContext): Report {
  const [first, ...others] = uses;
  return {
    message: 'narrower',
    data: {
      endpoint: first.endpoint.id,
      scopes: first.endpoint.scopes,
      brings: categoryNames(context.catalog, personal, marketsOf(context)),
      personal,
      read: shortList(paths, 'fields'),
      fields: paths,
      ways: titlesOf(ways),
      alternatives: ways.map(({ instead }) => instead),
      purposes: first.owners.map(({ id }) => id),
    },
    place: first.use.place,
    // Its absence is one of the whole app; at which call it is told is of no account.
    points: personal.map((category) => ({
      endpoint: first.endpoint.id,
      scopes: first.endpoint.scopes,
      category,
      purpose: first.owners.map(({ id }) => id).join(', '),
      place: 'app' as const,
    })),
    related: [
      ...relatedOf(first.use),
      ...others.map(({ use }) => ({ place: use.place, note: 'called here too' })),
      ...first.owners.map(whereDeclared),
    ],
  };
}

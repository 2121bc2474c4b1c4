import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';
import { findUnread } from '../../purposes/find-unread.js';
import type { Unread } from '../../purposes/find-unread.js';
import { relatedOf, whereDeclared } from '../wording/related-places.js';
import { shortList } from '../wording/short-list.js';
import { titlesOf } from '../../purposes/taken-data.js';

type MessageId = 'narrower' | 'unread';

const message = '`{{endpoint}}` brings {{brings}}, and no code reads any of it; what is read is {{read}}.';
const why =
  'Personal data that nothing needs is fetched all the same: it can leak, and the review asks what it is for.';

export const unreadData = defineRule<MessageId>({
  id: 'unread-data',
  meta: {
    title: 'An endpoint brings personal data that no code reads.',
    defaultSeverity: 'warning',
    horizon: 'project',
    why: 'The minimum of data is not only fewer scopes: where nothing reads the personal data that an endpoint brings, a narrower endpoint, a webhook or a switch of the request may do, and often needs a smaller scope.',
    fix: 'Take the narrower way that is named. Where none is, take over only the fields that are read, and let the rest go on arrival.',
  },
  messages: {
    narrower: { message, why, help: 'Instead take {{ways}}: all that is read comes with it.' },
    unread: {
      message,
      why,
      help: 'This catalog knows no narrower way that carries what is read. Take over only these fields, and let the rest go on arrival.',
    },
  },
  check: (context) => findUnread(context).map(toReport),
});

function toReport({ uses, personal, paths, ways }: Unread): Report<MessageId> {
  const [first, ...others] = uses;
  const report = {
    data: {
      endpoint: first.endpoint.id,
      scopes: first.endpoint.scopes,
      brings: shortList(personal),
      personal,
      read: shortList(paths, 'fields'),
      fields: paths,
      ways: titlesOf(ways),
      alternatives: ways.map(({ instead }) => instead),
      purposes: first.owners.map(({ id }) => id),
    },
    place: first.use.place,
    related: [
      ...relatedOf(first.use),
      ...others.map(({ use }) => ({ place: use.place, note: 'called here too' })),
      ...first.owners.map(whereDeclared),
    ],
  };
  return ways.length > 0
    ? { message: 'narrower', ...report }
    : { message: 'unread', ...report, atMost: 'note' };
}

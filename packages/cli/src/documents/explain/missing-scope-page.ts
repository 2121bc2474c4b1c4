import { rulePage } from '../../host/about.js';
import type { Page } from './page.js';

/** What the platform answers when the token does not carry the scope of the endpoint. */
export const missingScopeError = '105005';

export const missingScopePage: Page = {
  title: '105005',
  subtitle: 'error of the platform: access denied, the token lacks the scope',
  paragraphs: [
    'The endpoint needs a scope that the seller’s token does not carry. Either the app does not request that scope, or the seller authorized the app before it did.',
    'A scope that is added reaches no existing token: enable it in Manage API, wait for approval where the scope is granted on application, then ask every seller to authorize again.',
  ],
  lists: [
    {
      title: 'What to do',
      items: [
        ['leastscope check', 'names every call whose scope is not requested (missing-scope)'],
        [
          'leastscope explain "POST /the/path"',
          'says which scopes the endpoint takes; any one of several is enough',
        ],
      ],
    },
  ],
  sources: [rulePage('missing-scope')],
};

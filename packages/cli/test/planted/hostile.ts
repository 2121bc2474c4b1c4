import type { Edit } from './judged-app.js';

/** A text that ends quotes, cells, tags and comments, runs as a formula, and reads from the right. */
export const evil =
  '=cmd("x")|a</script><img src=x onerror=alert(1)>`"\';${1}\u202eevil [x](javascript:1) \\" """ %% --> {{a}}';

const quoted = JSON.stringify(evil);

/** It stands at every place of the clean app where a person writes. */
export const hostile: readonly Edit[] = [
  ['name: ParcelPilot,', `name: ${quoted},`],
  [
    'text: Create shipping labels for orders the seller has to dispatch and report tracking back.',
    `text: ${quoted}`,
  ],
  ['use: Shown to the seller.', `use: ${quoted}`],
  ['seenAt: Settings, list of shops', `seenAt: ${quoted}`],
  ['name: Carrier Example GmbH', `name: ${quoted}`],
  ['role: sub-processor', `role: ${quoted}`],
  ['contract: docs/carrier.md', `contract: ${quoted}`],
  ['id: main-db', `id: ${quoted}`],
  ['id: connect-shop', `id: ${quoted}`],
  ['legalName: ParcelPilot Ltd', `legalName: ${quoted}`],
  ['after: order.completed', `after: ${quoted}`],
  ['who: Each seller that authorizes the app', `who: ${quoted}`],
  ['how: A new label is printed', `how: ${quoted}`],
  ['statement: Once a year.', `statement: ${quoted}`],
  ['name: ISO 27001', `name: ${quoted}`],
].map(([from = '', to = '']) => ({ file: 'scope-declaration.yaml', from, to }));

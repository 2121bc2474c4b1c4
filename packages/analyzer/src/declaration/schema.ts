import * as z from 'zod';
import { ruleIds } from '../model/finding.js';
import { calendarDate, retentionPeriod } from './formats.js';
import {
  backups,
  categoryRetention,
  certification,
  control,
  controllers,
  encryption,
  notNarrower,
  rights,
} from './schema-attested.js';

/**
 * `scope-declaration.yaml`: everything the code cannot know. Strict everywhere, because a misspelt key that is passed
 * over in silence is a promise that nobody keeps. The JSON Schema for editors is generated from this.
 */

const text = z.string().trim().min(1, 'Must not be empty');
const list = z.array(text);

const app = z.strictObject({
  name: text.describe('The name in the App Store.'),
  type: z.enum(['public', 'custom']),
  category: text.optional().describe('The category of the listing.'),
  markets: list.optional().describe('Country codes: [GB, DE].'),
  tokens: z
    .array(z.enum(['seller', 'creator', 'partner']))
    .optional()
    .describe('Whose tokens the app holds.'),
});

const extraCategory = z.strictObject({
  category: text.describe('A category of personal data, such as buyer.content.'),
  because: text.describe('Why the purpose needs it.'),
});

const retention = z.strictObject({
  period: retentionPeriod.optional().describe('How long data is kept, as an ISO 8601 duration: P30D.'),
  after: text.optional().describe('What the period counts from: order.completed.'),
  onDeauthorization: retentionPeriod
    .optional()
    .describe('When data goes after the seller withdraws, as an ISO 8601 duration: P7D.'),
  byCategory: z.record(z.string(), categoryRetention).optional().describe('Categories whose period differs.'),
});

const purpose = z.strictObject({
  id: text.describe('Own name of the purpose, used in code and in this file.'),
  kind: text.describe(
    'A purpose of the catalog, such as shipping_seller: the categories it needs are allowed.',
  ),
  text: text.describe('One sentence for the review: what the seller gets, from which data.'),
  code: list.optional().describe('Globs relative to this file; none means the whole app.'),
  also: z
    .array(extraCategory)
    .optional()
    .describe('Categories beyond those of the kind, each with its reason.'),
  retention: retention.optional(),
  shareWith: list.optional().describe('Ids of recipients.'),
  use: text.optional().describe('How the data is used: printed on the label, shown to nobody else.'),
  seenAt: text.optional().describe('Where a reviewer can test it: Orders, button "Print labels".'),
  owner: text.optional().describe('Who answers for it.'),
  since: calendarDate.optional().describe('First day of the purpose.'),
  until: calendarDate.optional().describe('Last day of the purpose.'),
  instruction: text.optional().describe("The controller's instruction that it rests on."),
  notNarrower: z.array(notNarrower).optional().describe('Why narrower ways to the data will not do.'),
});

const manualUse = z.strictObject({
  endpoint: text.describe('METHOD /path, such as GET /order/202507/orders.'),
  purpose: text.optional().describe('Id of the purpose that it serves.'),
  where: text.describe('Where the call is made: label worker (Go).'),
});

const client = z.strictObject({
  call: text.describe('Module and export of the function: #platform/http:ttsRequest.'),
  method: z.int().min(0).optional().describe('Which argument is the HTTP method, counted from 0.'),
  path: z.int().min(0).describe('Which argument is the path, counted from 0.'),
});

/** What an exception holds for. All that is given has to fit. */
export const exceptionSubject = {
  endpoint: text.optional().describe('METHOD /path that it holds for.'),
  scope: text.optional().describe('Scope key that it holds for.'),
  file: text.optional().describe('File that it holds for, relative to this one: src/orders.ts.'),
  symbol: text.optional().describe('Function, method or class in that file: OrderSync.pull.'),
  category: text.optional().describe('Category of data that it holds for: buyer.phone.'),
  field: text.optional().describe('Field that it holds for: data.orders[].buyer_email.'),
  recipient: text.optional().describe('Host that it holds for, as the finding names it: api.example.com.'),
  store: text.optional().describe('What stores, as the finding names it: prisma.label.create.'),
  purpose: text.optional().describe('Purposes that it holds for, as the finding names them.'),
  subject: text.optional().describe('What else the finding names: a control, a cipher.'),
};

const exception = z.strictObject({
  rule: z.enum(ruleIds),
  ...exceptionSubject,
  until: calendarDate.describe('The last day it holds: 2027-01-31.'),
  reason: text,
  approvedBy: text,
});

const company = z.strictObject({
  legalName: text,
  registeredName: text.optional(),
  website: z.url().optional(),
  securityContact: text.optional(),
  representative: text.optional().describe('Representative in the European Union or the United Kingdom.'),
  headquarters: text.optional(),
  foreignOwnership: text.optional(),
  workforceLocations: list.optional(),
  alternateWorkforceLocations: list.optional(),
  subcontractors: list.optional(),
  systemLocations: list.optional(),
  privacyContact: text.optional(),
  dpo: text.nullable().optional(),
  dpoReason: text.optional(),
});

/** A text, of which some are known: editors offer these. */
const knownOrOther = (known: readonly string[]) =>
  text.optional().meta({ anyOf: [{ enum: [...known] }, { type: 'string' }] });

const recipientRoles = ['processor', 'sub-processor', 'controller', 'joint-controller', 'authority'];
const transferMechanisms = [
  ...['none-needed', 'adequacy-decision', 'standard-contractual-clauses', 'binding-corporate-rules'],
  ...['uk-addendum', 'data-privacy-framework', 'consent'],
];

const recipient = z.strictObject({
  id: text,
  name: text,
  role: knownOrOther(recipientRoles),
  country: text.optional(),
  transferMechanism: knownOrOther(transferMechanisms),
  hosts: list.optional().describe('Hosts that are theirs: api.carrier.example, *.carrier.example.'),
  packages: list.optional().describe('Packages that send to them: @sendgrid/mail.'),
  code: list
    .optional()
    .describe('What hands data to them, as the code says it: carrier.book, process.env.ERP_URL.'),
  contract: text.optional().describe('Path of the contract, relative to this file.'),
  aka: list.optional().describe('Other names, as the privacy notice may call them.'),
  receives: list.optional().describe('Categories of data that they get.'),
});

const store = z.strictObject({
  id: text,
  kind: text,
  country: text.optional(),
  encryptionAtRest: encryption.optional(),
  holds: list.optional().describe('Categories of data kept there.'),
  code: list
    .optional()
    .describe('What stores there, as the code says it: prisma.label, orders of a database.'),
  provider: text.optional(),
  region: text.optional(),
  backups: backups.optional(),
});

const protection = z.strictObject({
  inTransit: text.optional(),
  accessReviewed: calendarDate.optional(),
  incidentDrill: calendarDate.optional(),
  penetrationTest: calendarDate.optional(),
  mfaForAdmins: z.boolean().optional(),
  evidence: z.record(z.string(), text).optional().describe('What is proven, and the file that proves it.'),
});

const platformConsole = z.strictObject({
  service: text
    .optional()
    .describe('Saved state of the service, as the platform’s command line tool prints it.'),
  scopes: text.optional().describe('Saved list of the scopes that are enabled in Manage API.'),
  exported: calendarDate.optional().describe('The day they were saved: 2026-11-29.'),
});

const severity = z.enum(['error', 'warning', 'note', 'off']);

export const declarationSchema = z.strictObject({
  schema: z.literal(1).optional().describe('Version of this format.'),
  app,
  requestedScopes: list.describe('The scopes enabled in Manage API today.'),
  purposes: z.array(purpose).describe('What the app uses its access for.'),
  company: company.optional(),
  recipients: z.array(recipient).optional().describe('To whom data is handed.'),
  storage: z.array(store).optional().describe('Where data is kept.'),
  protection: protection.optional(),
  console: platformConsole.optional().describe('What the console of the platform says, saved as files.'),
  privacyNotice: z
    .strictObject({
      url: z.url(),
      copy: text.optional().describe('Path of a saved copy of the page, relative to this file.'),
      updated: calendarDate.optional().describe('When it was last changed.'),
    })
    .optional(),
  controllers: controllers.optional(),
  rights: rights.optional().describe('How requests of people are answered.'),
  controls: z.record(z.string(), control).optional().describe('Measures that only people can attest.'),
  certifications: z.array(certification).optional(),
  webhooks: z.array(z.int().positive()).optional().describe('Type numbers of the subscribed webhooks.'),
  deletion: z
    .strictObject({ handler: text.describe('file#function that deletes when a seller withdraws.') })
    .optional(),
  manualUsage: z.array(manualUse).optional().describe('Calls in code that leastscope cannot read.'),
  clients: z
    .array(client)
    .optional()
    .describe('Functions that send requests and cannot be recognised from code.'),
  exceptions: z.array(exception).optional().describe('Findings accepted until a date.'),
  rules: z.partialRecord(z.enum(ruleIds), severity).optional().describe('Severities of rules.'),
});

/** As much of it as is there: what is left when mistaken parts are taken out. */
export const partialSchema = declarationSchema.partial({ app: true, requestedScopes: true, purposes: true });
export type PartialData = z.infer<typeof partialSchema>;

/** The declaration as plain data, without places. */
export type DeclarationData = z.infer<typeof declarationSchema>;
export type PurposeData = z.infer<typeof purpose>;
export type ExceptionData = z.infer<typeof exception>;

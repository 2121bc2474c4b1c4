import * as z from 'zod';
import { calendarDate, period } from './formats.js';

/** The sections that only the papers read: who answers for what, and how requests of people are met. */

const text = z.string().trim().min(1, 'Must not be empty');

const right = z.strictObject({
  how: text.describe('What is done, in a sentence.'),
  handler: text.optional().describe('file#function that does it, where code does.'),
});

export const rights = z.strictObject({
  channel: text.optional().describe('Where people ask: privacy@example.com.'),
  answerWithin: period.optional().describe('How soon people are answered: P30D.'),
  forwardToSellerWithin: period.optional().describe('How soon a request goes on to the seller: P5D.'),
  access: right.optional(),
  rectify: right.optional(),
  export: right.optional(),
  erase: right.optional(),
});

export const control = z.strictObject({
  answer: z.enum(['yes', 'no', 'partial', 'not-applicable']),
  document: text.optional().describe('Path of the file that proves it, relative to this file.'),
  statement: text.optional().describe('What is said instead of a document.'),
  because: text.optional().describe('Why the answer is not yes.'),
  owner: text.optional().describe('Who answers for it.'),
  reviewed: calendarDate.optional().describe('Day of the last review: 2026-05-02.'),
  validFor: period.optional().describe('How long a review holds; P1Y where nothing is said.'),
});

export const certification = z.strictObject({
  name: text,
  issuer: text.optional(),
  validUntil: calendarDate.optional().describe('The last day it holds.'),
  document: text.optional().describe('Path of the certificate, relative to this file.'),
});

export const controllers = z.strictObject({
  who: text.describe('For whom data is processed: each seller that authorizes the app.'),
  register: text.optional().describe('Where the list of them is kept.'),
});

export const backups = z.strictObject({
  retention: period.optional().describe('How long a backup is kept: P7D.'),
  country: text.optional(),
});

/** A text is the algorithm alone. */
export const encryption = z.union([
  text,
  z.strictObject({
    algorithm: text.describe('AES-256'),
    scope: z.enum(['disk', 'column', 'application']).optional(),
    document: text.optional(),
  }),
]);

export const categoryRetention = z.strictObject({
  period: period.describe('How long this category is kept: P10Y.'),
  after: text.optional().describe('What the period counts from.'),
  because: text.optional().describe('Why it differs.'),
  law: text.optional().describe('The law that asks for it.'),
});

export const notNarrower = z.strictObject({
  endpoint: text.describe('METHOD /path, such as GET /order/202507/orders.'),
  because: text.describe('Why the narrower way will not do.'),
});

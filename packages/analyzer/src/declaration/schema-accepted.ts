import * as z from 'zod';
import { neverAccepted, ruleIds } from '../model/finding.js';
import { calendarDate } from './formats.js';
import { exceptionSubject } from './schema.js';

const text = z.string().trim().min(1, 'Must not be empty');

const rule = z
  .enum(ruleIds)
  .refine((id) => !neverAccepted.has(id), 'Must be a rule whose findings can be accepted');

/** What was accepted, for how long, why and by whom. */
const batch = z.strictObject({
  until: calendarDate,
  reason: text,
  approvedBy: text,
  findings: z.array(z.strictObject({ rule, ...exceptionSubject })),
});

/** `leastscope-accepted.yaml`: what `check --accept` wrote, one entry for each time that somebody accepted something. */
export const acceptedSchema = z.strictObject({ schema: z.literal(1).optional(), accepted: z.array(batch) });

/** As much of it as is there. */
export const partialAcceptedSchema = acceptedSchema.partial();

import type { Catalog } from '@leastscope/scope-catalog';
import * as z from 'zod';
import { neverAccepted, type RuleId } from '../model/finding.js';
import { withKnownValues } from './known-values.js';
import { acceptedSchema } from './schema-accepted.js';
import { declarationSchema } from './schema.js';

/** The JSON Schema that editors complete and check `scope-declaration.yaml` by. Published under `schema/`. */
export function declarationJsonSchema(catalog: Catalog): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(declarationSchema, { target: 'draft-2020-12', io: 'input' });
  return {
    title: 'leastscope scope declaration',
    description: 'What an app on the TikTok Shop Partner API says of itself: requested scopes and purposes.',
    ...withKnownValues(schema, catalog),
  };
}

/** The JSON Schema of `leastscope-accepted.yaml`, for editors and for whoever reads it in a script. Published likewise. */
export function acceptedJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    title: 'leastscope accepted findings',
    description: 'Findings that are accepted for a time, as `leastscope check --accept` writes them.',
    ...z.toJSONSchema(acceptedSchema, {
      target: 'draft-2020-12',
      io: 'input',
      // What a refinement refuses is in no schema that is made of it.
      override: ({ jsonSchema }) => {
        if (jsonSchema.enum !== undefined) jsonSchema.enum = jsonSchema.enum.filter(isAcceptable);
      },
    }),
  };
}

function isAcceptable(rule: unknown): boolean {
  return !neverAccepted.has(rule as RuleId);
}

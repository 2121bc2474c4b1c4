import type { Catalog } from '@leastscope/scope-catalog';
import * as z from 'zod';
import { withKnownValues } from './known-values.js';
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

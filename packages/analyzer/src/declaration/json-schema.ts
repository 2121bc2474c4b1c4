import * as z from 'zod';
import { declarationSchema } from './schema.js';

/** The JSON Schema that editors complete and check `scope-declaration.yaml` by. Published under `schema/`. */
export function declarationJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    title: 'leastscope scope declaration',
    description: 'What an app on the TikTok Shop Partner API says of itself: requested scopes and purposes.',
    ...z.toJSONSchema(declarationSchema, { target: 'draft-2020-12', io: 'input' }),
  };
}

import type { CategoryId, EndpointId, Field } from '@leastscope/scope-catalog';

/** What the table of fields says otherwise, lacks, or names though the answer has no such field. */
export interface FieldCorrection {
  readonly endpoints: readonly EndpointId[];
  readonly direction?: Field['direction'];
  /** Paths and what they hold; a row that is there is corrected, one that is not is added. */
  readonly holds?: Readonly<Record<string, CategoryId>>;
  /** Paths of rows that are taken out. `x.y.*` takes out every row below `x.y`. */
  readonly gone?: readonly string[];
  readonly confidence: Field['confidence'];
  readonly source: string;
  readonly reason: string;
}

const docs = 'rioanandaputra-bot/tiktok-docs-mcp:docs/partner_tiktokshop_com/API Reference';

/** A page of the platform's reference, in the copy of May 2026. */
export function page(name: string): string {
  return `${docs}/${name}.json@a495059`;
}

/** A file of the platform's OpenAPI set. */
export function openApi(module: string): string {
  return `npm:@tts-open-toolkit/cli@0.1.7:skills/tts-openapi-guide/references/oas/paths/${module}.json`;
}

/** The same category for several paths: `all('creator.profile', 'data.name data.avatar')`. */
export function all(category: CategoryId, paths: string): Readonly<Record<string, CategoryId>> {
  return Object.fromEntries(
    paths
      .trim()
      .split(/\s+/)
      .map((path) => [path, category]),
  );
}

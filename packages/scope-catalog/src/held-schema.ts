import type { EndpointId } from './types.js';

/** The names of an endpoint's fields as some machine-readable text of the platform lists them. */
export interface HeldSchema {
  readonly endpoint: EndpointId;
  /** Leaves of the answer as dotted paths, `[]` for an array level. */
  readonly responseFields: readonly string[];
  /** Leaves of the request, parameters as `path.x` and `query.x`. */
  readonly requestFields: readonly string[];
}

/** Whether a schema has the place of a field row, or something below it. Parts of a form are not spelled out by any. */
export function hasPlace(schema: HeldSchema, path: string, direction: 'response' | 'request'): boolean {
  if (path === '*' || path.startsWith('form.')) return true;
  const place = bare(path.replace(/\.\*$/, ''));
  const leaves = direction === 'request' ? schema.requestFields : schema.responseFields;
  return leaves.some((leaf) => bare(leaf) === place || bare(leaf).startsWith(`${place}.`));
}

function bare(path: string): string {
  return path.replaceAll('[]', '');
}

import type { Wanted } from '../reading/json-walk.js';
import type { TakerKind } from '../reading/takers.js';
import type { Role } from './request.js';
import { roleOfKey } from './row-keys.js';

const entry = 'log.entries.*';
/** OTLP in JSON, as collectors and SDKs export it; the second is how scopes were called before. */
const spans = [
  'resourceSpans.*.scopeSpans.*.spans.*',
  'resourceSpans.*.instrumentationLibrarySpans.*.spans.*',
];

/** Of which kind of record a path is part, and what it tells. */
export type Part =
  | { readonly of: 'entry' | 'row'; readonly role: Role }
  | { readonly of: 'span'; readonly tells: 'name' | 'value' };

const entryParts: readonly (readonly [path: string, role: Role, kind: TakerKind])[] = [
  [`${entry}.request.method`, 'method', 'word'],
  [`${entry}.request.url`, 'address', 'address'],
  [`${entry}.response.status`, 'status', 'word'],
  [`${entry}.response.content.text`, 'code', 'error-code'],
];

const parts = new Map<string, Part>([
  ...entryParts.map(([path, role]) => [path, { of: 'entry', role }] as const),
  ...[...roleOfKey].map(([path, role]) => [path, { of: 'row', role }] as const),
  ...spans.flatMap((span) => [
    [`${span}.attributes.*.key`, { of: 'span', tells: 'name' }] as const,
    ...['stringValue', 'intValue'].map(
      (value) => [`${span}.attributes.*.value.${value}`, { of: 'span', tells: 'value' }] as const,
    ),
  ]),
]);

export const partAt: ReadonlyMap<string, Part> = parts;

/** Objects whose end is the end of a record, or of a part of one. */
export const recordAt: ReadonlyMap<string, 'entry' | 'row' | 'span' | 'attribute'> = new Map([
  [entry, 'entry'] as const,
  ['', 'row'] as const,
  ...spans.flatMap((span) => [[span, 'span'] as const, [`${span}.attributes.*`, 'attribute'] as const]),
]);

/** HAR 1.2, OTLP and rows of logs, all at once: which of them a file is, its paths say. */
export const wantedOfRequests: Wanted = {
  values: new Map<string, TakerKind>([
    ...[...parts.keys()].map((path) => [path, 'address'] as const),
    ...entryParts.map(([path, , kind]) => [path, kind] as const),
  ]),
  objects: new Set(recordAt.keys()),
};

import type { Catalog, ScopeKey } from '@leastscope/scope-catalog';

/** One operation that a saved list names. The console shows operations by title; a path is there in some answers only. */
export interface SavedOperation {
  readonly method: string | null;
  readonly path: string | null;
  readonly title: string;
  /** The package that the list itself names around it: a scope key or a package id. */
  readonly package: string | null;
}

/** What a saved answer of the platform's command line tool tells. */
export interface SavedAnswer {
  readonly operations: readonly SavedOperation[];
  /** Scopes and packages that it shows as enabled. */
  readonly enabled: readonly ScopeKey[];
}

type Json = Readonly<Record<string, unknown>>;

/** Answers are some kilobytes: what nests or repeats beyond this is none. */
const deepest = 16;
const mostRecords = 20_000;

/** The names of HTTP methods by the number that the platform's reference gives them. */
const methodNumbers: Readonly<Record<number, string>> = {
  1: 'POST',
  2: 'GET',
  3: 'PUT',
  4: 'DELETE',
  5: 'PATCH',
};

/**
 * Reads what `devapi call … --json` prints, `{ method, ok, status, statusText, body }`, or the body alone. The tool passes on
 * what the platform answers, and only the names that its reference uses are sure (`interface_path`, `scope_key`, package ids):
 * so records are known by these names wherever they stand, and all other keys are passed over.
 */
export function readAnswer(json: unknown, catalog: Catalog): SavedAnswer {
  const records = recordsIn('body' in recordOf(json) ? recordOf(json)['body'] : json);
  const scopes = records.filter(({ record }) => isOn(record)).map(({ record }) => scopeIn(record, catalog));
  return {
    operations: records.flatMap(({ record, within }) => operationIn(record, within)),
    enabled: [...new Set(scopes.filter((key) => key !== null))].sort(),
  };
}

interface Found {
  readonly record: Json;
  readonly within: string | null;
}

/** Breadth first, so that what is cut off is what lies deepest. */
function recordsIn(root: unknown): readonly Found[] {
  const found: Found[] = [];
  let level: readonly { value: unknown; within: string | null }[] = [{ value: root, within: null }];
  for (let depth = 0; depth < deepest && level.length > 0 && found.length < mostRecords; depth += 1) {
    const next: { value: unknown; within: string | null }[] = [];
    for (const { value, within } of level) {
      if (Array.isArray(value))
        next.push(...value.map((item: unknown) => ({ value: asRecord(item), within })));
      else if (typeof value === 'object' && value !== null) {
        const record = value as Json;
        const inside = packageIn(record) ?? within;
        found.push({ record, within: inside });
        next.push(...Object.values(record).map((item) => ({ value: item, within: inside })));
      }
    }
    level = next;
  }
  return found.slice(0, mostRecords);
}

/** A bare list of scope keys tells the same as one of records. */
function asRecord(item: unknown): unknown {
  return typeof item === 'string' ? { scope_key: item } : item;
}

const packageKeys = ['scope_key', 'pkg_id', 'package_id'];
const pathKeys = ['interface_path', 'api_path', 'path', 'url', 'uri'];
const titleKeys = ['api_name', 'interface_name', 'title', 'name'];
const methodKeys = ['http_method', 'request_method', 'method'];
const onKeys = ['enabled', 'is_enabled', 'selected', 'is_selected', 'granted', 'is_granted'];

function packageIn(record: Json): string | null {
  return firstText(record, packageKeys);
}

function scopeIn(record: Json, { scopeByKey, scopes }: Catalog): ScopeKey | null {
  const told = packageIn(record);
  if (told === null) return null;
  if (scopeByKey.has(told)) return told;
  const known = scopes.find(({ packageId }) => packageId === told);
  if (known !== undefined) return known.key;
  return /^(seller|creator|partner)(\.[a-z_]+)+$/.test(told) ? told : null;
}

function isOn(record: Json): boolean {
  return onKeys.every((key) => record[key] !== false && record[key] !== 0);
}

function operationIn(record: Json, within: string | null): readonly SavedOperation[] {
  const path = /\/[a-z_]+\/\d{6}\/[^?#\s]+/.exec(firstText(record, pathKeys) ?? '')?.[0] ?? null;
  const title = firstText(record, titleKeys) ?? '';
  const isNamed = 'api_name' in record || 'interface_name' in record;
  if (path === null && !isNamed) return [];
  return [{ method: methodIn(record), path, title, package: within }];
}

function methodIn(record: Json): string | null {
  for (const key of methodKeys) {
    const value = record[key];
    const method = typeof value === 'string' ? value.toUpperCase() : methodNumbers[Number(value)];
    if (method !== undefined && /^(GET|POST|PUT|PATCH|DELETE)$/.test(method)) return method;
  }
  return null;
}

function firstText(record: Json, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = record[key];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return null;
}

function recordOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

import { findEndpoints } from '@leastscope/scope-catalog';
import type { Catalog, HttpMethod } from '@leastscope/scope-catalog';
import { parseDeclaration } from '../src/declaration/parse-declaration.js';
import type { Destination, FieldRead, Outflow, ResponsePart } from '../src/model/data-flow.js';
import type { Directive } from '../src/model/directives.js';
import type { Finding, RuleId } from '../src/model/finding.js';
import type { Needs, OpenCall, UnreadFile, Use } from '../src/model/needs.js';
import type { Place } from '../src/model/place.js';
import { findNeeds } from '../src/needs/find-needs.js';
import { runRules } from '../src/rules/run-rules.js';
import type { RulesInput } from '../src/rules/run-rules.js';
import { tinyCatalog } from './tiny-catalog.js';

/** The path from typed-in calls and a typed-in declaration to findings, without any source file. */

export interface Story {
  readonly yaml?: string;
  readonly uses?: readonly Use[];
  readonly open?: readonly OpenCall[];
  readonly unread?: readonly UnreadFile[];
  readonly mentions?: Needs['scopeMentions'];
  readonly publicSecrets?: Needs['publicSecrets'];
  readonly exposedSecrets?: Needs['exposedSecrets'];
  readonly pathMentions?: Needs['pathMentions'];
  readonly reads?: Needs['reads'];
  readonly outflows?: Needs['outflows'];
  readonly deletion?: Needs['deletion'];
  readonly evidence?: RulesInput['evidence'];
  readonly handledWebhooks?: Needs['handledWebhooks'];
  readonly directives?: readonly Directive[];
  readonly catalog?: Catalog;
  readonly asOf?: string;
  readonly includeTests?: boolean;
  readonly severities?: RulesInput['severities'];
  readonly horizon?: 'file' | 'project';
  readonly symbolAt?: RulesInput['symbolAt'];
  /** Texts of documents, by their paths. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Files that are there; all of them unless told otherwise. */
  readonly files?: readonly string[];
}

export function judge(story: Story): { readonly needs: Needs; readonly findings: readonly Finding[] } {
  const { catalog = tinyCatalog, includeTests = false, asOf = '2026-06-01' } = story;
  const parsed =
    story.yaml === undefined
      ? { declaration: null, mistakes: [] }
      : parseDeclaration(story.yaml, 'scope-declaration.yaml', catalog);
  const needs = findNeeds({
    uses: story.uses ?? [],
    open: story.open ?? [],
    unreached: [],
    unread: story.unread ?? [],
    scopeMentions: story.mentions ?? [],
    publicSecrets: story.publicSecrets ?? [],
    exposedSecrets: story.exposedSecrets ?? [],
    pathMentions: story.pathMentions ?? [],
    reads: story.reads ?? [],
    outflows: story.outflows ?? [],
    deletion: story.deletion ?? null,
    handledWebhooks: story.handledWebhooks ?? [],
    counts: { filesListed: 1, filesRead: 1 },
    declaration: parsed.declaration,
    catalog,
    includeTests,
  });
  const findings = runRules({
    needs,
    evidence: story.evidence ?? null,
    catalog,
    ...parsed,
    directives: story.directives ?? [],
    asOf,
    includeTests,
    severities: story.severities ?? {},
    horizon: story.horizon ?? 'project',
    symbolAt: story.symbolAt ?? (() => null),
    hasFile: (file) => story.files?.includes(file) ?? true,
    readText: (file) => story.texts?.[file] ?? null,
    hasFolder: (folder) => story.files?.some((file) => file.startsWith(`${folder}/`)) ?? true,
    foldersIn: (folder) => foldersIn(folder, story.files ?? []),
  });
  return { needs, findings };
}

function foldersIn(folder: string, files: readonly string[]): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const below = files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
  return [
    ...new Set(below.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? '')),
  ].sort();
}

/** What one rule says, as `file:line:column severity message`; silenced findings are marked. */
export function said(rule: RuleId, story: Story): readonly string[] {
  return judge(story)
    .findings.filter((finding) => finding.rule === rule)
    .map(lineOf);
}

export function lineOf({ place, severity, message, suppressed }: Finding): string {
  const by = suppressed === null ? '' : ` [silenced by ${suppressed.by}]`;
  return `${place.file}:${place.start.line}:${place.start.column} ${severity} ${message}${by}`;
}

/** `call('src/ship.ts:3', 'POST /parcel/202309/ship')`, matched as the match step would. */
export function call(
  at: string,
  text: string,
  extra: Partial<Use> = {},
  catalog: Catalog = tinyCatalog,
): Use {
  const space = text.indexOf(' ');
  const method = text.slice(0, space) as HttpMethod;
  const path = text.slice(space + 1);
  const match = path === path.trim() ? findEndpoints(catalog, method, path) : null;
  const legacy = match?.legacy[0] ?? null;
  const endpoint = match?.endpoints[0]?.id ?? legacy?.id ?? null;
  return {
    method,
    path,
    endpoint,
    fit:
      endpoint === null
        ? 'none'
        : legacy === null
          ? match?.fit === 'family'
            ? 'family'
            : 'exact'
          : 'legacy',
    state: 'needed',
    place: placeAt(at),
    pathPlace: null,
    via: [],
    fileKind: 'production',
    evidence: 'path',
    ...extra,
  };
}

export function openCall(at: string, extra: Partial<OpenCall> = {}): OpenCall {
  return {
    place: placeAt(at),
    reason: 'the path comes from a database',
    settledBy: 'nobody',
    knownPath: null,
    method: null,
    via: [],
    fileKind: 'production',
    ...extra,
  };
}

/** A part of a response: `GET /order/202507/orders data.orders[].tax`. */
function part(text: string, kind: ResponsePart['kind'], categories: readonly string[]): ResponsePart {
  const space = text.lastIndexOf(' ');
  return { endpoint: text.slice(0, space), kind, path: text.slice(space + 1), categories };
}

/**
 * `fieldRead('src/ship/a.ts:4', 'GET /order/202507/orders data.orders[].tax', ['buyer.tax'])`, of a call in the first
 * line of the same file unless told otherwise.
 */
export function fieldRead(
  at: string,
  text: string,
  categories: readonly string[],
  extra: Partial<FieldRead> = {},
): FieldRead {
  return { kind: 'read', part: part(text, 'field', categories), ...pointAt(at), ...extra };
}

/** A record read on the way to something. */
export function recordRead(at: string, text: string, categories: readonly string[]): FieldRead {
  return { kind: 'read', part: part(text, 'record', categories), ...pointAt(at) };
}

/** `outflow('src/ship/a.ts:4', 'stored', 'prisma.order.create', 'GET /order/202507/orders data.orders[]', [...])`: of a record. */
export function outflow(
  at: string,
  to: Destination,
  sink: string,
  text: string,
  categories: readonly string[],
  extra: Partial<Outflow> & { readonly of?: ResponsePart['kind'] } = {},
): Outflow {
  const { of = 'record', ...rest } = extra;
  return {
    kind: 'outflow',
    part: part(text, of, categories),
    to,
    sink,
    recipient: null,
    put: null,
    reason: null,
    takenAt: placeAt(at),
    ...pointAt(at),
    ...rest,
  };
}

function pointAt(at: string) {
  const place = placeAt(at);
  return {
    place,
    enteredBy: null,
    use: placeAt(`${place.file}:1`),
    isCertain: true,
    isBeyondImports: false,
    via: [],
    fileKind: 'production' as const,
  };
}

/** `ignore('src/a.ts:2', 'missing-scope', 'reason')` speaks of line 3. */
export function ignore(at: string, rule: string | null, reason: string | null): Directive {
  const place = placeAt(at);
  return { kind: 'ignore-next-line', rule, text: '', reason, place, appliesTo: place.start.line + 1 };
}

export function claim(at: string, purpose: string, appliesTo: number | 'file' = 'file'): Directive {
  return { kind: 'purpose', rule: null, text: purpose, reason: null, place: placeAt(at), appliesTo };
}

export function placeAt(text: string): Place {
  const [file = '', line = '1', column = '1'] = text.split(':');
  const start = { line: Number(line), column: Number(column) };
  return { file, start, end: { line: start.line, column: start.column + 10 } };
}

/** A declaration that is clean for shop, order and parcel calls; parts can be swapped. */
export function declare(
  parts: { readonly scopes?: string; readonly purposes?: string; readonly more?: string } = {},
): string {
  return `app: { name: Tiny, type: public, tokens: [seller] }
requestedScopes: [${parts.scopes ?? 'shop.info, order.info, parcel.basic'}]
purposes:
${parts.purposes ?? `${connect}${ship}`}${parts.more ?? ''}`;
}

export const connect = `  - id: connect
    kind: connecting
    text: Identify the shop that the seller connected to the app.
    code: [src/connect/**]
    retention: { period: P1Y, after: account.closed, onDeauthorization: P1D }
`;

export const ship = `  - id: ship
    kind: shipping
    text: Create shipping labels for orders that the seller has to dispatch.
    code: [src/ship/**]
    retention: { period: P30D, after: order.completed, onDeauthorization: P7D }
`;

export const read = `  - id: read
    kind: reading
    text: Show the seller the list of orders that are waiting.
    code: [src/read/**]
    retention: { period: P30D, after: order.completed, onDeauthorization: P7D }
`;

/** Calls that need exactly what \`declare()\` requests. */
export const cleanCalls: readonly Use[] = [
  call('src/connect/shops.ts:1', 'GET /shop/202309/shops'),
  call('src/ship/orders.ts:1', 'GET /order/202507/orders'),
  call('src/ship/parcel.ts:1', 'POST /parcel/202309/ship'),
];

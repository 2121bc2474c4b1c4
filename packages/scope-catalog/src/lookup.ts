import { firstKey, indexOf } from './endpoint-index.js';
import type { EndpointIndex, Template, TemplateTable } from './endpoint-index.js';
import { readPath } from './path-shape.js';
import { platformPaths, type PlatformPaths } from './platform-path.js';
import type { PathShape, Segment } from './path-shape.js';
import type { Catalog, Endpoint, EndpointMatch, HttpMethod, LegacyEndpoint } from './types.js';

/** How a template fits: how many fixed words agree, and what had to be assumed. */
interface Fit<Row> {
  readonly row: Row;
  readonly sameWords: number;
  /** The very version, or only the operation. */
  readonly sameVersion: boolean;
  /** A hole of the path stood for fixed text of the template. */
  readonly loose: boolean;
}

interface HasMethod {
  readonly method: HttpMethod;
}

/**
 * What a method and a path without host fit. Concrete ids, templates and paths with holes are all understood:
 * `findEndpoints(catalog, 'GET', '/product/{version}/products/123')`. Null when nothing fits.
 */
export function findEndpoints(
  catalog: Catalog,
  method: HttpMethod | null,
  path: string,
): EndpointMatch | null {
  const shape = readPath(path);
  if (!shape) return null;
  const index = indexOf(catalog);
  const { isVersion } = platformPaths(catalog);
  const endpoints = fitsIn(index.endpoints, shape, isVersion);
  const legacy = fitsIn(index.legacy, shape, isVersion);
  return strictMatch(index, method, endpoints, legacy) ?? looseMatch(method, endpoints, legacy);
}

function strictMatch(
  index: EndpointIndex,
  method: HttpMethod | null,
  endpoints: readonly Fit<Endpoint>[],
  legacy: readonly Fit<LegacyEndpoint>[],
): EndpointMatch | null {
  const best = mostSpecific(endpoints.filter((fit) => !fit.loose)).filter((fit) => allows(method, fit.row));
  const old = mostSpecific(legacy.filter((fit) => !fit.loose)).filter((fit) => allows(method, fit.row));
  if (best.length + old.length === 0) return null;
  const exact = best.filter((fit) => fit.sameVersion);
  const oldRows = old.map((fit) => fit.row);
  if (exact.length + old.length > 0)
    return { endpoints: exact.map((fit) => fit.row), legacy: oldRows, fit: 'exact' };
  const families = [...new Set(best.map((fit) => fit.row.family))];
  return {
    endpoints: families.flatMap((family) => index.byFamily.get(family) ?? []),
    legacy: [],
    fit: 'family',
  };
}

function looseMatch(
  method: HttpMethod | null,
  endpoints: readonly Fit<Endpoint>[],
  legacy: readonly Fit<LegacyEndpoint>[],
): EndpointMatch | null {
  const fits = endpoints.filter((fit) => fit.loose && allows(method, fit.row));
  const exact = fits.filter((fit) => fit.sameVersion);
  const rows = (exact.length > 0 ? exact : fits).map((fit) => fit.row);
  const oldRows = legacy.filter((fit) => fit.loose && allows(method, fit.row)).map((fit) => fit.row);
  return rows.length + oldRows.length === 0 ? null : { endpoints: rows, legacy: oldRows, fit: 'loose' };
}

function allows(method: HttpMethod | null, row: HasMethod): boolean {
  return method === null || row.method === method;
}

/**
 * The method is not looked at yet: `GET …/products/search` is the wrong method of the search, not a product that
 * happens to be called "search".
 */
function mostSpecific<Row>(fits: readonly Fit<Row>[]): readonly Fit<Row>[] {
  const most = Math.max(0, ...fits.map((fit) => fit.sameWords));
  return fits.filter((fit) => fit.sameWords === most);
}

function fitsIn<Row>(
  table: TemplateTable<Row>,
  shape: PathShape,
  isVersion: PlatformPaths['isVersion'],
): readonly Fit<Row>[] {
  return candidates(table, shape)
    .map((template) => fitOf(template, shape, isVersion))
    .filter((fit) => fit !== null);
}

function candidates<Row>(table: TemplateTable<Row>, shape: PathShape): readonly Template<Row>[] {
  const [first] = shape.segments;
  if (shape.openEnded) return table.all.filter((template) => template.texts.length >= shape.segments.length);
  if (first?.kind !== 'text') return table.byCount.get(shape.segments.length) ?? [];
  return table.byCountAndFirst.get(firstKey(shape.segments.length, first.text)) ?? [];
}

function fitOf<Row>(
  template: Template<Row>,
  shape: PathShape,
  isVersion: PlatformPaths['isVersion'],
): Fit<Row> | null {
  let sameWords = 0;
  let sameVersion = true;
  let loose = false;
  for (const [at, text] of template.texts.entries()) {
    const asked = shape.segments[at];
    const agreement =
      at === template.versionAt ? versionAgreement(text, asked, isVersion) : wordAgreement(text, asked);
    if (agreement === 'no') return null;
    if (agreement === 'word') sameWords += 1;
    if (agreement === 'other version') sameVersion = false;
    if (agreement === 'assumed') loose = true;
  }
  return { row: template.row, sameWords, sameVersion, loose };
}

type Agreement = 'word' | 'placeholder' | 'version' | 'other version' | 'assumed' | 'no';

/** `undefined` stands for the open end of a path. */
function wordAgreement(text: string | null, asked: Segment | undefined): Agreement {
  if (text === null) return isEmpty(asked) || isName(asked) ? 'no' : 'placeholder';
  if (asked?.kind === 'text') return asked.text === text ? 'word' : 'no';
  if (asked?.kind === 'part') return asked.pattern.test(text) ? 'assumed' : 'no';
  return 'assumed';
}

/** A version that the operation does not have is another version of it; what is no version at all fits nothing. */
function versionAgreement(
  text: string | null,
  asked: Segment | undefined,
  isVersion: PlatformPaths['isVersion'],
): Agreement {
  if (asked?.kind === 'text' && asked.text === text) return 'version';
  if (asked?.kind === 'text') return isVersion(asked.text) ? 'other version' : 'no';
  return 'other version';
}

function isEmpty(segment: Segment | undefined): boolean {
  return segment?.kind === 'text' && segment.text === '';
}

/** Ids of the platform are numbers: a fixed word in the place of one (`/products/reviews`) names a path of its own. */
function isName(segment: Segment | undefined): boolean {
  return segment?.kind === 'text' && segment.text.length > 3 && /^[a-z]+(?:[_-][a-z]+)*$/.test(segment.text);
}

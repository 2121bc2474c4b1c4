import type { Catalog } from '@leastscope/scope-catalog';
import type { FieldRead, Flows, Outflow, ResponsePart } from '../../model/data-flow.js';
import type { Span } from '../../model/facts.js';
import { tellsOutcome } from '../../lookups/answer-envelope.js';
import { isWholeAnswerKnown, legacyFieldsOf } from '../../lookups/legacy-fields.js';
import { isWithin } from '../../lookups/response-path.js';
import { resolveEndpoint } from '../../lookups/resolve-endpoint.js';
import { fileKind } from '../../lookups/file-kind.js';
import type { Use } from '../../model/needs.js';
import { comparePlaces, compareText, keyOfPlace } from '../../lookups/places.js';
import type { Place } from '../../model/place.js';
import { addTo } from '../../util/add-to.js';
import { oncePer } from '../../util/once-per.js';
import { groupBy } from '../../util/group-by.js';
import type { Tracker } from '../domain/tracker.js';
import type { ImportReach } from '../tracking/import-reach.js';
import { asPartOfWhole, matchSchema } from './match-schema.js';
import { isSameSource, responseTo, type Source } from '../domain/source.js';
import { derive, leftOnly, sourcePath, tellsRecord, type AccessPath } from '../domain/access-path.js';
import { placeOfSpan } from '../tracking/place-of-span.js';
import { isInside } from '../../lookups/is-inside.js';
import { asEscape, type Taker, type FlowHit } from './flow-hit.js';

interface Telling {
  readonly tracker: Tracker;
  readonly catalog: Catalog;
  readonly reach: ImportReach;
  /** The files that were looked through. */
  readonly files: readonly string[];
  readonly seen: readonly FlowHit[];
  /** Uses whose helper does something with the answer that is not followed. */
  readonly unfollowed: readonly Use[];
}

/** Hits by the fields that they are of, each once, sorted by place. */
export function resolveHits(telling: Telling): Omit<Flows, 'exposedSecrets'> {
  const usesByRequest = requestsOf(telling);
  const points = new Map<string, FieldRead | Outflow>();
  const all = [...withoutInner(telling.seen), ...lostHits(telling)];
  for (const hit of all.flatMap((one) => withUses(one, usesByRequest, telling))) {
    const point = pointOf(telling, hit);
    if (point === null) continue;
    const key = keyOfPoint(point);
    const known = points.get(key);
    points.set(key, known === undefined ? point : bothOf(known, point));
  }
  const sorted = [...points.values()].sort(compare);
  const outflows = sorted.filter((point) => point.kind === 'outflow');
  return {
    reads: sorted.filter((point) => point.kind === 'read'),
    outflows: outflows.filter((point) => !isEvidenceOnly(point)),
    escapedFields: outflows.filter(isEvidenceOnly),
  };
}

/** Uses by the request that their helpers send in the end, as the text of its place. */
function requestsOf({ tracker, files }: Telling): ReadonlyMap<string, readonly Use[]> {
  const byPlace = new Map<string, Use[]>();
  for (const use of usesIn(tracker, files)) {
    for (const { place } of use.via) addTo(byPlace, keyOfPlace(place), use);
  }
  return byPlace;
}

function usesIn({ program }: Tracker, files: readonly string[]): readonly Use[] {
  return files.flatMap((file) => program.asking(file).flatMap(program.uses));
}

/** What a helper does with every response it gets, it does for each use that goes through it. */
function withUses(
  hit: FlowHit,
  usesByRequest: ReadonlyMap<string, readonly Use[]>,
  { tracker, reach }: Telling,
): readonly FlowHit[] {
  const { path: of, place } = hit;
  if (of.source.kind !== 'request') return [hit];
  const { file, call } = of.source.site;
  const fact = tracker.program.facts(file)?.calls[call];
  if (fact === undefined) return [];
  const uses = usesByRequest.get(keyOfPlace(placeOfSpan(tracker, file, fact.span))) ?? [];
  return uses
    .filter((use) => use.endpoint !== null)
    .map((use) => {
      const isAway = use.place.file !== place.file && !reach.imports(place.file, use.place.file);
      const enteredBy = of.enteredBy ?? (isAway ? use.place : null);
      return { ...hit, path: derive(of, { source: responseTo(use), enteredBy }) };
    });
}

/** No stretch of code stands for it. */
const nowhere: Span = [-1, -1];

/** A use whose helper cannot be followed: its answer may have gone anywhere in there. */
function lostHits({ tracker, files, unfollowed }: Telling): readonly FlowHit[] {
  const requests = requestPlaces(tracker, files);
  const uses = tracker.isExhausted
    ? usesIn(tracker, files)
    : unfollowed.filter(({ via }) => !via.some(({ place }) => requests.has(keyOfPlace(place))));
  return uses
    .filter(({ endpoint }) => endpoint !== null)
    .map((use) => ({
      path: sourcePath(responseTo(use)),
      place: use.place,
      span: nowhere,
      ...asEscape('', 'what its helper does with the response could not be followed'),
    }));
}

/** Requests whose answers are followed from where they are sent, whatever the helper gives back. */
function requestPlaces(tracker: Tracker, files: readonly string[]): ReadonlySet<string> {
  const { requests, facts } = tracker.program;
  const places = files.flatMap((file) =>
    requests(file)
      .flatMap(({ call }) => facts(file)?.calls[call] ?? [])
      .map(({ span }) => keyOfPlace(placeOfSpan(tracker, file, span))),
  );
  return new Set(places);
}

/** `save(JSON.stringify(order))` is said of `save` alone. */
function withoutInner(seen: readonly FlowHit[]): readonly FlowHit[] {
  const outer = groupBy(
    seen.filter(({ to }) => to !== 'read' && to !== 'serialised'),
    ({ place }) => place.file,
  );
  return seen.filter((one) => {
    if (one.to !== 'serialised') return true;
    const others = outer.get(one.place.file) ?? [];
    return !others.some((other) => isInside(one.span, other.span) && samePath(one.path, other.path));
  });
}

function samePath(a: AccessPath, b: AccessPath): boolean {
  return isSameSource(a.source, b.source) && a.fields.join('.') === b.fields.join('.');
}

function pointOf({ catalog, reach }: Telling, hit: FlowHit): FieldRead | Outflow | null {
  const point = pointsOfHits(catalog)(hit);
  if (point === null) return null;
  const { place, enteredBy, use } = point;
  return isSeenFrom(reach, (enteredBy ?? place).file, [place.file, use.file]) ? point : beyondImports(point);
}

/** All but that comes from the hit itself. Hits are kept from run to run, so most were asked before. */
const pointsOfHits = oncePer((catalog: Catalog) =>
  oncePer((hit: FlowHit) => pointWithinImports(catalog, hit)),
);

const beyondImports = oncePer((point: FieldRead | Outflow): FieldRead | Outflow => ({
  ...point,
  isBeyondImports: true,
}));

function pointWithinImports(catalog: Catalog, hit: FlowHit): FieldRead | Outflow | null {
  const { path: of, to, sink, recipient, reason } = hit;
  const found = matchSchema(catalog, of);
  if (!isSettled(of.source) || found === null) return null;
  const located = isKept(to) ? (asPartOfWhole(catalog, found) ?? found) : found;
  if (isOfTokens(catalog, of.source) && !isExposing(located, to)) return null;
  const isPutHere = to !== 'read' && to !== 'logged' && of.put?.file === hit.place.file;
  // Where the record is put into an object says more than where that object is sent on.
  const where = whereOf(located, of, originOf(catalog, of.source, located), isPutHere ? of.put : hit.place);
  if (to === 'read') return isWorthTelling(located) ? { kind: 'read', ...where } : null;
  if (!isCarried(located, of, to)) return null;
  const put = isPutHere ? null : of.put;
  return { kind: 'outflow', ...where, to, sink, recipient, takenAt: hit.place, put, reason };
}

/** Every app asks for tokens to exist: what it reads of the answer is nothing to tell, only where the tokens go. */
function isOfTokens(catalog: Catalog, source: Settled): boolean {
  return source.kind === 'response' && resolveEndpoint(catalog, source.use).endpoint?.host === 'auth';
}

function isExposing({ categories }: ResponsePart, to: Taker['to']): boolean {
  return to !== 'read' && to !== 'escaped' && to !== 'serialised' && categories.includes('credential.token');
}

/** Where data came into the code. */
interface Origin extends Pick<Use, 'place' | 'via'> {
  readonly isCertain: boolean;
}

function originOf(catalog: Catalog, source: Settled, located: ResponsePart): Origin {
  if (source.kind === 'webhook') return { place: source.place, via: [], isCertain: true };
  const { use } = source;
  const isCertain = use.state === 'needed' && isAnswerKnown(catalog, use, located);
  return { place: use.place, via: use.via, isCertain };
}

type Settled = Exclude<Source, { kind: 'request' | 'secret' }>;

/** Data of the platform, of an endpoint or a webhook that is known. */
function isSettled(source: Source): source is Settled {
  return source.kind === 'response' || source.kind === 'webhook';
}

function whereOf(located: ResponsePart, of: AccessPath, origin: Origin, place: Place) {
  const enteredBy = of.enteredBy?.file === place.file ? null : of.enteredBy;
  return {
    isBeyondImports: false,
    part: located,
    place,
    enteredBy,
    use: origin.place,
    isCertain: origin.isCertain,
    via: origin.via,
    fileKind: fileKind((enteredBy ?? place).file),
  };
}

/**
 * The catalog's fields are those of today. Of the first generation only its own names are known, and of the whole only
 * where all of it is.
 */
function isAnswerKnown(catalog: Catalog, use: Use, { kind, path }: ResponsePart): boolean {
  if (use.fit !== 'legacy') return true;
  const legacy = resolveEndpoint(catalog, use).legacy?.path ?? '';
  if (kind === 'record') return isWholeAnswerKnown(catalog, legacy);
  return legacyFieldsOf(catalog, legacy).some((row) => isWithin(path, row.path.replace(/\.\*$/, '')));
}

/** Unwrapping an answer down to its list of records asks for nobody's data yet. */
function isWorthTelling({ kind, path }: ResponsePart): boolean {
  if (kind === 'record') return !/^data(?:\.\w+\[\])?$/.test(path);
  return !tellsOutcome(path);
}

/** Fields that the catalog does not name are of interest as reads only; a record in a text is no more than a word. */
function isCarried({ kind, categories }: ResponsePart, of: AccessPath, to: Taker['to']): boolean {
  if (kind === 'record') return tellsRecord(of) && (categories.length > 0 || leftOnly(of.without) === null);
  return categories.length > 0 && to !== 'serialised';
}

/**
 * One value that goes where nobody can look, or that the catalog knows only as some part of the whole: no rule speaks of
 * it, the evidence does.
 */
function isEvidenceOnly({ to, part }: Outflow): boolean {
  return part.kind === 'field' && (to === 'escaped' || (isKept(to) && part.isSomeOf === true));
}

/** It stays somewhere, or somebody else has it then. */
function isKept(to: Taker['to']): boolean {
  return to === 'stored' || to === 'sent';
}

/** Whether a file sees others by its imports. Only then is the same said of it when it is judged alone. */
function isSeenFrom(reach: ImportReach, from: string, files: readonly string[]): boolean {
  return files.every((file) => file === from || reach.imports(from, file));
}

const keyOfPoint = oncePer((point: FieldRead | Outflow): string => {
  const { part: of, place, enteredBy, use } = point;
  const how =
    point.kind === 'read'
      ? 'read'
      : `${point.to} ${point.sink} ${point.recipient ?? ''} ${keyOfPlace(point.takenAt)}`;
  const where = [place, enteredBy ?? place, use].map(keyOfPlace).join(' ');
  return `${how} ${of.endpoint} ${of.path} ${where}`;
});

/**
 * A record may come to one place by several ways, with something taken out on one of them: what goes there is all that comes by
 * any. Whichever way was seen first.
 */
function bothOf(one: FieldRead | Outflow, other: FieldRead | Outflow): FieldRead | Outflow {
  if (one === other) return one;
  const told = compareText(toldBeside(one), toldBeside(other)) <= 0 ? one : other;
  const categories = [...new Set([...one.part.categories, ...other.part.categories])].sort();
  return categories.length === told.part.categories.length
    ? told
    : { ...told, part: { ...told.part, categories } };
}

/** All that a point tells but the categories. */
const toldBeside = oncePer((point: FieldRead | Outflow): string =>
  JSON.stringify({ ...point, part: { ...point.part, categories: [] } }),
);

function compare(a: FieldRead | Outflow, b: FieldRead | Outflow): number {
  return (
    comparePlaces(a.place, b.place) ||
    comparePlaces(a.use, b.use) ||
    compareText(keyOfPoint(a), keyOfPoint(b))
  );
}

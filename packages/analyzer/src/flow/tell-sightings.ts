import type { Catalog } from '@leastscope/scope-catalog';
import type { FieldRead, Outflow, ResponsePart } from '../model/data-flow.js';
import { fileKind } from '../model/file-kind.js';
import type { Use } from '../model/needs.js';
import { comparePlaces, compareText, keyOfPlace, type Place } from '../model/place.js';
import type { Flow } from './flow.js';
import type { ImportReach } from './import-reach.js';
import { locatePart } from './locate-part.js';
import { changed, wholeAnswer, type Part } from './part.js';
import { placeIn } from './place-in.js';
import type { Sighting } from './sighting.js';

interface Telling {
  readonly flow: Flow;
  readonly catalog: Catalog;
  readonly reach: ImportReach;
  /** The files that were looked through. */
  readonly files: readonly string[];
  readonly seen: readonly Sighting[];
}

/** Sightings by the fields they are of, each once, sorted by place. */
export function tellSightings(telling: Telling): {
  readonly reads: readonly FieldRead[];
  readonly outflows: readonly Outflow[];
} {
  const usesByRequest = requestsOf(telling);
  const points = new Map<string, FieldRead | Outflow>();
  const all = [...withoutInner(telling.seen), ...unfollowed(telling)];
  for (const sighting of all.flatMap((one) => withUses(one, usesByRequest, telling))) {
    const point = pointOf(telling, sighting);
    if (point === null) continue;
    points.set(keyOfPoint(point), points.get(keyOfPoint(point)) ?? point);
  }
  const sorted = [...points.values()].sort(compare);
  return {
    reads: sorted.filter((point) => point.kind === 'read'),
    outflows: sorted.filter((point) => point.kind === 'outflow'),
  };
}

/** Uses by the request that their helpers send in the end, as the text of its place. */
function requestsOf({ flow, files }: Telling): ReadonlyMap<string, readonly Use[]> {
  const byPlace = new Map<string, Use[]>();
  for (const use of usesIn(flow, files)) {
    for (const { place } of use.via) {
      const key = keyOfPlace(place);
      byPlace.set(key, [...(byPlace.get(key) ?? []), use]);
    }
  }
  return byPlace;
}

function usesIn({ code }: Flow, files: readonly string[]): readonly Use[] {
  return files.flatMap((file) =>
    (code.facts(file)?.calls ?? []).flatMap((_, call) => code.uses({ file, call })),
  );
}

/** What a helper does with every response it gets, it does for each use that goes through it. */
function withUses(
  sighting: Sighting,
  usesByRequest: ReadonlyMap<string, readonly Use[]>,
  { flow, reach }: Telling,
): readonly Sighting[] {
  const { part: of, span } = sighting;
  if (of.use !== null) return [sighting];
  const [file = '', call = ''] = of.request.split('#');
  const fact = flow.code.facts(file)?.calls[Number(call)];
  if (fact === undefined) return [];
  const uses = usesByRequest.get(keyOfPlace(placeIn(flow, file, fact.span))) ?? [];
  return uses
    .filter((use) => use.endpoint !== null)
    .map((use) => {
      const isAway = use.place.file !== span.file && !reach.imports(span.file, use.place.file);
      const handed = of.handed ?? (isAway ? use.place : null);
      return { ...sighting, part: changed(of, { use, request: '', handed }) };
    });
}

/** A use whose helper cannot be followed: its answer may have gone anywhere in there. */
function unfollowed({ flow, files }: Telling): readonly Sighting[] {
  const requests = requestPlaces(flow, files);
  const uses = flow.isExhausted
    ? usesIn(flow, files)
    : [...flow.unfollowed].filter(({ via }) => !via.some(({ place }) => requests.has(keyOfPlace(place))));
  return uses
    .filter(({ endpoint }) => endpoint !== null)
    .map((use) => ({
      part: wholeAnswer(use, ''),
      place: use.place,
      to: 'escaped',
      sink: '',
      recipient: null,
      reason: 'what its helper does with the response could not be followed',
      span: { file: use.place.file, start: -1, end: -1 },
    }));
}

/** Requests whose answers are followed from where they are sent, whatever the helper gives back. */
function requestPlaces(flow: Flow, files: readonly string[]): ReadonlySet<string> {
  const places = files.flatMap((file) =>
    (flow.code.facts(file)?.calls ?? []).flatMap(({ span }, call) =>
      flow.code.isRequest({ file, call }) ? [keyOfPlace(placeIn(flow, file, span))] : [],
    ),
  );
  return new Set(places);
}

/** `save(JSON.stringify(order))` is said of `save` alone. */
function withoutInner(seen: readonly Sighting[]): readonly Sighting[] {
  const outer = seen.filter(({ to }) => to !== 'read' && to !== 'serialised');
  return seen.filter((one) => {
    if (one.to !== 'serialised') return true;
    return !outer.some((other) => isInside(one, other) && samePart(one.part, other.part));
  });
}

function isInside({ span }: Sighting, { span: outer }: Sighting): boolean {
  return span.file === outer.file && outer.start <= span.start && span.end <= outer.end;
}

function samePart(a: Part, b: Part): boolean {
  return a.use === b.use && a.request === b.request && a.steps.join('.') === b.steps.join('.');
}

/** What is said of a response as such, and not of anybody's data in it. */
const envelope = /^data\.(?:code|message|request_id|status|ok|success|error|msg)$/;

function pointOf(telling: Telling, sighting: Sighting): FieldRead | Outflow | null {
  const { part: of, to, sink, recipient, reason } = sighting;
  const located = locatePart(telling.catalog, of);
  if (of.use === null || located === null) return null;
  const isPutHere = to !== 'read' && of.put?.file === sighting.place.file;
  // Where the record is put into an object says more than where that object is sent on.
  const where = whereOf(telling, located, of, of.use, isPutHere ? of.put : sighting.place);
  if (to === 'read') return isWorthTelling(located) ? { kind: 'read', ...where } : null;
  if (!isCarried(located, of, to)) return null;
  return { kind: 'outflow', ...where, to, sink, recipient, put: isPutHere ? null : of.put, reason };
}

function whereOf(telling: Telling, located: ResponsePart, of: Part, use: Use, place: Place) {
  const handed = of.handed?.file === place.file ? null : of.handed;
  return {
    isDistant: !isSeenFrom(telling, (handed ?? place).file, [place.file, use.place.file]),
    part: located,
    place,
    handed,
    use: use.place,
    isSure: use.fit !== 'legacy' && use.state === 'needed',
    via: use.via,
    fileKind: fileKind((handed ?? place).file),
  };
}

/** Unwrapping an answer down to its list of records asks for nobody's data yet. */
function isWorthTelling({ kind, path }: ResponsePart): boolean {
  if (kind === 'record') return !/^data(?:\.\w+\[\])?$/.test(path);
  return !envelope.test(path);
}

/** Fields that the catalog does not name are of interest as reads only; a record in a text is no more than a word. */
function isCarried({ kind, categories }: ResponsePart, { form }: Part, to: Sighting['to']): boolean {
  if (kind === 'record') return form !== 'text';
  return categories.length > 0 && to !== 'escaped' && to !== 'serialised';
}

/** Whether a file sees others by its imports. Only then is the same said of it when it is judged alone. */
function isSeenFrom({ reach }: Telling, from: string, files: readonly string[]): boolean {
  return files.every((file) => file === from || reach.imports(from, file));
}

function keyOfPoint(point: FieldRead | Outflow): string {
  const { part: of, place, handed, use } = point;
  const how = point.kind === 'read' ? 'read' : `${point.to} ${point.sink}`;
  const where = [place, handed ?? place, use].map(keyOfPlace).join(' ');
  return `${how} ${of.endpoint} ${of.path} ${where}`;
}

function compare(a: FieldRead | Outflow, b: FieldRead | Outflow): number {
  return (
    comparePlaces(a.place, b.place) ||
    comparePlaces(a.use, b.use) ||
    compareText(keyOfPoint(a), keyOfPoint(b))
  );
}

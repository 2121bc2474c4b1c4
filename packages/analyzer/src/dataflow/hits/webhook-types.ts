import type { Catalog } from '@leastscope/scope-catalog';
import { payloadFieldsOfWebhook } from '@leastscope/scope-catalog';
import { keyOfPlace } from '../../lookups/places.js';
import { webhookTypesNamed } from '../../lookups/webhook-types-named.js';
import type { TypeComparison } from '../../model/facts.js';
import type { Place } from '../../model/place.js';
import { derive, type AccessPath } from '../domain/access-path.js';
import { allPaths } from '../domain/taint-value.js';
import { anyCallerActivation, type Tracker } from '../domain/tracker.js';
import { placeOfSpan } from '../tracking/place-of-span.js';
import { tabledHandlers } from '../tracking/tabled-handlers.js';
import { mayTakeWebhook } from '../tracking/webhook-bodies.js';
import { once } from '../../util/once.js';
import { createCallersIn, typesAt, type CallersIn, type TypedStretch } from './webhook-branches.js';
import type { FlowHit } from './flow-hit.js';

export interface WebhookInput {
  readonly tracker: Tracker;
  readonly catalog: Catalog;
  readonly files: readonly string[];
  readonly seen: readonly FlowHit[];
  /** The types that the app declares to be sent. */
  readonly declared: readonly number[];
}

/**
 * What is done with bodies of webhooks, by type: those that the code compares the type with, and those that are
 * declared. A body of which nobody asks the type and the shop is none of the platform's, and is left out.
 */
export function withWebhookTypes(input: WebhookInput): readonly FlowHit[] {
  const bodies = platformBodies(input.catalog, input.seen);
  if (bodies.size === 0) return input.seen.filter(({ path }) => path.source.kind !== 'webhook');
  const stretches = input.files.flatMap((file) => stretchesOf(input, file));
  const elsewhere = once(() => typesAskedFor(input));
  const callersIn = createCallersIn(input.tracker.program);
  return input.seen.flatMap((hit) => {
    const { source } = hit.path;
    if (source.kind !== 'webhook') return [hit];
    if (!bodies.has(keyOfPlace(source.place)) || isVerification(hit)) return [];
    return typesOf({ ...input, elsewhere, callersIn }, hit, source.place, stretches).map((type) => ({
      ...hit,
      path: derive(hit.path, { source: { ...source, type } }),
    }));
  });
}

/** Bodies that are asked for their type, and for the shop or the notification that only the platform's have. */
function platformBodies({ platform }: Catalog, seen: readonly FlowHit[]): ReadonlySet<string> {
  const asked = (names: readonly string[]): ReadonlySet<string> =>
    new Set(
      seen.flatMap(({ path, to }) =>
        to === 'read' && path.source.kind === 'webhook' && names.includes(path.fields.join('.'))
          ? [keyOfPlace(path.source.place)]
          : [],
      ),
    );
  const { type, besideType } = platform.webhooks;
  const typed = asked([type]);
  return new Set([...asked(besideType)].filter((key) => typed.has(key)));
}

/** Whether a body was really sent by the platform is no use of what is in it. */
function isVerification({ to, sink }: FlowHit): boolean {
  return (
    to === 'escaped' && /(?:^|\.)(?:update|digest|timingSafeEqual|verify\w*|sign\w*|check\w*)$/i.test(sink)
  );
}

function stretchesOf(input: WebhookInput, file: string): readonly TypedStretch[] {
  return [...comparedIn(input, file), ...tabledIn(input, file)];
}

/** The functions of a table that is asked by the type: each runs for its own. */
function tabledIn({ tracker, catalog }: WebhookInput, file: string): readonly TypedStretch[] {
  const facts = tracker.program.facts(file);
  if (facts === null || !mayTakeWebhook(catalog, facts)) return [];
  return tabledHandlers(tracker.program, file).flatMap(({ type, handler, of }) => {
    const span =
      handler === null ? undefined : tracker.program.facts(handler.file)?.functions[handler.function]?.span;
    const holds = handler === null || span === undefined ? null : placeOfSpan(tracker, handler.file, span);
    const asked = allPaths(tracker.evaluate(of, anyCallerActivation(tracker, file)));
    return asked.flatMap((path) => bodyOfType(catalog, path)).map((body) => ({ body, holds, type }));
  });
}

function comparedIn({ tracker, catalog }: WebhookInput, file: string): readonly TypedStretch[] {
  const comparisons = tracker.program.facts(file)?.typeComparisons ?? [];
  return comparisons.flatMap((comparison) => {
    const bodies = allPaths(tracker.evaluate(comparison.of, anyCallerActivation(tracker, file))).flatMap(
      (path) => bodyOfType(catalog, path),
    );
    if (bodies.length === 0) return [];
    const holds = comparison.holds === null ? null : placeOfSpan(tracker, file, comparison.holds);
    const types = typesCompared(tracker, catalog, file, comparison);
    return bodies.flatMap((body) => types.map((type) => ({ body, holds, type })));
  });
}

function bodyOfType({ platform }: Catalog, { source, fields }: AccessPath): readonly string[] {
  return source.kind === 'webhook' && fields.join('.') === platform.webhooks.type
    ? [keyOfPlace(source.place)]
    : [];
}

/** All types that the code asks for anywhere: a body that is kept first, and taken apart by a job later, is one of these. */
function typesAskedFor({ tracker, catalog, files }: WebhookInput): readonly number[] {
  return files.flatMap((file) => {
    const facts = tracker.program.facts(file);
    if (facts === null || !mayTakeWebhook(catalog, facts)) return [];
    return facts.typeComparisons.flatMap((one) => typesCompared(tracker, catalog, file, one));
  });
}

/** Numbers, and names of events. */
function typesCompared(
  { program }: Tracker,
  catalog: Catalog,
  file: string,
  { value, function: inside }: TypeComparison,
): readonly number[] {
  return webhookTypesNamed(catalog, program.textsOf(file, inside, value) ?? []);
}

interface TypesInput extends WebhookInput {
  /** The types that are asked for anywhere. */
  readonly elsewhere: () => readonly number[];
  readonly callersIn: CallersIn;
}

/** In a branch of its own, or in what is called there, the type that leads there; elsewhere all that may arrive. */
function typesOf(
  { catalog, tracker, declared, elsewhere, callersIn }: TypesInput,
  { place, path: { enteredBy } }: FlowHit,
  body: Place,
  stretches: readonly TypedStretch[],
): readonly number[] {
  const compared = stretches.filter((one) => one.body === keyOfPlace(body));
  const here = [place, ...(enteredBy === null ? [] : [enteredBy])];
  const decided = here
    .map((at) => typesAt(tracker.program, callersIn, compared, at))
    .find((types) => types !== null);
  const named = decided ?? [...compared.map(({ type }) => type), ...declared];
  const all = decided === undefined && named.length === 0 ? elsewhere() : named;
  const known = [...new Set(all)].filter((type) => payloadFieldsOfWebhook(catalog, type).length > 0);
  return known.sort((a, b) => a - b);
}

import type { Catalog } from '@leastscope/scope-catalog';
import type { DeletionEvidence, WayIn } from '../../model/data-flow.js';
import { keyOfPlace } from '../../lookups/places.js';
import { placeOf } from '../../lookups/place-of.js';
import { webhookTypesNamed } from '../../lookups/webhook-types-named.js';
import type { Program } from '../../model/program.js';
import type { Place, RelatedPlace } from '../../model/place.js';
import { callersOf, type Caller } from './callers-of.js';
import { effectsIn, placeOfFunction } from './deletion-effects.js';
import { functionNamed } from './function-named.js';
import { reachedBy, type FunctionAt } from './reached-functions.js';
import { wayHolds } from './way-holds.js';
import { waysTo } from './ways-to.js';
import { isInside } from '../../lookups/is-inside.js';

export interface DeletionInput {
  readonly program: Program;
  readonly catalog: Catalog;
  /** The declared handler: `src/webhooks/deauthorize.ts#onDeauthorized`, relative to the root. */
  readonly handler: string;
  /** Files whose calls were resolved: any of them may call it. */
  readonly files: readonly string[];
  /** Files that import something of the handler's file: these may call it too. */
  readonly importersOf: (file: string) => readonly string[];
  /** The webhooks that tell this app of a withdrawal. */
  readonly types: readonly number[];
}

const absent: DeletionEvidence = {
  handler: null,
  deletions: [],
  flags: [],
  isOpen: false,
  reachedFrom: [],
  ways: [],
  isMissed: false,
  mistakenTypes: [],
};

/** The type of the webhook that tells of a product's status; taken for the end of an authorization by mistake. */
const productStatus = '5';

/** What the declared deletion handler does, and who calls it. */
export function findDeletion(input: DeletionInput): DeletionEvidence {
  const { program, catalog, handler } = input;
  const [file = '', name = 'default'] = handler.split('#');
  const found = functionNamed(program, file, name);
  if (found === null) return absent;
  const reached = reachedBy(program, found);
  const effects = reached.flatMap((one) => effectsIn(program, catalog, one));
  const files = [...new Set([...input.files, file, ...input.importersOf(file)])].sort();
  const callers = callersOf(program, files, found);
  const ways = waysTo(input, found);
  return {
    handler: placeOfFunction(program, found),
    deletions: effects.filter(({ effect }) => effect === 'deletes').map(({ seen }) => seen),
    flags: effects.filter(({ effect }) => effect === 'flags').map(({ seen }) => seen),
    isOpen: effects.some(({ effect }) => effect === 'open'),
    reachedFrom: distinctPlaces(ways.map(({ seen }) => seen)),
    ways,
    isMissed: isMissed(input, found, ways, callers),
    mistakenTypes: mistakenTypes(program, found, callers),
  };
}

function distinctPlaces(places: readonly RelatedPlace[]): readonly RelatedPlace[] {
  return [...new Map(places.map((one) => [keyOfPlace(one.place), one])).values()];
}

/** Whether other webhooks lead to the handler, and surely none that tells of a withdrawal. */
function isMissed(
  { program, types }: DeletionInput,
  handler: FunctionAt,
  ways: readonly WayIn[],
  callers: readonly Caller[],
): boolean {
  const asksTypes = callers.some(({ site }) =>
    (program.facts(site.file)?.typeComparisons ?? []).some(
      (one) =>
        webhookTypesNamed(program.catalog, program.textsOf(site.file, one.function, one.value) ?? []).length >
        0,
    ),
  );
  return (
    asksTypes &&
    ways.length > 0 &&
    ways.every((way) => types.every((type) => wayHolds(program, handler, way, { type }) === false))
  );
}

/** Comparisons with 5 in the handler, or around a call of it. */
function mistakenTypes(program: Program, handler: FunctionAt, callers: readonly Caller[]): readonly Place[] {
  const files = new Set([handler.file, ...callers.map(({ site }) => site.file)]);
  return [...files].flatMap((file) => {
    const facts = program.facts(file);
    if (facts === null) return [];
    const inside = file === handler.file ? facts.functions[handler.function]?.span : undefined;
    return facts.typeComparisons.flatMap(({ value, span, guards, function: index }) => {
      const stands = inside !== undefined && isInside(span, inside);
      const leads = callers.some(({ site, call }) => site.file === file && isInside(call.span, guards));
      if (!stands && !leads) return [];
      const texts = program.textsOf(file, index, value);
      return texts?.length === 1 && texts[0] === productStatus ? [placeOf(file, facts.lineStarts, span)] : [];
    });
  });
}

import { hasPlace } from '../held-schema.js';
import type { HeldSchema } from '../held-schema.js';
import type { CatalogData, CategoryId, Field } from '../types.js';
import { webhookTypeOf } from '../webhook-payload.js';
import type { CatalogProblem } from './problem.js';

/**
 * Holds the catalog against the schemas that are at hand: no operation without a row, no field that no schema has unless
 * the row says where else it was seen, and no name or id of a creator lost in the rest of an answer.
 */
export function schemaProblems(
  data: CatalogData,
  fields: readonly Field[],
  schemas: readonly HeldSchema[],
): readonly CatalogProblem[] {
  const held = new Map(schemas.map((schema) => [schema.endpoint, schema]));
  return [
    ...unlistedOperations(data, schemas),
    ...fields.flatMap((field) => placeProblems(field, held)),
    ...schemas.flatMap((schema) => swallowed(schema, fields)),
    ...schemas.flatMap((schema) => lostParts(schema, fields)),
  ];
}

function unlistedOperations(data: CatalogData, schemas: readonly HeldSchema[]): readonly CatalogProblem[] {
  const known = new Set(data.endpoints.map(({ id }) => id));
  return schemas
    .filter(({ endpoint }) => !known.has(endpoint))
    .map(({ endpoint }) => ({
      kind: 'unlisted-operation',
      row: `endpoint ${endpoint}`,
      message: 'A schema has this operation, and no row of the catalog does.',
    }));
}

/** Borrowed from a sibling is no excuse where the schema of this very version is at hand. */
function placeProblems(field: Field, held: ReadonlyMap<string, HeldSchema>): readonly CatalogProblem[] {
  const { endpoint, path, direction, seenIn } = field;
  if (path === '*' || webhookTypeOf(endpoint) !== null) return [];
  const schema = held.get(endpoint);
  const isHeld = schema !== undefined && hasPlace(schema, path, direction);
  const problem = (kind: CatalogProblem['kind'], message: string): readonly CatalogProblem[] => [
    { kind, row: `field ${endpoint} ${direction} ${path}`, message },
  ];
  if (isHeld && seenIn !== undefined)
    return problem('field-unseen', 'A schema has it: it needs no other proof.');
  if (isHeld || (seenIn !== undefined && (schema === undefined || seenIn !== 'sibling'))) return [];
  if (schema !== undefined) return problem('field-unseen', 'The schema of its endpoint has no such field.');
  return problem('field-unseen', 'No schema has it, and it does not say where else it was seen.');
}

/** Names of fields that say who a creator is. */
const whoItIs =
  /(?:^|_)(?:user_?name|nick_?name|creator_name|display_name|avatar(?:_url)?|(?:open|oepn|user|creator|temp|im_user)_id)$/;
const identity: ReadonlySet<CategoryId> = new Set(['creator.profile', 'creator.id_open', 'creator.id_plain']);

/** In the affiliate modules the rest of an answer is what creators do or earn, and who they are must not be lost in it. */
function swallowed(schema: HeldSchema, fields: readonly Field[]): readonly CatalogProblem[] {
  const { endpoint, responseFields } = schema;
  if (!/^[A-Z]+ \/affiliate/.test(endpoint)) return [];
  const own = fields.filter((field) => field.endpoint === endpoint && field.direction === 'response');
  const rest = own.find(({ path }) => path === '*')?.category ?? '';
  if (identity.has(rest)) return [];
  return responseFields
    .filter((leaf) => whoItIs.test(lastName(leaf)))
    .filter((leaf) => !own.some(({ path }) => path !== '*' && covers(path, leaf)))
    .map((leaf) => ({
      kind: 'swallowed-identity',
      row: `endpoint ${endpoint}`,
      message: `${leaf} says who a creator is, and counts as ${rest} with the rest.`,
    }));
}

/** Names of what an address or a contact is made of. */
const part =
  /^(?:(?:country|province|state|city|district|county|town|street|first|middle|last|full|contact)(?:_(?:name|id|code))?|post(?:al_)?code|zip(?:_?code)?|(?:street_)?address(?:_?line_?\d)?|street\d|e?mail|phone(?:_number)?)$/;
const places: ReadonlySet<CategoryId> = new Set([
  'buyer.address_area',
  'buyer.address_street',
  'business.contact',
  'product.compliance_contact',
  'seller.address',
]);

/** One part of an address that no row names, while rows name the others beside it, would count as the rest of the answer. */
function lostParts(schema: HeldSchema, fields: readonly Field[]): readonly CatalogProblem[] {
  return (['response', 'request'] as const).flatMap((direction) => {
    const own = fields.filter((field) => field.endpoint === schema.endpoint && field.direction === direction);
    const rest = own.find(({ path }) => path === '*')?.category ?? '';
    const leaves = direction === 'response' ? schema.responseFields : schema.requestFields;
    const named = (leaf: string): boolean => own.some(({ path }) => path !== '*' && covers(path, leaf));
    return leaves
      .filter((leaf) => part.test(lastName(leaf)) && !named(leaf) && !places.has(rest))
      .filter(
        (leaf) => own.filter(({ path, category }) => places.has(category) && isBeside(path, leaf)).length > 1,
      )
      .map((leaf) => ({
        kind: 'swallowed-identity',
        row: `endpoint ${schema.endpoint}`,
        message: `${direction} ${leaf} stands among the parts of an address, and no row names it.`,
      }));
  });
}

function isBeside(path: string, leaf: string): boolean {
  return path !== leaf && holderOf(path) === holderOf(leaf);
}

function holderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

function lastName(leaf: string): string {
  return leaf.replaceAll('[]', '').split('.').at(-1) ?? '';
}

function covers(path: string, leaf: string): boolean {
  return path.endsWith('.*') ? leaf.startsWith(path.slice(0, -1)) : path === leaf;
}

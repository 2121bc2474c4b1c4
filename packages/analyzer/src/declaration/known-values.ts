import { loadControls, type Catalog } from '@leastscope/scope-catalog';

type Json = Readonly<Record<string, unknown>>;

/** A value that the catalog has, and what it is in words. */
type Known = readonly [value: string | number, title: string];

/** `*` stands for the items of a list. */
type Steps = readonly string[];

/**
 * The schema with what the catalog knows, so that editors offer scopes, purposes, categories, webhooks, controls and
 * recipients by name. Other values stay allowed: the platform may be newer than the catalog.
 */
export function withKnownValues(schema: Json, catalog: Catalog): Json {
  const lists = knownLists(catalog);
  const controls: readonly Known[] = loadControls().map(({ id, title }) => [id, title]);
  const offered = places.reduce(
    (now, [name, steps]) => changedAt(now, steps, (node) => offering(node, name)),
    schema,
  );
  const whole = keyed.reduce(
    (now, [name, steps, known]) =>
      changedAt(now, steps, (node) => withKeys(node, name, known === 'control' ? controls : lists[known])),
    offered,
  );
  const defs = Object.entries(lists).map(([name, known]) => [name, { anyOf: known.map(constant) }] as const);
  const values = keyed.map(
    ([name, steps]) => [name, asJson(at(offered, steps)['additionalProperties'])] as const,
  );
  return { ...whole, $defs: Object.fromEntries([...defs, ...values]) };
}

/** Mappings by keys of the catalog, and the name that the schema has for what they hold. */
const keyed: readonly (readonly [string, Steps, 'control' | 'category'])[] = [
  ['controlAnswer', ['controls'], 'control'],
  ['categoryRetention', ['purposes', '*', 'retention', 'byCategory'], 'category'],
];

type ListName = keyof ReturnType<typeof knownLists>;

/** Where each list is offered. */
const places: readonly (readonly [ListName, Steps])[] = [
  ['scope', ['requestedScopes', '*']],
  ['scope', ['exceptions', '*', 'scope']],
  ['purposeKind', ['purposes', '*', 'kind']],
  ['category', ['purposes', '*', 'also', '*', 'category']],
  ['category', ['recipients', '*', 'receives', '*']],
  ['category', ['storage', '*', 'holds', '*']],
  ['category', ['exceptions', '*', 'category']],
  ['webhook', ['webhooks', '*']],
  ['recipientName', ['recipients', '*', 'name']],
  ['recipientHost', ['recipients', '*', 'hosts', '*']],
  ['recipientPackage', ['recipients', '*', 'packages', '*']],
];

function knownLists({ categories, purposes, scopes, sinks, webhooks }: Catalog) {
  const disclosing = sinks.flatMap(({ package: name, recipient }) =>
    recipient === undefined ? [] : [{ name, recipient }],
  );
  return {
    scope: scopes.map(({ key, title }): Known => [key, title]),
    purposeKind: purposes.map(({ kind, title }): Known => [kind, title]),
    category: categories.map(({ id, title }): Known => [id, title]),
    webhook: webhooks.map(({ title, type }): Known => [type, title]),
    recipientName: distinct(disclosing.map(({ recipient }): Known => [recipient.name, recipient.domain])),
    recipientHost: distinct(
      disclosing.map(({ recipient }): Known => [`*.${recipient.domain}`, recipient.name]),
    ),
    recipientPackage: distinct(
      disclosing
        .filter(({ name }) => name !== '*' && name !== 'global')
        .map(({ name, recipient }): Known => [name, recipient.name]),
    ),
  };
}

function distinct(known: readonly Known[]): readonly Known[] {
  return [...new Map(known.map(([value, title]) => [value, title]))];
}

function constant([value, title]: Known): Json {
  return { const: value, description: title };
}

/** A text or a number with the list beside it. */
function offering({ description, ...free }: Json, name: ListName): Json {
  return {
    ...(description === undefined ? {} : { description }),
    anyOf: [{ $ref: `#/$defs/${name}` }, free],
  };
}

/** A mapping by free keys: those that are known are named, and hold what all of them hold. */
function withKeys(node: Json, name: string, known: readonly Known[]): Json {
  const value = { $ref: `#/$defs/${name}` };
  const properties = Object.fromEntries(known.map(([key, title]) => [key, { ...value, description: title }]));
  return { ...node, properties, additionalProperties: value };
}

function at(node: Json, [step, ...rest]: Steps): Json {
  if (step === undefined) return node;
  return at(asJson(step === '*' ? node['items'] : asJson(node['properties'])[step]), rest);
}

function changedAt(node: Json, [step, ...rest]: Steps, change: (node: Json) => Json): Json {
  if (step === undefined) return change(node);
  if (step === '*') return { ...node, items: changedAt(asJson(node['items']), rest, change) };
  const properties = asJson(node['properties']);
  return {
    ...node,
    properties: { ...properties, [step]: changedAt(asJson(properties[step]), rest, change) },
  };
}

/** A place that the schema does not have is a mistake in the table above. */
function asJson(value: unknown): Json {
  if (typeof value !== 'object' || value === null) throw new Error('no such place in the schema');
  return value as Json;
}

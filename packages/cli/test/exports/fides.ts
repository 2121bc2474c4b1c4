import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { repository } from '../workbench.js';
import { vocabulary } from './rdf.js';

const folder = join(repository, 'fixtures/papers/vocabularies');
const fits = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync(join(folder, 'fideslang-3.1.schema.json'), 'utf8')) as object,
);
const known = vocabulary('fideslang-3.1.txt');

interface Flow {
  readonly fides_key: string;
  readonly data_categories?: readonly string[];
}

interface System extends Flow {
  readonly ingress?: readonly Flow[];
  readonly egress?: readonly Flow[];
  readonly privacy_declarations: readonly {
    readonly data_categories: readonly string[];
    readonly data_use: string;
    readonly data_subjects: readonly string[];
    readonly ingress?: readonly string[];
    readonly egress?: readonly string[];
    readonly dataset_references?: readonly string[];
  }[];
}

interface Fides {
  readonly system: readonly System[];
  readonly dataset: readonly {
    readonly fides_key: string;
    readonly collections: readonly {
      readonly name: string;
      readonly fields: readonly { readonly name: string; readonly data_categories: readonly string[] }[];
    }[];
  }[];
}

/** What fideslang's own models would refuse, as far as they are written down here: keys, types, terms, and references. */
export function fidesProblems(text: string): readonly string[] {
  const data: unknown = parse(text);
  if (!fits(data))
    return (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  const fides = data as Fides;
  return [...termProblems(fides), ...flowProblems(fides), ...doubles(fides)];
}

function termProblems({ dataset, system }: Fides): readonly string[] {
  const declarations = system.flatMap((one) => one.privacy_declarations);
  const flows = system.flatMap(({ egress = [], ingress = [] }) => [...ingress, ...egress]);
  const fields = dataset.flatMap(({ collections }) => collections.flatMap((one) => one.fields));
  const terms = [
    ...[...declarations, ...flows, ...fields].flatMap(({ data_categories: keys = [] }) =>
      keys.map((key) => `category:${key}`),
    ),
    ...declarations.map((one) => `use:${one.data_use}`),
    ...declarations.flatMap((one) => one.data_subjects.map((key) => `subject:${key}`)),
  ];
  return terms.filter((term) => !known.has(term)).map((term) => `unknown ${term}`);
}

/** A declaration may name only flows of its system; where it names any list at all, the system has to have some. */
function flowProblems({ dataset, system }: Fides): readonly string[] {
  const datasets = new Set(dataset.map((one) => one.fides_key));
  const systems = new Set(system.map((one) => one.fides_key));
  return system.flatMap((one) => [
    ...(['ingress', 'egress'] as const).flatMap((way) => {
      const flows = new Set((one[way] ?? []).map((flow) => flow.fides_key));
      return one.privacy_declarations.flatMap((declaration) => {
        const named = declaration[way];
        if (named === undefined) return [];
        if (flows.size === 0) return [`${way} of a declaration, and none of the system`];
        return named.filter((key) => !flows.has(key)).map((key) => `${way} ${key} is none of the system`);
      });
    }),
    ...[...(one.ingress ?? []), ...(one.egress ?? [])]
      .filter((flow) => !systems.has(flow.fides_key))
      .map((flow) => `no system ${flow.fides_key}`),
    ...one.privacy_declarations
      .flatMap((declaration) => declaration.dataset_references ?? [])
      .filter((key) => !datasets.has(key))
      .map((key) => `no dataset ${key}`),
  ]);
}

function doubles({ dataset, system }: Fides): readonly string[] {
  const lists = [
    system.map((one) => one.fides_key),
    dataset.map((one) => one.fides_key),
    ...dataset.map(({ collections }) => collections.map(({ name }) => name)),
    ...dataset.flatMap(({ collections }) => collections.map(({ fields }) => fields.map(({ name }) => name))),
  ];
  return lists.flatMap((list) =>
    list.filter((name, at) => list.indexOf(name) !== at).map((name) => `${name} twice`),
  );
}

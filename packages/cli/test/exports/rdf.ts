import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { Parser, Store, Writer, type Quad } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { repository } from '../workbench.js';

const folder = join(repository, 'fixtures/papers/vocabularies');
const nQuads = 'application/n-quads';
/** The types know the algorithm by its older name only. */
const canonical = { algorithm: 'RDFC-1.0', format: nQuads } as unknown as jsonld.Options.Normalize;

/** A reader that asked somebody for a context would not be alone with the file. */
const documentLoader = (url: string): never => {
  throw new Error(`the export makes its readers load ${url}`);
};

/** The graph in one text, the same for equal graphs whatever their blank nodes are called. */
export async function canonicalJsonLd(text: string): Promise<string> {
  return String(await jsonld.canonize(parsed(text), { ...canonical, documentLoader }));
}

export async function canonicalTurtle(text: string): Promise<string> {
  const lines = new Writer().quadsToString([...quadsOf(text)]);
  const given = lines as unknown as jsonld.JsonLdDocument;
  return String(await jsonld.canonize(given, { ...canonical, inputFormat: nQuads }));
}

/** Expanded, and brought back under the prefixes that it came with. */
export async function roundTrip(text: string): Promise<string> {
  const document = parsed(text);
  const expanded = await jsonld.expand(document, { documentLoader });
  const context = (document as { readonly '@context': jsonld.ContextDefinition })['@context'];
  return JSON.stringify(await jsonld.compact(expanded, context, { documentLoader }));
}

export function quadsOf(turtle: string): readonly Quad[] {
  return new Parser({ format: 'text/turtle' }).parse(turtle);
}

const prefixes: readonly (readonly [string, string])[] = [
  ['pd:', 'https://w3id.org/dpv/pd#'],
  ['loc:', 'https://w3id.org/dpv/loc#'],
  ['dpv:', 'https://w3id.org/dpv#'],
];

/** Terms of DPV that a graph uses, by their prefixed names. */
export function termsIn(turtle: string): ReadonlySet<string> {
  const names = quadsOf(turtle).flatMap(({ object, predicate, subject }) =>
    [subject, predicate, object].flatMap(({ termType, value }) =>
      termType === 'NamedNode' ? prefixedName(value) : [],
    ),
  );
  return new Set(names);
}

function prefixedName(iri: string): readonly string[] {
  const found = prefixes.find(([, address]) => iri.startsWith(address));
  return found === undefined ? [] : [`${found[0]}${iri.slice(found[1].length)}`];
}

/** The lines of a list of terms. */
export function vocabulary(file: string): ReadonlySet<string> {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')));
}

const shapes = new Store([...quadsOf(readFileSync(join(folder, 'record.shapes.ttl'), 'utf8'))]);

/** What of our shapes a record does not fit, as `path on node`. */
export async function shapeProblems(turtle: string): Promise<readonly string[]> {
  const report = await new SHACLValidator(shapes).validate(new Store([...quadsOf(turtle)]));
  return report.results.map(({ focusNode, path, sourceConstraintComponent: component }) =>
    [path?.value ?? component?.value ?? '', focusNode?.value ?? ''].join(' on '),
  );
}

function parsed(text: string): jsonld.JsonLdDocument {
  return JSON.parse(text) as jsonld.JsonLdDocument;
}

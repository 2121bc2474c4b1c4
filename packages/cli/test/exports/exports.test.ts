import { join } from 'node:path';
import { writeReport, type Format, type Dossier } from '@leastscope/documents';
import { afterAll, describe, expect, it } from 'vitest';
import { hostile } from '../planted/hostile.js';
import { cleanAppFolder, createPlantedApp, type Edit } from '../planted/judged-app.js';
import { repository } from '../workbench.js';
import { fidesProblems } from './fides.js';
import { mermaidProblems } from './mermaid.js';
import { canonicalJsonLd, canonicalTurtle, roundTrip, shapeProblems, termsIn, vocabulary } from './rdf.js';

const apps = {
  clean: [cleanAppFolder, []],
  hostile: [cleanAppFolder, hostile],
  'shipping-app': [join(repository, 'examples/shipping-app'), []],
} as const satisfies Record<string, readonly [string, readonly Edit[]]>;

const dossiers = new Map<string, Dossier>();
for (const [name, [folder, edits]] of Object.entries(apps)) {
  const app = createPlantedApp(folder);
  dossiers.set(name, await app.dossier(edits));
  afterAll(app.remove);
}

async function written(name: string, kind: 'record' | 'dataflow', format: Format): Promise<string> {
  const dossier = dossiers.get(name);
  if (dossier === undefined) throw new Error(`no app ${name}`);
  return writeReport(kind, format, dossier);
}

describe.each(Object.keys(apps))('the exports of %s', (name) => {
  it('are one graph in JSON-LD and in Turtle, which loads nothing and comes back the same', async () => {
    const [json, turtle] = [await written(name, 'record', 'jsonld'), await written(name, 'record', 'ttl')];
    const graph = await canonicalJsonLd(json);
    expect(graph.split('\n').length).toBeGreaterThan(10);
    expect(await canonicalTurtle(turtle)).toBe(graph);
    expect(await canonicalJsonLd(await roundTrip(json))).toBe(graph);
  });

  it('use no term that DPV 2.3 does not have, and fit our shapes', async () => {
    const turtle = await written(name, 'record', 'ttl');
    const [used, known] = [termsIn(turtle), vocabulary('dpv-2.3.txt')];
    expect(used.size).toBeGreaterThan(10);
    expect([...used].filter((term) => !known.has(term))).toEqual([]);
    expect(await shapeProblems(turtle)).toEqual([]);
  });

  it('fit the models of fideslang', async () => {
    expect(fidesProblems(await written(name, 'record', 'fides'))).toEqual([]);
  });

  it('are a diagram in the part of Mermaid that we write', async () => {
    expect(mermaidProblems(await written(name, 'dataflow', 'mmd'))).toEqual([]);
  });
});

/** The clean app's export with one text in the place of another. */
async function broken(format: 'jsonld' | 'ttl' | 'fides' | 'mmd', from: string, to: string): Promise<string> {
  const text = await written('clean', format === 'mmd' ? 'dataflow' : 'record', format);
  expect(text).toContain(from);
  return text.replace(from, to);
}

describe('each check can fail', () => {
  it('of the graph', async () => {
    const whole = await canonicalTurtle(await written('clean', 'record', 'ttl'));
    expect(await canonicalTurtle(await broken('ttl', '"P30D"', '"P31D"'))).not.toBe(whole);
    expect(await canonicalJsonLd(await broken('jsonld', 'dpv:hasRecipient', 'dpv:hasRecipients'))).not.toBe(
      whole,
    );
    await expect(canonicalTurtle(await broken('ttl', ' ;', ''))).rejects.toThrow();
    const loading = await broken('jsonld', '"@context": {', '"@context": "https://w3id.org/dpv", "x": {');
    await expect(canonicalJsonLd(loading)).rejects.toThrow(/w3id|load/);
  });

  it('of the terms', async () => {
    const terms = termsIn(await broken('ttl', 'dpv:hasRecipient', 'dpv:hasReceiver'));
    expect([...terms].filter((term) => !vocabulary('dpv-2.3.txt').has(term))).toEqual(['dpv:hasReceiver']);
  });

  it.each([
    ['a process without a purpose', 'dpv:hasPurpose', 'dpv:hasPurposes'],
    ['a process without a controller', 'dpv:hasDataController', 'dpv:hasController'],
    ['data of nobody', 'dpv:hasDataSubject', 'dpv:hasSubject'],
    ['data from nowhere', 'dpv:hasDataSource', 'dpv:hasSource'],
    ['data that is shared with nobody', 'dpv:hasRecipient', 'dpv:hasReceiver'],
    [
      'a recipient without a name',
      'app:carrier a dpv:DataSubProcessor ;\n  dpv:hasName',
      'app:carrier a dpv:DataSubProcessor ;\n  dpv:hasTitle',
    ],
    ['a period that is none', '"P30D"^^xsd:duration', '"P30D"'],
    ['a record of nothing', 'dpv:hasProcess ', 'dpv:hasProcesses '],
  ])('of the shapes: %s', async (_, from, to) => {
    expect(await shapeProblems(await broken('ttl', from, to))).not.toEqual([]);
  });

  it.each([
    ['a key that is misspelt', 'data_use:', 'data_uses:'],
    ['a category that there is not', 'user.name', 'user.nom'],
    ['a use that there is not', 'data_use: "', 'data_use: "x.'],
    ['a flow that the system lacks', 'egress:\n          - "carrier"', 'egress:\n          - "carier"'],
    [
      'a dataset that there is not',
      'dataset_references:\n          - "main_db"',
      'dataset_references:\n          - "other"',
    ],
    ['two systems of one key', 'fides_key: "carrier"\n    name', 'fides_key: "tiktok_shop"\n    name'],
  ])('of fideslang: %s', async (_, from, to) => {
    expect(fidesProblems(await broken('fides', from, to))).not.toEqual([]);
  });

  it.each([
    ['a label whose quote does not end', '"]', ']'],
    ['a quote inside of a label', 'ship-orders"', 'ship"-orders"'],
    ['another word for the diagram', 'flowchart', 'flowchat'],
    ['a group that does not end', '  end\n', ''],
    ['an arrow to nobody', '--> purpose1', '--> purpose9'],
    ['markup in a label', 'ship-orders"', '<b>ship-orders</b>"'],
  ])('of the diagram: %s', async (_, from, to) => {
    expect(mermaidProblems(await broken('mmd', from, to))).not.toEqual([]);
  });
});

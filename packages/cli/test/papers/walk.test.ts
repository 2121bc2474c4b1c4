import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePaper, tableKinds, type Dossier, type Paper, type Variant } from '@leastscope/documents';
import { afterAll, expect, it } from 'vitest';
import { cleanAppFolder, createPlantedApp } from '../planted/judged-app.js';
import { repository } from '../workbench.js';
import { quoted, unconfirmed, unsaid } from './confirmed.js';
import { printedByWhy } from './printed-by-why.js';

const examples = join(repository, 'examples');
const folders = [
  ...readdirSync(examples).map((name) => join(examples, name)),
  cleanAppFolder,
  join(repository, 'fixtures/papers/shared-helper'),
];
const variants: readonly (Variant | null)[] = [
  null,
  { kind: 'record', template: 'ico' },
  { kind: 'record', template: 'cnil' },
  { kind: 'california' },
];

async function dossierOf(folder: string): Promise<Dossier> {
  const app = createPlantedApp(folder);
  afterAll(app.remove);
  return app.dossier([]);
}

/** Every table that there is, in every form. */
function papersOf(dossier: Dossier): readonly Paper[] {
  return variants.flatMap((variant) => {
    if (variant === null) return tableKinds.map((kind) => makePaper(kind, dossier));
    return [makePaper(variant.kind === 'record' ? 'record' : 'notice', dossier, variant)];
  });
}

it.each(folders)(
  '%s: no cell without origin, no place that engine and `why` do not confirm',
  async (folder) => {
    const dossier = await dossierOf(folder);
    const papers = papersOf(dossier);
    expect(papers.flatMap(unsaid)).toEqual([]);
    expect(papers.flatMap((paper) => unconfirmed(paper, dossier))).toEqual([]);
    const places = new Set(papers.flatMap(quoted));
    expect(places.size).toBeGreaterThan(2);
    for (const place of places) expect(lineAt(folder, place), place).not.toBe('');
    const printed = printedByWhy(dossier);
    expect([...places].filter((place) => !printed.has(place))).toEqual([]);
  },
);

it('would see a place that nothing tells of, and a cell that nobody says', async () => {
  const dossier = await dossierOf(cleanAppFolder);
  const paper = makePaper('inventory', dossier);
  const [table] = paper.tables;
  if (table === undefined) throw new Error('the inventory has a table');
  const withCell = (cell: object): Paper =>
    ({
      ...paper,
      tables: [
        { ...table, rows: table.rows.map((row) => ({ ...row, entries: [[cell], ...row.entries.slice(1)] })) },
      ],
    }) as unknown as Paper;
  const said = { value: 'buyer.name', from: 'code', at: [{ file: 'src/server.ts', line: 1 }], gap: null };
  expect(unconfirmed(withCell(said), dossier)).toContain('src/server.ts:1');
  expect(unsaid(withCell({ ...said, from: '' }))).not.toEqual([]);
  expect(unsaid(withCell({ ...said, value: ' ' }))).not.toEqual([]);
  expect(unsaid({ ...paper, tables: [{ ...table, columns: [...table.columns, 'one more'] }] })).not.toEqual(
    [],
  );
});

function lineAt(folder: string, place: string): string {
  const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(place) ?? [];
  return readFileSync(join(folder, file), 'utf8').split('\n')[Number(line) - 1]?.trim() ?? '';
}

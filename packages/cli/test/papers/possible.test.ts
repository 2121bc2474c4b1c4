import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cellsOf,
  failingGaps,
  makePaper,
  tableKinds,
  writeReport,
  type Cell,
  type Dossier,
} from '@leastscope/documents';
import { afterAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/documents/why/answer.js';
import { findSubject } from '../../src/documents/why/find-subject.js';
import { answerAsJson, answerAsText } from '../../src/documents/why/print-answer.js';
import { whyCategory } from '../../src/documents/why/why-category.js';
import { whyPlace } from '../../src/documents/why/why-place.js';
import { plainLayout } from '../../src/text/layout.js';
import { createPlantedApp, type Edit } from '../planted/judged-app.js';
import { schemaMistakes } from '../schemas.js';
import { repository } from '../workbench.js';

const folder = join(repository, 'fixtures/papers/shared-helper');

/**
 * Rows come to a store and to a recipient through a helper. Others use it too, for orders of the platform: so the rows are only
 * possibly orders. In the twin they are asked for in the same file and go through a helper of its own, and surely are.
 */
const own: readonly Edit[] = [
  { file: 'src/people.js', from: '', to: readFileSync(join(folder, 'src/helper.js'), 'utf8') },
  {
    file: 'src/contacts.js',
    from: "from './helper.js';",
    to: "from './people.js';\nimport { searchOrders } from './search.js';",
  },
  { file: 'src/contacts.js', from: 'async (rows) =>', to: 'async () =>' },
  { file: 'src/contacts.js', from: 'newestFirst(rows,', to: 'newestFirst(await searchOrders(),' },
];

const app = createPlantedApp(folder);
afterAll(app.remove);
const possible = await app.dossier([]);
const certain = await app.dossier(own);

/** What rests on the lines of one file alone. */
function restingOn(file: string, dossier: Dossier): readonly Cell[] {
  return tableKinds
    .flatMap((kind) => cellsOf(makePaper(kind, dossier)))
    .filter(({ at, from }) => from === 'code' && at.length > 0 && at.every((spot) => spot.file === file));
}

const isDoubted = ({ value }: Cell): boolean => value.includes('possibly');

describe('what rests on possible flows alone', () => {
  const cells = restingOn('src/contacts.js', possible);

  it('is told as possible in every paper, and asks nobody for anything', () => {
    expect(cells.length).toBeGreaterThan(10);
    expect(cells.filter((cell) => !isDoubted(cell)).map(({ value }) => value)).toEqual([]);
    expect(cells.filter(({ gap }) => gap !== null && failingGaps.has(gap))).toEqual([]);
  });

  it('is told as a fact where it is sure, beside it and in the twin', () => {
    expect(restingOn('src/orders.js', possible).filter(isDoubted)).toEqual([]);
    const sure = restingOn('src/contacts.js', certain);
    expect(sure.filter(isDoubted)).toEqual([]);
    expect(sure.filter(({ gap }) => gap === 'missing').length).toBeGreaterThan(2);
  });

  it('asks nobody to delete what a store only possibly keeps beside what it surely does', async () => {
    const phone = 'phone: (await searchOrders())[0].recipient_address.phone_number';
    const both = await app.dossier([
      {
        file: 'src/contacts.js',
        from: "'./helper.js';",
        to: "'./helper.js';\nimport { searchOrders } from './search.js';",
      },
      { file: 'src/contacts.js', from: 'insertOne({ name', to: `insertOne({ ${phone}, name` },
    ]);
    const [table] = makePaper('rights', both).tables;
    const verdict = table?.columns.indexOf('verdict') ?? -1;
    const gapsOf = (category: string) =>
      table?.rows
        .filter(({ id }) => id.includes('contacts') && id.endsWith(` ${category}`))
        .map(({ entries }) => entries[verdict]?.[0].gap);
    expect(gapsOf('buyer.name')).toEqual(['not-followed']);
    expect(gapsOf('buyer.phone')).toEqual(['missing']);
  });

  it('is said in the picture', async () => {
    expect(await writeReport('dataflow', 'mmd', possible)).toContain('possibly buyer.name');
    expect(await writeReport('dataflow', 'mmd', certain)).not.toContain('possibly');
  });

  it.each(['jsonld', 'ttl', 'fides'] as const)(
    'is left out of what has no word for it: %s',
    async (format) => {
      const told =
        'Left out, as only possible: buyer.name kept in contacts, buyer.name passed on to mail.example';
      const text = await writeReport('record', format, possible);
      expect(text).toContain(told);
      expect(text.replaceAll(told, '')).not.toMatch(/contacts|mail.example/);
      expect(text).toMatch(/parcels|dpv:Store/);
      expect(await writeReport('record', format, certain)).toContain('mail');
    },
  );
});

describe('why', () => {
  const texts = (dossier: Dossier): readonly string[] =>
    [nameIn(dossier), placeIn('contacts', dossier), placeIn('mail.example', dossier)].map((answer) =>
      answerAsText(answer, 'declared', plainLayout),
    );

  it('says possibly where nothing is sure, and only there', () => {
    const [name, store, recipient] = texts(possible);
    expect(name).toMatch(/Possibly taken to a store here:\n {2}src\/contacts\.js:9/);
    expect(name).not.toMatch(/\nTaken to/);
    expect(store).toContain('Data is possibly kept there.');
    expect(recipient).toContain('Data is possibly sent there.');
    expect(texts(certain).join('')).not.toMatch(/possibly/i);
  });

  it('tells scripts as well', () => {
    const of = (dossier: Dossier) =>
      JSON.parse(answerAsJson(nameIn(dossier))) as { evidence: { isCertain: boolean }[] };
    expect(schemaMistakes('why', of(possible))).toBeNull();
    expect(of(possible).evidence.some(({ isCertain }) => !isCertain)).toBe(true);
    expect(of(certain).evidence.every(({ isCertain }) => isCertain)).toBe(true);
  });
});

function nameIn(dossier: Dossier): Answer {
  const subject = findSubject('buyer.name', dossier.catalog);
  if (subject.kind !== 'category') throw new Error('buyer.name is a category');
  return whyCategory(subject.category, asked(dossier));
}

function placeIn(word: string, dossier: Dossier): Answer {
  const answer = whyPlace(word, asked(dossier));
  if (answer === null) throw new Error(`why knows nothing of ${word}`);
  return answer;
}

function asked({ analysis, catalog, purposeOf, purposesOf }: Dossier): Parameters<typeof whyCategory>[1] {
  return { analysis, catalog, includeTests: false, purposeOf, purposesOf };
}

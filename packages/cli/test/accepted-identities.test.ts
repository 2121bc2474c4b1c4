import { acceptedFileName, analyze, parseDeclaration, type Analysis } from '@leastscope/analyzer';
import { loadCatalog } from '@leastscope/scope-catalog';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryFiles, memoryRoot } from '../../analyzer/test/generate/memory-files.js';
import { acceptedHead, batchItem } from '../src/documents/accept/accept-items.js';
import { acceptableIn } from '../src/documents/accept/accepted-entries.js';
import { appendToList } from '../src/documents/accept/append-to-list.js';
import {
  apply,
  declaration,
  edits,
  fields,
  sourcesOf,
  symbolOf,
  tellings,
  type App,
  type AppFunction,
  type Edit,
  type Statement,
} from './adopted-app.js';

/** 200 with `LEASTSCOPE_RUNS=200`; fewer by default, for time. */
const numRuns = Number(process.env['LEASTSCOPE_RUNS'] ?? 20);
const seed = Number(process.env['LEASTSCOPE_SEED'] ?? 20261129);

const catalog = loadCatalog();

function judge(app: App, accepted: string | null): Analysis {
  const beside = accepted === null ? null : { file: acceptedFileName, text: accepted };
  return analyze({
    root: memoryRoot,
    files: createMemoryFiles(sourcesOf(app)),
    catalog,
    ...parseDeclaration(declaration, 'scope-declaration.yaml', catalog, beside),
    includeTests: false,
    asOf: '2026-11-01',
    severities: {},
    seeds: null,
  });
}

function accept(analysis: Analysis): string {
  const terms = { until: '2027-05-01', reason: 'Old code.', approvedBy: 'owner' };
  const { entries } = acceptableIn(analysis, 'fold');
  return appendToList(acceptedHead([]), 'accepted', [batchItem(entries, terms)]) ?? '';
}

const judged: ReadonlySet<string> = new Set(['field-not-allowed', 'personal-data-logged']);

/** What the findings that nobody has accepted tell of, in words of the model. */
function reported({ findings }: Analysis, app: App): ReadonlySet<string> {
  const ids = new Map(
    app.flatMap(({ name, functions }) => functions.map((one) => [`${name}#${symbolOf(one)}`, one.id])),
  );
  return new Set(
    findings
      .filter(({ rule, suppressed }) => judged.has(rule) && suppressed === null)
      .flatMap(({ rule, points }) =>
        points.map(({ file, symbol, field = '' }) => {
          const id = ids.get(`${file ?? ''}#${symbol ?? ''}`) ?? `nobody ${file ?? ''}#${symbol ?? ''}`;
          return `${rule} ${id} ${field.replace('data.orders[].', '')}`;
        }),
      ),
  );
}

const statement: fc.Arbitrary<Statement> = fc.record({
  deed: fc.constantFrom('read', 'log'),
  field: fc.constantFrom(...fields),
});
const form = fc.constantFrom<AppFunction['form']>('function', 'arrow', 'method', 'wrapped');
/** Functions of one name in several files, as handlers of routes have them. */
const app: fc.Arbitrary<App> = fc
  .array(
    fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('GET', 'pull', 'sync'),
        form,
        statements: fc.array(statement, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 3, selector: ({ name }) => name },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((files) =>
    files.map((functions, file) => ({
      name: `src/old/f${file}.ts`,
      isRenamed: false,
      functions: functions.map((one, index) => ({ ...one, id: `old${file}.${index}`, filler: 0 })),
    })),
  );
const changes: fc.Arbitrary<readonly Edit[]> = fc
  .array(fc.record({ kind: fc.constantFrom(...edits), file: fc.nat(9), at: fc.nat(9), statement }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((list) => list.map((edit, serial) => ({ ...edit, serial })));

it('after --accept only what is new is reported, and nothing is lost, whatever is edited', () => {
  let old = 0;
  let fresh = 0;
  fc.assert(
    fc.property(app, changes, (before, list) => {
      const accepted = accept(judge(before, null));
      const known = tellings(before);
      expect([...reported(judge(before, accepted), before)]).toEqual([]);
      const after = list.reduce(apply, before);
      const wanted = [...tellings(after)].filter((one) => !known.has(one)).sort();
      expect([...reported(judge(after, accepted), after)].sort()).toEqual(wanted);
      old += known.size;
      fresh += wanted.length;
    }),
    { seed, numRuns },
  );
  // Neither side of the claim is empty.
  expect(Math.min(old, fresh)).toBeGreaterThan(numRuns);
}, 600_000);

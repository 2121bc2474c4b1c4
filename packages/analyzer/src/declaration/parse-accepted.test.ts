import { expect, test } from 'vitest';
import { declare } from '../../test/judge.js';
import { tinyCatalog } from '../../test/tiny-catalog.js';
import { parseAccepted } from './parse-accepted.js';
import { parseDeclaration } from './parse-declaration.js';

const batch = (findings: string, terms = 'until: 2027-05-01, reason: Old., approvedBy: owner') =>
  `accepted:\n  - { ${terms}, findings: [${findings}] }\n`;
const parse = (text: string) => parseAccepted(text, 'leastscope-accepted.yaml', tinyCatalog);

test('an entry is an exception with the terms and the place of its own', () => {
  const finding = '{ rule: field-not-allowed, file: src/a.ts, symbol: Sync.pull, category: buyer.tax }';
  const { exceptions, mistakes } = parse(batch(finding));
  expect(mistakes).toEqual([]);
  expect(exceptions).toMatchObject([
    {
      rule: 'field-not-allowed',
      file: 'src/a.ts',
      symbol: 'Sync.pull',
      category: 'buyer.tax',
      endpoint: null,
      until: '2027-05-01',
      batch: 0,
      place: { file: 'leastscope-accepted.yaml', start: { line: 2 } },
    },
  ]);
});

test.each<[string, string]>([
  [batch('{ rule: surplus-data, fil: src/a.ts }'), 'Unknown key `fil` in `accepted[0].findings[0]`.'],
  [batch('{ rule: surplus-data, category: buyer.txa }'), 'There is no category `buyer.txa` in the catalog.'],
  [
    batch('{ rule: missing-scope }'),
    '`accepted[0].findings[0].rule` must be a rule whose findings can be accepted, not "missing-scope".',
  ],
  [batch('', 'reason: Old., approvedBy: owner'), '`until` is missing in `accepted[0]`.'],
  [
    'accepted: [',
    'This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
  ],
  ['accepted: yes\n', '`accepted` must be a list, not "yes".'],
])('a mistake: %s', (text, message) => {
  const { exceptions, mistakes } = parse(text);
  expect(exceptions).toEqual([]);
  expect(mistakes.map((one) => one.message)).toContain(message);
});

test('what is right beside a mistake is kept, and both files are told of', () => {
  const text = batch('{ rule: surplus-data, category: buyer.tax }, { rule: surplus }');
  const accepted = { file: 'leastscope-accepted.yaml', text };
  const parsed = parseDeclaration(declare(), 'scope-declaration.yaml', tinyCatalog, accepted);
  expect(parsed.declaration?.exceptions.map(({ category }) => category)).toEqual(['buyer.tax']);
  expect(parsed.mistakes.map(({ place }) => place.file)).toEqual(['leastscope-accepted.yaml']);
});

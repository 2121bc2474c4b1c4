import { expect, test } from 'vitest';
import { dropExpired } from './drop-expired.js';

const batch = (until: string): string =>
  `  - until: ${until}\n    reason: Old # why\n    findings:\n      - { rule: surplus-data }\n`;
const head = '# Kept.\nschema: 1\naccepted:\n';

test('what is over goes, all else stays as it is', () => {
  const text = head + batch('2026-01-31') + batch('2026-02-01') + '# And this.\n' + batch('2025-12-31');
  expect(dropExpired(text, '2026-02-01')).toBe(`${head}${batch('2026-02-01')}# And this.\n`);
  expect(dropExpired(text, '2025-01-01')).toBe(text);
});

test('with nothing left, the list is empty', () => {
  expect(dropExpired(head + batch('2026-01-31'), '2026-02-01')).toBe('# Kept.\nschema: 1\naccepted: []\n');
});

test.each(['accepted: [{ until: 2020-01-01 }]\n', 'accepted: {}\n', 'accepted: [\n', ''])(
  'leaves %j',
  (text) => {
    expect(dropExpired(text, '2026-02-01')).toBe(text);
  },
);

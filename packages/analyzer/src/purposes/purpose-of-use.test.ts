import { expect, test } from 'vitest';
import { call, claim, connect, declare, read, ship } from '../../test/judge.js';
import { tinyCatalog } from '../../test/tiny-catalog.js';
import { parseDeclaration } from '../declaration/parse-declaration.js';
import { purposeOfUse } from './purpose-of-use.js';

test('the first owner that covers the call', () => {
  const yaml = declare({
    purposes: `${connect}${read}${ship.replace('[src/ship/**]', '[src/ship, src/read]')}`,
  });
  const { declaration } = parseDeclaration(yaml, 'd.yaml', tinyCatalog);
  const purposeOf = (at: string, endpoint: string, directives = [] as Parameters<typeof purposeOfUse>[3]) =>
    declaration && purposeOfUse(call(at, endpoint), declaration, tinyCatalog, directives);
  expect(purposeOf('src/read/a.ts:1', 'GET /order/202507/orders')).toBe('read');
  expect(purposeOf('src/read/a.ts:1', 'POST /parcel/202309/ship')).toBe('ship');
  expect(purposeOf('src/connect/a.ts:1', 'POST /parcel/202309/ship')).toBeNull();
  expect(purposeOf('lib/a.ts:1', 'POST /parcel/202309/ship', [claim('lib/a.ts:1', 'ship')])).toBe('ship');
  expect(purposeOf('src/ship/a.ts:1', 'GET /no/202309/where')).toBeNull();
});

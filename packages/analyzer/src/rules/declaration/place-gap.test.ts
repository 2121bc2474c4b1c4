import { expect, test } from 'vitest';
import { declare, said } from '../../../test/judge.js';

const says = (more: string) => said('place-gap', { yaml: declare({ more }) });
const company = 'company: { legalName: P, systemLocations: [DE] }\n';

test('a store, or its backup, in a country that is not named', () => {
  const store = (rest: string) => `storage: [{ id: db, kind: postgres, ${rest} }]\n`;
  expect(says(company + store('country: US'))).toEqual([expect.stringContaining('Store `db` is in US')]);
  expect(says(company + store('country: DE, backups: { country: IE }'))).toHaveLength(1);
  expect(says(company + store('country: de'))).toEqual([]);
  expect(says(store('country: US'))).toEqual([]);
});

test('a recipient without a country', () => {
  expect(says(`${company}recipients: [{ id: c, name: Carrier }]\n`)).toHaveLength(1);
  expect(says(`${company}recipients: [{ id: c, name: Carrier, country: DE }]\n`)).toEqual([]);
});

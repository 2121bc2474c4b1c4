import { expect, it } from 'vitest';
import { analyzeSources, openIn } from './generate/run.js';

const host = 'https://open-api.tiktokglobalshop.com';

/** A path that takes some steps to work out, and that two calls share. */
const shared = [
  `const part0 = '/order';`,
  ...Array.from({ length: 20 }, (_, index) => `const part${index + 1} = part${index} + '';`),
  `const path = part20 + '/202309/orders/search';`,
];
const light = `export function light() { return fetch('${host}' + path, { method: 'POST' }); }`;

/** A call that needs more steps the more constants there are: with some number they end within the shared path. */
function heavy(constants: number): readonly string[] {
  const names = Array.from({ length: constants }, (_, index) => `c${index}`);
  return [
    ...names.map((name) => `const ${name} = '';`),
    `export function heavy() { return fetch(['${host}', ${names.join(', ')}, path].join(''), { method: 'POST' }); }`,
  ];
}

it('what one call had no steps left for is worked out for the next, whichever stands first', () => {
  const givenUp: number[] = [];
  for (const constants of [9950, 9965, 9980]) {
    for (const lines of [
      [...shared, ...heavy(constants), light],
      [...shared, light, ...heavy(constants)],
    ]) {
      const { needs } = analyzeSources({ 'src/a.ts': lines.join('\n') });
      expect(needs.uses.map(({ place }) => place.start.line)).toContain(lines.indexOf(light) + 1);
      expect(needs.uses.length + needs.open.length).toBeGreaterThan(1);
      if (openIn(needs).some((call) => call.includes('too deep'))) givenUp.push(constants);
    }
  }
  // The heavy call has to run out of steps somewhere in between, or this asks nothing.
  expect(givenUp).not.toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { analyzeSources, printSources, type Sources } from './generate/run.js';

/** Ways to write the same read. What is read stays the same, however it is written, alone or two on top of each other. */
interface Rewriting {
  readonly name: string;
  /** Turns an expression for a record into another for it, with what has to stand before and above. */
  readonly rewrite: (record: string, id: string) => Written;
}

interface Written {
  readonly record: string;
  readonly before?: string;
  readonly above?: string;
}

const rewritings: readonly Rewriting[] = [
  { name: 'as it is', rewrite: (record) => ({ record }) },
  { name: 'an alias', rewrite: (record, id) => ({ record: id, before: `const ${id} = ${record};` }) },
  {
    name: 'an assignment',
    rewrite: (record, id) => ({ record: id, before: `let ${id}; ${id} = ${record};` }),
  },
  { name: 'a fallback', rewrite: (record) => ({ record: `(${record} ?? {})` }) },
  { name: 'a cast', rewrite: (record) => ({ record: `(${record} as unknown as Record<string, any>)` }) },
  { name: 'a choice', rewrite: (record) => ({ record: `(ids ? ${record} : null)` }) },
  { name: 'a spread', rewrite: (record) => ({ record: `({ ...${record} })` }) },
  {
    name: 'an own object',
    rewrite: (record, id) => ({ record: `${id}.one`, before: `const ${id} = { one: ${record} };` }),
  },
  {
    name: 'a pattern',
    rewrite: (record, id) => ({ record: id, before: `const { one: ${id} } = { one: ${record} };` }),
  },
  {
    name: 'a list of one',
    rewrite: (record, id) => ({ record: id, before: `const [${id}] = [${record}];` }),
  },
  {
    name: 'a loop',
    rewrite: (record, id) => ({
      record: `${id}[0]`,
      before: `const ${id}: any[] = []; for (const one of [${record}]) ${id}.push(one);`,
    }),
  },
  { name: 'a callback', rewrite: (record) => ({ record: `[${record}].map((one) => one)[0]` }) },
  {
    name: 'a promise',
    rewrite: (record) => ({ record: `(await Promise.resolve(${record}).then((one) => one))` }),
  },
  {
    name: 'a helper',
    rewrite: (record, id) => ({ record: `${id}(${record})`, above: `const ${id} = (one: any) => one;` }),
  },
  {
    name: 'a helper of another file',
    rewrite: (record) => ({ record: `pass(${record})`, above: `import { pass } from './pass.js';` }),
  },
  {
    name: 'a map',
    rewrite: (record, id) => ({
      record: `${id}.get('a')`,
      before: `const ${id} = new Map(); ${id}.set('a', ${record});`,
    }),
  },
  {
    name: 'a class',
    rewrite: (record, id) => ({
      record: `${id}.one`,
      before: `const ${id} = new Box${id}(${record});`,
      above: `class Box${id} { constructor(readonly one: any) {} }`,
    }),
  },
  { name: 'JSON and back', rewrite: (record) => ({ record: `JSON.parse(JSON.stringify(${record}))` }) },
];

/** The last step: how the field itself is taken. */
const takings: readonly (readonly [name: string, take: (record: string) => string])[] = [
  ['a member', (record) => `bag.take(${record}.recipient_address.phone_number.length)`],
  ['an optional member', (record) => `bag.take(${record}?.recipient_address?.phone_number?.length)`],
  ['a key', (record) => `bag.take(${record}['recipient_address']['phone_number'].length)`],
  [
    'a pattern',
    (record) =>
      `{ const { recipient_address: { phone_number } } = ${record}; bag.take(phone_number.length); }`,
  ],
];

function program(written: readonly Written[], taken: string): Sources {
  return {
    'src/pass.ts': 'export const pass = (one: any) => one;\n',
    'src/a.ts': `${[...new Set(written.map(({ above }) => above ?? ''))].join('\n')}
export async function run(ids: string, bag: any) {
  const response = await fetch('https://open-api.tiktokglobalshop.com/order/202507/orders?ids=' + ids);
  const order = (await response.json()).data.orders[0];
  ${written.map(({ before }) => before ?? '').join('\n  ')}
  ${taken};
}
`,
  };
}

describe.each(rewritings.map((one) => [one.name, one] as const))('read by %s', (_, first) => {
  it.each(rewritings.map((one) => [one.name, one] as const))('and %s', (_name, second) => {
    for (const [taking, take] of takings) {
      const inner = first.rewrite('order', 'a1');
      const outer = second.rewrite(inner.record, 'b2');
      const sources = program([inner, outer], take(outer.record));
      const { needs } = analyzeSources(sources);
      const fields = needs.reads.filter(({ part }) => part.kind === 'field').map(({ part }) => part.path);
      expect([...new Set(fields)], `${taking}\n${printSources(sources)}`).toEqual([
        'data.orders[].recipient_address.phone_number',
      ]);
    }
  });
});

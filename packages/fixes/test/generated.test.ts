import type { Analysis } from '@leastscope/analyzer';
import fc from 'fast-check';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { applyPlan } from '../src/apply/index.js';
import { books, everything, mendApp } from './apps.js';

/** What a function does with an answer; `n` keeps names and ids apart, `p` is how a property is asked for. */
const bodies: readonly ((n: number, p: '.' | '?.') => string)[] = [
  (n, p) =>
    `const { data } = await get('/order/202507/orders?ids=${n}');\n  for (const order of data${p}orders) console.log('got', order);`,
  (n, p) =>
    `const body${n} = await get(\`/order/202507/orders?ids=\${ids}\`);\n  body${n}.data${p}orders.forEach((one) => { log.info(\`for \${one${p}recipient_address?.name}\`, one.id); });`,
  (n, p) =>
    `const { data: { orders } } = await get("/order/202507/orders?ids=${n}");\n  for (const order of orders) if (order${p}status) await prisma.order.create({ data: { ...order, n: ${n} } });`,
  (n) =>
    `const { data } = await get('/order/202507/orders?ids=${n}');\n  const rows = data.orders.map((row) => { const it = row; return it; });\n  if (rows[0].payment.currency) await prisma.order.createMany({ data: rows });`,
  () => `return get('/product/202309/brandz');`,
  (n, p) =>
    `const { data } = await get('/fbt/202602/inbound_orders?page=${n}&include_carton_details=true');\n  for (const { order_id } of data${p}inbound_orders) console.log(order_id);`,
  (n, p) =>
    `const { data } = await post('/fbt/202409/goods/search', { page: ${n} });\n  for (const one of data${p}goods) if (one${p}name) console.log(one.id);`,
];

const app = fc.record({
  bodies: fc.array(fc.tuple(fc.nat(bodies.length - 1), fc.constantFrom('.', '?.')), {
    minLength: 1,
    maxLength: 4,
  }),
  file: fc.constantFrom('a.js', 'a.mts', 'a.tsx', 'a.cjs', 'a.vue', 'a.svelte'),
  eol: fc.constantFrom('\n', '\r\n'),
  yaml: fc.constantFrom(books, everything, everything),
});

function render(asked: readonly (readonly [number, '.' | '?.'])[], file: string, eol: string): string {
  const shown = file.endsWith('.cjs') ? '' : 'export ';
  const get = `const get = async (path) => (await fetch('https://open-api.tiktokglobalshop.com' + path)).json();\nconst post = async (path, body) => (await fetch('https://open-api.tiktokglobalshop.com' + path, { method: 'POST', body: JSON.stringify(body) })).json();`;
  const functions = asked.map(
    ([kind, dot], n) =>
      `${shown}async function f${n}(prisma, log, ids) {\n  ${bodies[kind]?.(n, dot) ?? ''}\n}`,
  );
  const code = [get, ...functions, ''].join('\n');
  const all = /vue|svelte/.test(file) ? `<script lang="ts">\n${code}</script>\n\n<p>{{ order }}</p>\n` : code;
  return all.replaceAll('\n', eol);
}

it('holds of programs that nobody wrote', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(app, ({ bodies: asked, file, eol, yaml }) => {
      const before = render(asked, file, eol);
      const { plan, texts, done, failures, ...looks } = mendApp({ [file]: before }, yaml);
      const after = texts[file] ?? '';
      expect(syntaxErrors(file, after)).toBe(0);
      expect(after.replaceAll(eol, '').includes('\n')).toBe(false);
      // Twice is as once.
      for (const one of plan.files) expect(applyPlan(after, one)).toMatchObject({ text: after, done: [] });
      // The calls are what they were, but for those that lead elsewhere now.
      const moved = done.flatMap((one) => ('to' in one ? [one] : []));
      const expected = moved.reduce((uses, { from, to }) => replaceOne(uses, from, to), usesOf(looks.before));
      expect(usesOf(looks.after)).toEqual([...expected].sort());
      expect(failures).toEqual([]);
      for (const { kind } of done) met.add(kind);
    }),
    { seed: 17, numRuns: 16 },
  );
  expect([...met].sort()).toEqual([
    ...['addSwitch', 'dropFromLog', 'keepFields', 'replacePath', 'stripAtBoundary', 'useNarrower'],
  ]);
});

function usesOf({ needs }: Analysis): readonly string[] {
  return needs.uses.map(({ endpoint, method, path }) => endpoint ?? `${method} ${path}`).sort();
}

function replaceOne(uses: readonly string[], from: string, to: string): readonly string[] {
  const at = uses.indexOf(from);
  return at === -1 ? [...uses, `nothing was ${from}`] : uses.with(at, to);
}

/** In markup, of the script. */
function syntaxErrors(file: string, text: string): number {
  const isMarkup = /vue|svelte/.test(file);
  const code = isMarkup ? (/<script[^>]*>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '') : text;
  const source = ts.createSourceFile(
    isMarkup ? 'a.ts' : file,
    code,
    ts.ScriptTarget.ESNext,
  ) as ts.SourceFile & {
    readonly parseDiagnostics: readonly { readonly code: number }[];
  };
  return source.parseDiagnostics.filter(({ code: number }) => number < 8000 || number >= 9000).length;
}

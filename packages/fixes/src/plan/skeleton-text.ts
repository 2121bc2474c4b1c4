import type { DeletionStatement } from './deletion-statements.js';

/** All that the two files are written from. */
export interface Skeleton {
  /** Of the webhook. */
  readonly type: number;
  /** Who withdraws, as the payload says it and as code does: `shop_id`, `shopId`. */
  readonly field: string;
  readonly key: string;
  readonly statements: readonly DeletionStatement[];
  /** Stores of which it is not known how something is deleted from them. */
  readonly unknown: readonly string[];
  readonly isTyped: boolean;
  readonly modules: 'esm' | 'commonjs';
  readonly runner: 'vitest' | 'jest' | 'node:test';
}

export function handlerText(skeleton: Skeleton): string {
  const { type, field, key, statements, unknown, isTyped, modules } = skeleton;
  const roots = [...new Set(statements.map(({ root }) => root))].sort();
  const stores = `{ ${roots.join(', ')} }`;
  const typed = (text: string): string => (isTyped ? text : '');
  const shown = modules === 'esm' ? 'export ' : '';
  return [
    ...(isTyped ? [storesText(statements, roots), '', requestText(field), ''] : []),
    `/** Webhook ${String(type)}: the authorization has ended. TODO: call it from the route that receives webhooks. */`,
    `${shown}async function onDeauthorized(request${typed(': Delivery')}, stores${typed(': Stores')})${typed(': Promise<void>')} {`,
    '  // TODO: check the signature of the platform before the body is believed.',
    `  const { type, ${field} } = await request.json();`,
    `  if (type !== ${String(type)}) return;`,
    `  await deleteAllOf(${field}, stores);`,
    '}',
    '',
    `${shown}async function deleteAllOf(${key}${typed(': string')}, ${stores}${typed(': Stores')})${typed(': Promise<void>')} {`,
    '  // TODO: by which column or key each store knows who withdraws.',
    ...statements.map(({ code }) => `  await ${code};`),
    ...unknown.map((store) => `  // TODO: delete from ${oneLine(store)} too.`),
    '}',
    ...(modules === 'esm' ? [] : ['', 'module.exports = { onDeauthorized, deleteAllOf };']),
    '',
  ].join('\n');
}

/** As web servers hand it over. */
function requestText(field: string): string {
  return [
    'interface Delivery {',
    `  readonly json: () => Promise<{ readonly type: number; readonly ${field}: string }>;`,
    '}',
  ].join('\n');
}

/** A name may come out of a text of the code. */
function oneLine(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, ' ');
}

function storesText(statements: readonly DeletionStatement[], roots: readonly string[]): string {
  const lines = roots.map((root) => {
    const types = typesOf(statements.filter((one) => one.root === root));
    return `  readonly ${root}: ${types.length === 1 ? types.join('') : types.map((type) => `(${type})`).join(' & ')};`;
  });
  return [
    '/** What keeps data, as far as it is deleted from here. */',
    'export interface Stores {',
    ...lines,
    '}',
  ].join('\n');
}

/** Members of one type together. */
function typesOf(statements: readonly DeletionStatement[]): readonly string[] {
  const own = statements.filter(({ member }) => member === null).map(({ type }) => type);
  const typesOfMembers = new Set(statements.filter(({ member }) => member !== null).map(({ type }) => type));
  const members = [...typesOfMembers].map((type) => {
    const names = statements.flatMap((one) =>
      one.type === type && one.member !== null ? [`'${one.member}'`] : [],
    );
    return `Readonly<Record<\n    ${names.join(' | ')},\n    ${type}\n  >>`;
  });
  return [...new Set(own), ...members];
}

export function testText({ statements, unknown, modules, runner }: Skeleton): string {
  const stores = [...new Set([...statements.map(({ store }) => store), ...unknown])];
  const tests = stores.map(
    (
      store,
    ) => `test(${JSON.stringify(`${oneLine(store)} keeps nothing of somebody who has withdrawn`)}, async () => {
  // TODO: keep something of two of them, call deleteAllOf for one, and see that only the other's is left.
  throw new Error('still to be written');
});
`,
  );
  const from = (names: string, module: string): string =>
    modules === 'esm' ? `import ${names} from '${module}';` : `const ${names} = require('${module}');`;
  const heads = [
    ...(runner === 'jest' ? [] : [from('{ test }', runner)]),
    from('{ deleteAllOf }', './deauthorized.js'),
  ];
  return `${heads.join('\n')}\n\n${tests.join('\n')}`;
}

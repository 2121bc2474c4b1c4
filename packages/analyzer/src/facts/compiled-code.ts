import type { ts } from '../compiler/compiler.js';
import type { Draft } from './draft.js';
import { isFunction } from './node-kinds.js';

/**
 * What compilers write around a module to keep its meaning: TypeScript, Babel, SWC and esbuild, each in its own words. Their
 * helpers stand in every file, or come from `tslib`; they are known by their names, as nobody calls anything of his own so.
 */
const modulesAsTheyAre: ReadonlySet<string> = new Set([
  '__importDefault',
  '__importStar',
  '__toCommonJS',
  '__toESM',
  '_interopRequireDefault',
  '_interopRequireWildcard',
  '_interop_require_default',
  '_interop_require_wildcard',
]);

/** `__importDefault(require('x'))`: the module that it is handed; null for any other call. */
export function moduleHandedThrough(
  draft: Draft,
  node: ts.CallExpression | ts.NewExpression,
): ts.Expression | null {
  if (!draft.compiler.isCallExpression(node)) return null;
  const [first] = node.arguments;
  return first !== undefined && modulesAsTheyAre.has(helperName(draft, node)) ? first : null;
}

const restHelpers = new Set([
  '__rest',
  '__objRest',
  '_objectWithoutProperties',
  '_object_without_properties',
]);

/** `__rest(options, ['path'])`: what `{ path, ...rest } = options` leaves; null for any other call. */
export function restTaken(
  draft: Draft,
  node: ts.CallExpression | ts.NewExpression,
): { readonly object: ts.Expression; readonly without: readonly string[] } | null {
  const { compiler } = draft;
  if (!compiler.isCallExpression(node) || !restHelpers.has(helperName(draft, node))) return null;
  const [object, names] = node.arguments;
  if (object === undefined || names === undefined || !compiler.isArrayLiteralExpression(names)) return null;
  const without = names.elements.flatMap((name) => (compiler.isStringLiteralLike(name) ? [name.text] : []));
  return without.length === names.elements.length ? { object, without } : null;
}

/** `__awaiter(this, void 0, void 0, function* () { … })`: an async function as older targets have it; null for any other call. */
export function awaitedBody(
  draft: Draft,
  node: ts.CallExpression | ts.NewExpression,
): ts.FunctionExpression | null {
  if (!draft.compiler.isCallExpression(node)) return null;
  const body = node.arguments.at(-1);
  if (helperName(draft, node) !== '__awaiter' || body === undefined) return null;
  return draft.compiler.isFunctionExpression(body) ? body : null;
}

/** Whether a function is such a body: `this` is that of the function around it. */
export function isAwaitedBody(draft: Draft, node: ts.Node): boolean {
  const { compiler } = draft;
  const { parent } = node;
  return compiler.isCallExpression(parent) && awaitedBody(draft, parent) === node;
}

/** `yield` in such a body is what `await` was. */
export function isAwaitingYield(draft: Draft, node: ts.Node): node is ts.YieldExpression {
  const { compiler } = draft;
  if (!compiler.isYieldExpression(node)) return false;
  for (let at = node.parent as ts.Node | undefined; at !== undefined; at = at.parent as ts.Node | undefined)
    if (isFunction(compiler, at)) return isAwaitedBody(draft, at);
  return false;
}

/** `__export(module, { name: () => value })`: the exports of a module as esbuild writes them. */
export function exportsNamed(
  draft: Draft,
  node: ts.CallExpression,
): readonly (readonly [string, ts.Expression])[] {
  const { compiler } = draft;
  const [, table] = node.arguments;
  if (helperName(draft, node) !== '__export' || table === undefined) return [];
  if (!compiler.isObjectLiteralExpression(table)) return [];
  return table.properties.flatMap((property): readonly (readonly [string, ts.Expression])[] => {
    if (!compiler.isPropertyAssignment(property) || !compiler.isArrowFunction(property.initializer))
      return [];
    const { name, initializer } = property;
    const isPlain = compiler.isIdentifier(name) || compiler.isStringLiteralLike(name);
    return isPlain && !compiler.isBlock(initializer.body) ? [[name.text, initializer.body]] : [];
  });
}

/** `__exportStar(require('./orders'), exports)`: the module that is passed on; null for any other call. */
export function moduleExportedAgain(draft: Draft, node: ts.CallExpression): string | null {
  const { compiler } = draft;
  const [required] = node.arguments;
  const helpers = ['__exportStar', '__reExport', '_export_star'];
  if (required === undefined || !helpers.includes(helperName(draft, node))) return null;
  const call = [required, ...node.arguments].find((arg) => compiler.isCallExpression(arg));
  const named = call?.arguments[0];
  return named !== undefined && compiler.isStringLiteralLike(named) ? named.text : null;
}

/** The last name of what is called: `tslib_1.__awaiter`, `(0, tslib_1.__exportStar)`. */
function helperName({ compiler }: Draft, { expression }: ts.CallExpression): string {
  let at: ts.Expression = expression;
  while (compiler.isParenthesizedExpression(at)) at = at.expression;
  if (compiler.isBinaryExpression(at)) at = at.right;
  if (compiler.isPropertyAccessExpression(at)) return at.name.text;
  return compiler.isIdentifier(at) ? at.text : '';
}

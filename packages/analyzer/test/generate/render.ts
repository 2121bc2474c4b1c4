import type { Naming, Program, Share } from './program.js';
import type { Sources } from './run.js';
import { unitsOf, type Unit } from './units.js';

/** The program as files, its names chosen and its imports written. */
export function render(program: Program): Sources {
  const units = unitsOf(program);
  const names = new Map(units.map((unit, index) => [unit.key, nameOf(program.naming, unit.key, index)]));
  const files = [...new Set(units.map((unit) => unit.file))];
  const scope: Scope = { program, units, names, barrels: new Map() };
  const sources = Object.fromEntries(files.map((file) => [pathOf(program, file), fileText(scope, file)]));
  const barrels = Object.fromEntries([...scope.barrels].map(([file, text]) => [pathOf(program, file), text]));
  return { ...sources, ...barrels, ...unrelated(program) };
}

interface Scope {
  readonly program: Program;
  readonly units: readonly Unit[];
  readonly names: ReadonlyMap<string, string>;
  /** Barrels that the imports asked for. */
  readonly barrels: Map<string, string>;
}

function pathOf(program: Program, file: string): string {
  return `src/${file}.${program.language}`;
}

function nameOf(naming: Naming, key: string, index: number): string {
  const isClass = /^[A-Z]/.test(key);
  switch (naming) {
    case 'plain':
      return key;
    case 'short':
      return `${isClass ? 'C' : 'x'}${index}`;
    case 'odd':
      return `_$${index}_`;
    case 'telling':
      return `buildOrderSearchUrl${index}`;
    case 'unicode':
      return `größe${index}`;
  }
}

const parameterNames: Readonly<Record<Naming, readonly string[]>> = {
  plain: ['method', 'path', 'options', 'id'],
  short: ['a', 'b', 'c', 'd'],
  odd: ['$m', '_', '$$', '_id_'],
  telling: ['httpVerb', 'endpointUrl', 'requestInit', 'orderId'],
  unicode: ['weg', 'straße', 'möglichkeiten', 'nummer'],
};

function parameterName(naming: Naming, name: string): string {
  const [method = '', path = '', options = '', id = ''] = parameterNames[naming];
  if (name === 'method') return method;
  if (name === 'path') return path;
  return name === 'options' ? options : name.replace('id', id);
}

function fileText(scope: Scope, file: string): string {
  const { program } = scope;
  const own = scope.units.filter((unit) => unit.file === file);
  const ordered = program.isReversed ? hoistableLast(own) : own;
  const code = ordered.map((unit) => unit.code).join('\n\n');
  const keys = [...new Set([...code.matchAll(/⟦([^⟧@!]+)⟧/g)].map((match) => match[1] ?? ''))];
  const foreign = keys.filter((key) => !own.some((unit) => unit.key === key));
  const imports = foreign.map((key) => importOf(scope, file, key));
  const packages = [...new Set([...code.matchAll(/⟦!([^⟧]+)⟧/g)].map((match) => match[1] ?? ''))];
  const local = new Map(imports.map(({ key, reference }) => [key, reference]));
  const body = code
    .replace(/⟦!([^⟧]+)⟧/g, (_, name: string) => name)
    .replace(/⟦@([^⟧]+)⟧/g, (_, name: string) => parameterName(program.naming, name))
    .replace(/⟦([^⟧]+)⟧/g, (_, key: string) => local.get(key) ?? scope.names.get(key) ?? key);
  const head = [
    ...packages.map((name) => packageImport(program, name)),
    ...new Set(imports.map(({ line }) => line)),
  ];
  return [...head, ...deadHead(program), '', body, '', exportsOf(scope, file, own), ''].join('\n');
}

/** Functions and classes are hoisted or used later; only they may change places. */
function hoistableLast(units: readonly Unit[]): Unit[] {
  const isFree = (unit: Unit): boolean => /^(?:async )?function/.test(unit.code) || unit.kind === 'call';
  return [...units.filter((unit) => !isFree(unit)), ...units.filter(isFree).reverse()];
}

function packageImport(program: Program, name: string): string {
  return program.modules === 'esm' ? `import ${name} from '${name}';` : `const ${name} = require('${name}');`;
}

interface Import {
  readonly key: string;
  readonly line: string;
  readonly reference: string;
}

function importOf(scope: Scope, file: string, key: string): Import {
  const unit = scope.units.find((one) => one.key === key);
  if (unit === undefined) throw new Error(`no unit ${key}`);
  const name = scope.names.get(key) ?? key;
  const share = shareOf(scope, unit);
  const from = share.startsWith('barrel') ? barrelFor(scope, unit, share) : unit.file;
  const module = relative(scope.program, file, from);
  return scope.program.modules === 'esm'
    ? esmImport(share, key, name, module, unit.file)
    : cjsImport(share, key, name, module, unit.file);
}

/** Only the last declaration of a file can be its default. */
function shareOf(scope: Scope, unit: Unit): Share {
  const { share } = scope.program;
  if (share !== 'default') return share;
  const own = scope.units.filter((one) => one.file === unit.file);
  const isAlone = own.length === 1 || (scope.program.modules === 'esm' && own.at(-1) === unit);
  return isAlone ? 'default' : 'named';
}

function esmImport(share: Share, key: string, name: string, module: string, file: string): Import {
  if (share === 'default')
    return { key, line: `import ${name}Own from '${module}';`, reference: `${name}Own` };
  if (share === 'aliased')
    return { key, line: `import { ${name} as ${name}Here } from '${module}';`, reference: `${name}Here` };
  if (share === 'namespace')
    return {
      key,
      line: `import * as ${spaceOf(file)} from '${module}';`,
      reference: `${spaceOf(file)}.${name}`,
    };
  return { key, line: `import { ${name} } from '${module}';`, reference: name };
}

function cjsImport(share: Share, key: string, name: string, module: string, file: string): Import {
  if (share === 'default')
    return { key, line: `const ${name}Own = require('${module}');`, reference: `${name}Own` };
  if (share === 'aliased')
    return { key, line: `const { ${name}: ${name}Here } = require('${module}');`, reference: `${name}Here` };
  if (share === 'namespace')
    return {
      key,
      line: `const ${spaceOf(file)} = require('${module}');`,
      reference: `${spaceOf(file)}.${name}`,
    };
  return { key, line: `const { ${name} } = require('${module}');`, reference: name };
}

function spaceOf(file: string): string {
  return `space_${file.replace(/\W/g, '_')}`;
}

function relative(program: Program, from: string, to: string): string {
  const up = from.includes('/') ? '../' : './';
  return `${up}${to}${program.modules === 'esm' && program.share !== 'named' ? '.js' : ''}`;
}

/** Makes the barrel that gives a unit on, and says which file that is. */
function barrelFor(scope: Scope, unit: Unit, share: Share): string {
  const { program } = scope;
  const barrel = `all_${unit.file.replace(/\W/g, '_')}`;
  const own = scope.units
    .filter((one) => one.file === unit.file)
    .map((one) => scope.names.get(one.key) ?? one.key);
  const line = (from: string): string => {
    if (program.modules === 'cjs') return `module.exports = { ...require('./${from}') };\n`;
    return share === 'barrel-names'
      ? `export { ${own.join(', ')} } from './${from}.js';\n`
      : `export * from './${from}.js';\n`;
  };
  scope.barrels.set(barrel, line(unit.file));
  if (share !== 'barrel-twice') return barrel;
  scope.barrels.set(`${barrel}_again`, line(barrel));
  return `${barrel}_again`;
}

function exportsOf(scope: Scope, file: string, own: readonly Unit[]): string {
  const { program } = scope;
  const names = own.map((unit) => scope.names.get(unit.key) ?? unit.key);
  const isDefault = own.map((unit) => shareOf(scope, unit) === 'default');
  if (program.modules === 'cjs') {
    if (isDefault.some(Boolean) && file !== 'main')
      return `module.exports = ${names[isDefault.indexOf(true)] ?? ''};`;
    return program.share === 'namespace'
      ? names.map((name) => `exports.${name} = ${name};`).join('\n')
      : `module.exports = { ${names.join(', ')} };`;
  }
  const plain = names.filter((_, index) => isDefault[index] !== true);
  const chosen = names.filter((_, index) => isDefault[index] === true);
  return [`export { ${plain.join(', ')} };`, ...chosen.map((name) => `export default ${name};`)].join('\n');
}

function deadHead(program: Program): string[] {
  const lines: string[] = [];
  if (program.noise.includes('comments'))
    lines.push('/* GET https://open-api.tiktokglobalshop.com/order/202309/orders */');
  if (program.noise.includes('dead-constants'))
    lines.push(
      "const neverRead = '/logistics/202309/warehouses';",
      "const alsoNever = { method: 'POST', path: '/promotion/202309/activities' };",
    );
  if (program.noise.includes('types') && program.language === 'ts')
    lines.push("type Known = '/event/202309/webhooks' | '/seller/202309/shops';");
  return lines;
}

function unrelated(program: Program): Sources {
  if (!program.noise.includes('unrelated-file')) return {};
  const text = `// see /order/202309/orders/search
const routes = ['/api/orders', '/products'];
async function health(path) {
  return fetch('https://status.example.com' + path, { method: 'POST' });
}
health(routes[0]);
`;
  return { 'src/unrelated.js': text };
}

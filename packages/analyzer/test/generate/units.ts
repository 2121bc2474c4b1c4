import { writeClient, type Sender } from './write-client.js';
import { writePath } from './write-path.js';
import type { CallSite, EndpointSpec, Program, Table } from './program.js';

/**
 * A declaration at the top of a file. In its code `⟦key⟧` stands for the name of a unit, `⟦!package⟧` for the default
 * export of a package, `⟦@name⟧` for a parameter; which name that is, and how it is imported, is decided when the
 * program is written down.
 */
export interface Unit {
  readonly key: string;
  readonly file: string;
  readonly kind: 'constant' | 'helper' | 'call';
  readonly code: string;
}

const hostName = 'https://open-api.tiktokglobalshop.com';

/** All declarations of a program, each with the file it stands in. */
export function unitsOf(program: Program): Unit[] {
  const host = hostUnits(program);
  const senders = program.clients.map((chain, index) =>
    writeClient(program, chain, `client${index}`, host.expression),
  );
  const sites = program.calls.map((call, index) => siteUnits(program, call, index, senders));
  const tables = program.tables.map((table, index) => tableUnits(program, table, index, senders));
  const methods = program.hasMethodEnum ? [methodEnum(program)] : [];
  return [
    ...host.units,
    ...methods,
    ...senders
      .filter((_, index) => isCalled(program, index))
      .flatMap((sender) => sender.units.map((unit) => helper(program, unit.key, unit.code))),
    ...sites.flat(),
    ...tables.flat(),
  ];
}

/** A client that nobody calls would be dead code, which is told as such. */
function isCalled(program: Program, client: number): boolean {
  const count = program.clients.length;
  return [...program.calls, ...program.tables].some((user) => user.client % count === client);
}

function helper(program: Program, key: string, code: string): Unit {
  const { helpers } = program.placement;
  const file = helpers === 'main' ? 'main' : helpers === 'apart' ? 'client' : `lib/${key.toLowerCase()}`;
  return { key, file, kind: 'helper', code };
}

function constant(program: Program, key: string, code: string, beside: string): Unit {
  return {
    key,
    file: program.placement.constants === 'apart' ? 'constants' : beside,
    kind: 'constant',
    code,
  };
}

function hostUnits(program: Program): { expression: string; units: Unit[] } {
  const beside = program.placement.helpers === 'apart' ? 'client' : 'main';
  const unit = (code: string): Unit[] => [constant(program, 'HOST', code, beside)];
  switch (program.host) {
    case 'literal':
      return { expression: `'${hostName}'`, units: [] };
    case 'const':
      return { expression: '⟦HOST⟧', units: unit(`const ⟦HOST⟧ = '${hostName}';`) };
    case 'env':
      return { expression: '⟦HOST⟧', units: unit(`const ⟦HOST⟧ = process.env.TTS_HOST || '${hostName}';`) };
    case 'object':
      return {
        expression: '⟦HOST⟧.base',
        units: unit(`const ⟦HOST⟧ = { base: '${hostName}', retries: 3 };`),
      };
    case 'enum':
      return { expression: '⟦HOST⟧.Global', units: unit(enumOf(program, 'HOST', { Global: hostName })) };
  }
}

export function enumOf(program: Program, key: string, members: Readonly<Record<string, string>>): string {
  const isEnum = program.language === 'ts';
  const entries = Object.entries(members).map(([name, text]) => `${name}${isEnum ? ' =' : ':'} '${text}'`);
  return isEnum
    ? `enum ⟦${key}⟧ { ${entries.join(', ')} }`
    : `const ⟦${key}⟧ = Object.freeze({ ${entries.join(', ')} });`;
}

function methodEnum(program: Program): Unit {
  const code = enumOf(program, 'Verb', {
    GET: 'GET',
    POST: 'POST',
    PUT: 'PUT',
    PATCH: 'PATCH',
    DELETE: 'DELETE',
  });
  return constant(program, 'Verb', code, 'main');
}

function methodOf(program: Program, { method }: EndpointSpec): string {
  return program.hasMethodEnum ? `⟦Verb⟧.${method}` : `'${method}'`;
}

function callFile(program: Program, index: number): string {
  const number = index % program.placement.callFiles;
  return number === 0 ? 'main' : `features/calls${number}`;
}

function siteUnits(program: Program, call: CallSite, index: number, senders: readonly Sender[]): Unit[] {
  const file = callFile(program, index);
  const sender = senders[call.client % senders.length];
  if (sender === undefined) throw new Error('a program has at least one client');
  const path = writePath(program, call.endpoint.path, call.path, `site${index}`);
  const request = sender.call(methodOf(program, call.endpoint), path.expression);
  const type = program.language === 'ts' ? ': string' : '';
  const ids = path.ids.map((id) => `⟦@${id}⟧${type}`).join(', ');
  const code = siteCode(
    program,
    call,
    `site${index}`,
    ids,
    [...path.before, ...noiseLines(program)],
    request,
  );
  return [
    ...path.units.map((unit) => constant(program, unit.key, unit.code, file)),
    { key: `site${index}`, file, kind: 'call', code },
  ];
}

function siteCode(
  program: Program,
  call: CallSite,
  key: string,
  ids: string,
  before: readonly string[],
  request: string,
): string {
  const head = before.map((line) => `  ${line}\n`).join('');
  const result = program.language === 'ts' ? 'result: unknown' : 'result';
  switch (call.shape) {
    case 'function':
      return `async function ⟦${key}⟧(${ids}) {\n${head}  return ${request};\n}`;
    case 'arrow':
      return `const ⟦${key}⟧ = async (${ids}) => {\n${head}  const response = await ${request};\n  return response;\n};`;
    case 'method':
      return `class ⟦${key}⟧ {\n  async run(${ids}) {\n${head}  return await ${request};\n  }\n}`;
    case 'callback':
      return `async function ⟦${key}⟧(${ids}) {\n${head}  return [1, 2].map(() => ${request});\n}`;
    case 'try':
      return `async function ⟦${key}⟧(${ids}) {\n${head}  try {\n    return await ${request};\n  } catch (error) {\n    return null;\n  }\n}`;
    case 'all':
      return `async function ⟦${key}⟧(${ids}) {\n${head}  const all = await Promise.all([${request}.then((${result}) => result)]);\n  return all[0];\n}`;
  }
}

function noiseLines(program: Program): string[] {
  const lines: string[] = [];
  if (program.noise.includes('comments'))
    lines.push('// POST /order/202309/orders/search is called elsewhere');
  if (program.noise.includes('logs'))
    lines.push(
      "console.log('GET /finance/202309/statements', 'https://open-api.tiktokglobalshop.com/finance/202309/payments');",
    );
  if (program.noise.includes('labels'))
    lines.push("const label = 'DELETE /product/202309/products';", 'console.info(label);');
  if (program.noise.includes('docs'))
    lines.push('/** @see https://partner.tiktokshop.com/docv2/page/product/202309/products/search */');
  return lines;
}

function tableUnits(program: Program, table: Table, index: number, senders: readonly Sender[]): Unit[] {
  const file = callFile(program, index + program.calls.length);
  const sender = senders[table.client % senders.length];
  if (sender === undefined) throw new Error('a program has at least one client');
  const isTuple = table.loop === 'tuples';
  const rows = table.rows.map((row, at) => {
    const [method, path] = [methodOf(program, row), `'${row.path}'`];
    if (isTuple) return `  [${method}, ${path}],`;
    return table.loop === 'keys'
      ? `  job${at}: { method: ${method}, path: ${path} },`
      : `  { method: ${method}, path: ${path}, every: ${at} },`;
  });
  const [open, close] = table.loop === 'keys' ? ['{', '}'] : ['[', ']'];
  const key = `table${index}`;
  const request = isTuple ? sender.call('method', 'path') : sender.call('row.method', 'row.path');
  return [
    constant(
      program,
      key,
      `const ⟦${key}⟧ = ${open}\n${rows.join('\n')}\n${close}${program.language === 'ts' ? ' as const' : ''};`,
      file,
    ),
    {
      key: `loop${index}`,
      file,
      kind: 'call',
      code: `async function ⟦loop${index}⟧() {\n${loopCode(table, key, request)}\n}`,
    },
  ];
}

function loopCode(table: Table, key: string, request: string): string {
  switch (table.loop) {
    case 'for-of':
      return `  for (const row of ⟦${key}⟧) {\n    await ${request};\n  }`;
    case 'for-each':
      return `  ⟦${key}⟧.forEach((row) => {\n    void ${request};\n  });`;
    case 'map':
      return `  await Promise.all(⟦${key}⟧.map(async (row) => ${request}));`;
    case 'tuples':
      return `  for (const [method, path] of ⟦${key}⟧) {\n    await ${request};\n  }`;
    case 'keys':
      return `  for (const row of Object.values(⟦${key}⟧)) {\n    await ${request};\n  }`;
  }
}

// Many more of the programs that the tests try a few of: each is run, to see which calls it makes, then judged. A call that is
// made and neither seen nor doubted is a fault of ours, and printed with its program.
//
//   node scripts/fuzz.mjs [--from 0] [--to 1000]
//
// Needs a built checkout. Exits with 1 when a call is lost.
import vm from 'node:vm';
import { parseArgs } from 'node:util';
import { analyze, parseDeclaration } from '../packages/analyzer/dist/index.js';
import { loadCatalog } from '../packages/scope-catalog/dist/index.js';
import { declarationOf, endpointsOf, verdictOf } from '../packages/analyzer/test/oracle/judge-program.mjs';
import { host, randomProgram } from '../packages/analyzer/test/oracle/programs.mjs';

const { values } = parseArgs({
  options: { from: { type: 'string', default: '0' }, to: { type: 'string', default: '1000' } },
});
const catalog = loadCatalog();
const endpoints = endpointsOf(catalog);
const declared = parseDeclaration(declarationOf(endpoints), 'scope-declaration.yaml', catalog);
const counts = { resolved: 0, doubted: 0, lost: 0, strange: 0 };

for (let seed = Number(values.from); seed < Number(values.to); seed += 1) {
  const { endpoint, sources } = randomProgram(seed, endpoints);
  const verdict = callsOf(sources).includes(`${endpoint.method} ${host}${endpoint.path}`)
    ? verdictOf(judge(sources, endpoint), endpoint)
    : 'strange';
  counts[verdict] += 1;
  if (verdict === 'lost' || verdict === 'strange') print(seed, verdict, endpoint, sources);
}
console.log(JSON.stringify(counts));
if (counts.lost + counts.strange > 0) process.exitCode = 1;

/** The calls that a program makes, run in a context that has nothing but a `fetch` that notes them. */
function callsOf(sources) {
  const calls = [];
  const context = vm.createContext({
    URL,
    Request: globalThis.Request,
    fetch: (to, options) => note(calls, to, options),
  });
  const modules = new Map();
  const load = (file) => {
    if (modules.has(file)) return modules.get(file).exports;
    const module = { exports: {} };
    modules.set(file, module);
    const run = vm.runInContext(`(function (module, exports, require) {${sources[file]}\n})`, context);
    run(module, module.exports, (name) => load(`src/${name.slice(2)}`));
    return module.exports;
  };
  load('src/main.js');
  return calls;
}

function note(calls, to, options) {
  const isRequest = typeof to === 'object' && 'method' in to;
  calls.push(`${isRequest ? to.method : (options?.method ?? 'GET')} ${isRequest ? to.url : String(to)}`);
}

/** Beside another call: without one nothing is called unused. */
function judge(sources, { path }) {
  const other = endpoints.find((one) => one.path !== path);
  const beside = `fetch('${host}${other.path}', { method: '${other.method}' });\n`;
  const files = memoryFiles({ ...sources, 'src/other.js': beside });
  const { declaration, mistakes } = declared;
  const rest = { includeTests: false, asOf: '2026-01-01', severities: {}, seeds: null };
  return analyze({ root: '/app', files, catalog, declaration, mistakes, ...rest });
}

function memoryFiles(sources) {
  const texts = new Map(Object.entries(sources).map(([file, text]) => [`/app/${file}`, text]));
  return {
    readFile: (path) => texts.get(path) ?? null,
    fileExists: (path) => texts.has(path),
    directoryExists: (path) => path === '/app' || path === '/app/src',
    realPath: (path) => path,
    listFiles: () => [...texts.keys()].sort(),
  };
}

function print(seed, verdict, { method, path }, sources) {
  console.log(`seed ${seed}: ${method} ${path} is ${verdict}`);
  for (const [file, text] of Object.entries(sources)) console.log(`--- ${file}\n${text}`);
}

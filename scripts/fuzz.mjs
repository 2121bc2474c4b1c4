// Many more of the inputs that the tests try a few of. Programs are run, to see which calls they make, then judged: a call that
// is made and neither seen nor doubted is a fault of ours. Hostile inputs and declarations must not throw, take more than ten
// seconds of processor time, hide the call beside them, or hang on the order of the files. Each fault is printed with its input.
import vm from 'node:vm';
import { cpuUsage, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { analyze, parseDeclaration } from '../packages/analyzer/dist/index.js';
import { loadCatalog } from '../packages/scope-catalog/dist/index.js';
import { declarationOf, endpointsOf, verdictOf } from '../packages/analyzer/test/oracle/judge-program.mjs';
import {
  faultOf,
  hostileDeclaration,
  hostileKinds,
  hostileSources,
} from '../packages/analyzer/test/oracle/hostile-inputs.mjs';
import { host, randomProgram } from '../packages/analyzer/test/oracle/programs.mjs';

const kinds = ['programs', ...hostileKinds, 'declarations'];
const usage = `Usage: node scripts/fuzz.mjs [options]

  --kind <name>   one of ${kinds.join(', ')}; without it all of them
  --from <seed>   the first seed (0)
  --to <seed>     the seed behind the last one (1000); every kind is tried with every seed
  --help          this text

Needs a built checkout. Exits with 1 when something is wrong, with 2 when the command line is.`;

const { tried, from, to } = readCommandLine();
const catalog = loadCatalog();
const endpoints = endpointsOf(catalog);
const declarationText = declarationOf(endpoints);
const declared = parseDeclaration(declarationText, 'scope-declaration.yaml', catalog);
/** How large hostile inputs may get: what takes seconds, too. */
const size = 40;
const mostSeconds = 10;
/** Seconds of processor time that the longest analysis of the input in hand took. */
let longest = 0;
const counts = {};

for (const kind of tried) {
  for (let seed = from; seed < to; seed += 1) count(kind, tryOne(kind, seed));
}
console.log(JSON.stringify(counts));
if (Object.values(counts).some(({ faults }) => faults > 0)) process.exitCode = 1;

function readCommandLine() {
  try {
    const text = { type: 'string' };
    const { values } = parseArgs({
      options: { kind: text, from: text, to: text, help: { type: 'boolean' } },
    });
    if (values.help === true) {
      console.log(usage);
      exit(0);
    }
    if (values.kind !== undefined && !kinds.includes(values.kind))
      throw new Error(`There is no kind "${values.kind}".`);
    const seeds = [values.from ?? '0', values.to ?? '1000'].map(Number);
    if (!seeds.every((seed) => Number.isInteger(seed) && seed >= 0))
      throw new Error('A seed is a whole number.');
    return { tried: values.kind === undefined ? kinds : [values.kind], from: seeds[0], to: seeds[1] };
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    return exit(2);
  }
}

/** What came of one input: `fine`, a word for what is no fault, or a sentence that says what is wrong, with the input. */
function tryOne(kind, seed) {
  const input = inputOf(kind, seed);
  longest = 0;
  try {
    const fault = faultIn(kind, input);
    if (fault !== null || longest <= mostSeconds) return { fault, seed, input };
    return { fault: `one analysis took ${longest.toFixed(1)} s of processor time`, seed, input };
  } catch (error) {
    return { fault: error.stack, seed, input };
  }
}

function count(kind, { fault, seed, input }) {
  counts[kind] ??= { tried: 0, doubted: 0, faults: 0 };
  counts[kind].tried += 1;
  if (fault === 'doubted') counts[kind].doubted += 1;
  else if (fault !== null) {
    counts[kind].faults += 1;
    print(kind, seed, fault, input.sources);
  }
}

function inputOf(kind, seed) {
  if (kind === 'programs') return randomProgram(seed, endpoints);
  if (kind === 'declarations')
    return { sources: { 'scope-declaration.yaml': hostileDeclaration(seed, declarationText) } };
  return { sources: hostileSources(kind, seed, size) };
}

function faultIn(kind, input) {
  if (kind === 'programs') return faultOfProgram(input);
  if (kind === 'declarations') return faultOfDeclaration(input.sources['scope-declaration.yaml']);
  return faultOf(input.sources, (sources, order) => judge(sources, order));
}

function faultOfDeclaration(text) {
  const { declaration, mistakes } = parseDeclaration(text, 'scope-declaration.yaml', catalog);
  return declaration === null && mistakes.length === 0 ? 'nothing is said of it' : null;
}

function faultOfProgram({ endpoint, sources }) {
  if (!callsOf(sources).includes(`${endpoint.method} ${host}${endpoint.path}`))
    return `it does not call ${endpoint.method} ${endpoint.path}`;
  // Beside another call: without one nothing is called unused.
  const other = endpoints.find((one) => one.path !== endpoint.path);
  const beside = `fetch('${host}${other.path}', { method: '${other.method}' });\n`;
  const verdict = verdictOf(judge({ ...sources, 'src/other.js': beside }, 'forwards'), endpoint);
  if (verdict === 'resolved') return null;
  return verdict === 'doubted' ? verdict : `${endpoint.method} ${endpoint.path} is ${verdict}`;
}

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

function judge(sources, order) {
  const { declaration, mistakes } = declared;
  const rest = { includeTests: false, asOf: '2026-01-01', severities: {}, seeds: null };
  const files = memoryFiles(sources, order);
  const before = cpuUsage();
  const analysis = analyze({ root: '/app', files, catalog, declaration, mistakes, ...rest });
  const { user, system } = cpuUsage(before);
  longest = Math.max(longest, (user + system) / 1e6);
  return analysis;
}

function memoryFiles(sources, order) {
  const texts = new Map(Object.entries(sources).map(([file, text]) => [`/app/${file}`, text]));
  const paths = [...texts.keys()].sort();
  return {
    readFile: (path) => texts.get(path) ?? null,
    fileExists: (path) => texts.has(path),
    directoryExists: (path) => path === '/app' || path === '/app/src',
    realPath: (path) => path,
    listFiles: () => (order === 'backwards' ? paths.toReversed() : paths),
  };
}

function print(kind, seed, fault, sources) {
  console.log(`${kind}, seed ${seed}: ${fault}`);
  for (const [file, text] of Object.entries(sources))
    console.log(`--- ${file}\n${text.length > 4000 ? `${text.slice(0, 4000)} …` : text}`);
}

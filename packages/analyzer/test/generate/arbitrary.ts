import { loadCatalog } from '@leastscope/scope-catalog';
import fc from 'fast-check';
import { changes, type Change } from './changes.js';
import {
  hostForms,
  layers,
  leaves,
  loops,
  namings,
  pathForms,
  siteShapes,
  urlForms,
  type CallSite,
  type ClientChain,
  type EndpointSpec,
  type Program,
  type Table,
} from './program.js';

const endpoints: readonly EndpointSpec[] = loadCatalog()
  .endpoints.filter(({ host, status, version }) => host === 'api' && status === 'current' && version !== null)
  .map(({ method, path }) => ({ method, path }));

const withoutIds = endpoints.filter(({ path }) => !path.includes('{'));

const clientChain: fc.Arbitrary<ClientChain> = fc.record({
  leaf: fc.constantFrom(...leaves),
  layers: fc.array(fc.constantFrom(...layers), { maxLength: 2 }),
});

const callSite: fc.Arbitrary<CallSite> = fc.record({
  endpoint: fc.constantFrom(...endpoints),
  client: fc.nat(1),
  path: fc.constantFrom(...pathForms),
  shape: fc.constantFrom(...siteShapes),
});

const table: fc.Arbitrary<Table> = fc.record({
  rows: fc.uniqueArray(fc.constantFrom(...withoutIds), {
    minLength: 2,
    maxLength: 4,
    selector: ({ method, path }) => method + path,
  }),
  client: fc.nat(1),
  loop: fc.constantFrom(...loops),
});

/** A program in one module system, spread over one to four files. */
export const programs: fc.Arbitrary<Program> = fc.record({
  language: fc.constantFrom('ts', 'js'),
  modules: fc.constantFrom('esm', 'cjs'),
  naming: fc.constantFrom(...namings.slice(0, 1)),
  host: fc.constantFrom(...hostForms),
  url: fc.constantFrom(...urlForms),
  clients: fc.array(clientChain, { minLength: 1, maxLength: 2 }),
  calls: fc.array(callSite, { minLength: 1, maxLength: 4 }),
  tables: fc.array(table, { maxLength: 1 }),
  placement: fc.record({
    constants: fc.constantFrom('main', 'apart'),
    helpers: fc.constantFrom('main', 'apart', 'each'),
    callFiles: fc.integer({ min: 1, max: 3 }),
  }),
  share: fc.constant('named'),
  noise: fc.constant([]),
  isReversed: fc.constant(false),
  hasMethodEnum: fc.constant(false),
});

/** One to three changes that must leave what is used as it is. */
export const changeLists: fc.Arbitrary<readonly Change[]> = fc.array(fc.constantFrom(...changes), {
  minLength: 1,
  maxLength: 3,
});

// The floors of the house as rules that run: imports run down only, rooms do not know each other, and there is no ring.
// One named rule per wall, with the sentence that says why. `scripts/ci/walls-can-fail.mjs` proves that each can fail.

/** The rooms of the analyzer: each is one step of the run, and knows the vocabulary only. */
export const rooms = ['reader', 'link', 'match', 'flow', 'needs', 'rules', 'declaration'];
/** The rooms of the terminal program, and which of them each may know: the floors below it that it stands on. */
export const cliRooms = {
  host: [],
  text: [],
  output: ['host', 'text'],
  project: ['host'],
  change: ['host', 'project'],
  cache: ['host', 'project', 'change'],
  documents: ['host', 'text'],
  reports: ['host', 'text', 'change'],
  'command-line': ['host', 'text', 'project'],
  commands: ['host', 'text', 'output', 'project', 'change', 'cache', 'documents', 'reports', 'command-line'],
  program: ['host', 'text', 'command-line', 'commands'],
};
const cli = '^packages/cli/src';
const analyzer = '^packages/analyzer/src';
const disk = `${analyzer}/disk/`;
const compilerDoor = `${analyzer}/compiler(-parts)?\\.ts$`;
const fileSystem = '^(node:)?fs(/promises)?$';
const processesAndThreads = '^(node:)?(child_process|cluster|worker_threads)$';
const network = '^(node:)?(https?|http2|net|tls|dgram|dns)(/promises)?$';

const ourSource = '^packages/(scope-catalog|analyzer|eslint-plugin|cli)/src/';

export default {
  forbidden: [
    {
      name: 'catalog-stands-alone',
      comment: 'The catalog is data and look-up; it knows nothing of who asks.',
      severity: 'error',
      from: { path: '^packages/scope-catalog/src' },
      to: { path: '^packages/(analyzer|eslint-plugin|cli)/' },
    },
    {
      name: 'analyzer-knows-no-host',
      comment:
        'One engine, two hosts: the engine must work in an editor, a terminal and a test without knowing which.',
      severity: 'error',
      from: { path: analyzer },
      to: { path: '^packages/(eslint-plugin|cli)/' },
    },
    {
      name: 'cli-knows-no-plugin',
      comment: 'Hosts never import each other; what both need belongs to the analyzer.',
      severity: 'error',
      from: { path: '^packages/cli/src' },
      to: { path: '^packages/eslint-plugin/' },
    },
    {
      name: 'plugin-knows-no-cli',
      comment: 'Hosts never import each other; what both need belongs to the analyzer.',
      severity: 'error',
      from: { path: '^packages/eslint-plugin/src' },
      to: { path: '^packages/cli/' },
    },
    ...rooms.map((room) => ({
      name: `${room}-keeps-to-itself`,
      comment: `The ${room} room knows the vocabulary (model), the catalog and the compiler; analyze.ts hands it the rest.`,
      severity: 'error',
      from: { path: `${analyzer}/${room}/` },
      to: { path: `${analyzer}/`, pathNot: [`${analyzer}/(${room}|model)/`, compilerDoor] },
    })),
    ...Object.entries(cliRooms).map(([room, below]) => ({
      name: `cli-${room}-keeps-to-its-floor`,
      comment:
        below.length === 0
          ? `The ${room} room of the terminal program knows none of the others.`
          : `The ${room} room of the terminal program stands on ${below.join(', ')} and knows none of the others.`,
      severity: 'error',
      from: { path: `${cli}/${room}/` },
      to: { path: `${cli}/`, pathNot: `${cli}/(${[room, ...below].join('|')})/` },
    })),
    {
      name: 'cli-has-no-loose-files',
      comment: 'Above the rooms of the terminal program stand its two ways in, and what begins them.',
      severity: 'error',
      from: { path: `${cli}/[^/]+$`, pathNot: [`${cli}/(bin|start|main|index)\\.ts$`, '\\.test\\.ts$'] },
      to: {},
    },
    {
      name: 'cli-no-ring-of-folders',
      comment: 'Two folders that know each other are one, and neither can be read first.',
      severity: 'error',
      scope: 'folder',
      from: { path: cli },
      to: { circular: true },
    },
    {
      name: 'model-is-the-ground',
      comment: 'The vocabulary imports nothing of its own package; everything else imports it.',
      severity: 'error',
      from: { path: `${analyzer}/model/` },
      to: { path: `${analyzer}/`, pathNot: `${analyzer}/model/` },
    },
    {
      name: 'disk-knows-the-model-only',
      comment: 'The disk is one way to be a file system; it knows the interface and none of the steps.',
      severity: 'error',
      from: { path: disk },
      to: { path: `${analyzer}/`, pathNot: `${analyzer}/(disk|model)/` },
    },
    {
      name: 'one-door-to-the-compiler',
      comment:
        'compiler.ts loads the compiler when the first file needs it, and is the one place to change under it.',
      severity: 'error',
      from: { path: ourSource, pathNot: [compilerDoor, '\\.test\\.ts$'] },
      to: { path: 'node_modules/typescript/' },
    },
    {
      name: 'only-disk-touches-files',
      comment:
        'Files come in through the FileSystem interface, so that an editor or a test can stand in for the disk.',
      severity: 'error',
      from: { path: analyzer, pathNot: [disk, '\\.test\\.ts$'] },
      to: { path: fileSystem },
    },
    {
      name: 'analyzer-starts-no-process',
      comment:
        'Only the disk asks git which files are ignored, and reads ahead in a thread; nothing else in the engine starts anything.',
      severity: 'error',
      from: { path: analyzer, pathNot: [disk, '\\.test\\.ts$'] },
      to: { path: processesAndThreads },
    },
    {
      name: 'nobody-calls-out',
      comment: 'No network, no telemetry: nothing that ships may open a connection.',
      severity: 'error',
      from: { path: ourSource, pathNot: '\\.test\\.ts$' },
      to: { path: network },
    },
    {
      name: 'no-ring',
      comment: 'A ring of files cannot be read, tested or loaded in order.',
      severity: 'error',
      from: { path: ourSource },
      to: { circular: true },
    },
    {
      name: 'every-import-resolves',
      comment: 'An import that resolves to nothing would slip past every other wall.',
      severity: 'error',
      from: { path: ourSource },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^packages/[^/]+/dist/' },
    exclude: { path: '^packages/[^/]+/(data|tools|test)/|\\.test\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  },
};

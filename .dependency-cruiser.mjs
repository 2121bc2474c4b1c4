// The floors of the house as rules that run: imports run down only, rooms do not know each other, and there is no ring.
// One named rule per wall, with the sentence that says why. `scripts/ci/walls-can-fail.mjs` proves that each can fail.

/** What every room may know: the nouns, small questions asked of them, and what the language itself does. */
const ground = ['util', 'model', 'lookups', 'builtins'];

/** The rooms of the analyzer in the order of the run, and the rooms that each may know besides the ground. */
export const rooms = {
  compiler: [],
  facts: ['compiler'],
  project: ['compiler', 'facts'],
  walk: [],
  values: ['walk'],
  requests: ['values', 'project'],
  calls: ['requests', 'values', 'walk', 'project'],
  dataflow: ['walk'],
  evidence: ['dataflow', 'walk'],
  needs: [],
  purposes: [],
  rules: ['purposes'],
  declaration: [],
  disk: [],
  morph: [],
};

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
  witnesses: ['host', 'text', 'documents'],
  'command-line': ['host', 'text', 'project'],
  editor: ['host', 'project', 'documents'],
  commands: [
    'host',
    'text',
    'output',
    'project',
    'change',
    'cache',
    'documents',
    'reports',
    'witnesses',
    'command-line',
    'editor',
  ],
  program: ['host', 'text', 'command-line', 'commands'],
};

/** The rooms of the papers, and which of them each may know. */
export const documentRooms = {
  cells: [],
  forms: [],
  dossier: ['cells'],
  papers: ['cells', 'dossier', 'forms'],
  faces: ['cells', 'forms'],
  diagram: ['cells', 'dossier', 'papers', 'faces'],
  exports: ['cells', 'dossier', 'faces'],
  page: ['cells', 'dossier', 'forms', 'papers', 'faces'],
  pack: ['cells', 'dossier', 'forms', 'papers', 'faces', 'diagram', 'exports', 'page'],
};

/** The rooms of the language server, and which of them each may know. Only `connection` speaks the protocol. */
export const languageRooms = {
  model: [],
  text: [],
  catalog: ['model', 'text'],
  code: ['model', 'text', 'catalog'],
  declaration: ['model', 'text', 'catalog'],
  findings: ['model', 'text'],
  actions: ['model', 'text', 'declaration'],
  workspace: ['model', 'text', 'findings'],
  connection: ['model', 'text', 'code', 'declaration', 'findings', 'actions', 'workspace'],
};
const languageServer = '^packages/language-server/src';
const documents = '^packages/documents/src';
const cli = '^packages/cli/src';
const analyzer = '^packages/analyzer/src';
const disk = `${analyzer}/disk/`;
const compilerDoor = `${analyzer}/compiler/`;
const fileSystem = '^(node:)?fs(/promises)?$';
const processesAndThreads = '^(node:)?(child_process|cluster|worker_threads)$';
const network = '^(node:)?(https?|http2|net|tls|dgram|dns)(/promises)?$';

const fixes = '^packages/fixes/src';
const ourSource = '^packages/(scope-catalog|analyzer|documents|fixes|language-server|eslint-plugin|cli)/src/';

export default {
  forbidden: [
    {
      name: 'catalog-stands-alone',
      comment: 'The catalog is data and look-up; it knows nothing of who asks.',
      severity: 'error',
      from: { path: '^packages/scope-catalog/src' },
      to: { path: '^packages/(analyzer|documents|fixes|language-server|eslint-plugin|cli)/' },
    },
    {
      name: 'analyzer-knows-no-host',
      comment:
        'One engine, two hosts: the engine must work in an editor, a terminal and a test without knowing which.',
      severity: 'error',
      from: { path: analyzer },
      to: { path: '^packages/(documents|fixes|language-server|eslint-plugin|cli)/' },
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
    {
      name: 'fixes-know-no-host',
      comment: 'A fix is data and a pure change of a text: terminal and editors offer the same ones.',
      severity: 'error',
      from: { path: fixes },
      to: { path: '^packages/(documents|eslint-plugin|cli)/' },
    },
    {
      name: 'planning-loads-no-tree',
      comment:
        'ts-morph brings a whole compiler; it is loaded when there is something to change, and by nothing else.',
      severity: 'error',
      from: { path: `${fixes}/`, pathNot: `${fixes}/apply/` },
      to: { path: [`${fixes}/apply/`, 'node_modules/ts-morph/'] },
    },
    {
      name: 'fixes-are-applied-late',
      comment:
        'One file of the terminal program brings ts-morph along, and the editor none; see commands/mend-project.ts.',
      severity: 'error',
      from: { path: '^packages/(cli|eslint-plugin)/src', pathNot: `${cli}/commands/apply-plan\\.ts$` },
      to: { path: ['^packages/fixes/(src|dist)/apply/', 'node_modules/ts-morph/'] },
    },
    {
      name: 'papers-know-no-host',
      comment: 'Papers are texts made of plain data: whoever prints them and reads files is above them.',
      severity: 'error',
      from: { path: documents },
      to: { path: '^packages/(eslint-plugin|cli)/' },
    },
    {
      name: 'papers-touch-nothing',
      comment:
        'Same input, same bytes: no file, process or clock of their own; digests of documents are handed in.',
      severity: 'error',
      from: { path: documents, pathNot: '\\.test\\.ts$' },
      to: { path: [fileSystem, processesAndThreads] },
    },
    {
      name: 'language-server-knows-no-host',
      comment:
        'What it needs of the terminal program is handed to it: that program starts it, and never the other way.',
      severity: 'error',
      from: { path: languageServer },
      to: { path: '^packages/(documents|eslint-plugin|cli)/' },
    },
    {
      name: 'only-the-terminal-starts-the-language-server',
      comment: 'Its protocol is heavy; the plugin for ESLint must never load it.',
      severity: 'error',
      from: { path: '^packages/(eslint-plugin|documents)/src' },
      to: { path: '^packages/language-server/' },
    },
    {
      name: 'language-server-touches-nothing',
      comment:
        'Files come in through the interface, and streams are handed in: so an editor’s unsaved text counts, and tests need no process.',
      severity: 'error',
      from: { path: languageServer, pathNot: '\\.test\\.ts$' },
      to: { path: [fileSystem, processesAndThreads] },
    },
    {
      name: 'protocol-only-in-connection',
      comment:
        'Answers are functions of an analysis: of the protocol they know types and constants, never a connection.',
      severity: 'error',
      from: { path: languageServer, pathNot: `${languageServer}/connection/` },
      to: { path: 'node_modules/vscode-languageserver/lib/node/' },
    },
    ...Object.entries(languageRooms).map(([room, below]) => ({
      name: `language-${room}-keeps-to-its-floor`,
      comment:
        below.length === 0
          ? `The ${room} room of the language server knows none of the others.`
          : `The ${room} room of the language server stands on ${below.join(', ')} and knows none of the others.`,
      severity: 'error',
      from: { path: `${languageServer}/${room}/` },
      to: { path: `${languageServer}/`, pathNot: `${languageServer}/(${[room, ...below].join('|')})/` },
    })),
    {
      name: 'only-the-terminal-has-papers',
      comment: 'The editor shows findings; what is heavy in the papers is no part of it.',
      severity: 'error',
      from: { path: '^packages/eslint-plugin/src' },
      to: { path: '^packages/documents/' },
    },
    ...Object.entries(documentRooms).map(([room, below]) => ({
      name: `papers-${room}-keeps-to-its-floor`,
      comment:
        below.length === 0
          ? `The ${room} room of the papers knows none of the others.`
          : `The ${room} room of the papers stands on ${below.join(', ')} and knows none of the others.`,
      severity: 'error',
      from: { path: `${documents}/${room}/` },
      to: { path: `${documents}/`, pathNot: `${documents}/(${[room, ...below].join('|')})/` },
    })),
    ...Object.entries(rooms).map(([room, known]) => ({
      name: `${room}-keeps-to-itself`,
      comment: `The ${room} room knows ${['the ground', ...known].join(', ')}; analyze.ts hands it the rest.`,
      severity: 'error',
      from: { path: `${analyzer}/${room}/` },
      to: { path: `${analyzer}/`, pathNot: `${analyzer}/(${[room, ...ground, ...known].join('|')})/` },
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
      comment: 'The nouns import nothing of their own package; everything else imports them.',
      severity: 'error',
      from: { path: `${analyzer}/model/` },
      to: { path: `${analyzer}/`, pathNot: `${analyzer}/model/` },
    },
    {
      name: 'util-knows-nobody',
      comment: 'Half a dozen lines that any program could use; whatever knows a noun of ours is a look-up.',
      severity: 'error',
      from: { path: `${analyzer}/util/` },
      to: { path: `${analyzer}/`, pathNot: `${analyzer}/util/` },
    },
    {
      name: 'lookups-ask-the-model-only',
      comment:
        'Small questions about one noun, asked by several rooms. What needs a step of the run belongs to its room.',
      severity: 'error',
      from: { path: `${analyzer}/lookups/` },
      to: { path: `${analyzer}/`, pathNot: `${analyzer}/(lookups|model|util)/` },
    },
    {
      name: 'builtins-are-data',
      comment:
        'What the runtime and packages do, as rows; values and data flow read them each in their way, and neither knows the other.',
      severity: 'error',
      from: { path: `${analyzer}/builtins/` },
      to: { path: `${analyzer}/`, pathNot: `${analyzer}/(builtins|util)/` },
    },
    {
      name: 'no-loose-file-but-the-conductor',
      comment:
        'Above the rooms stand the conductor, its short version for editors, and the face; nothing imports them.',
      severity: 'error',
      from: { path: `${analyzer}/[^/]+/` },
      to: { path: `${analyzer}/[^/]+\\.ts$` },
    },
    {
      name: 'no-rule-knows-a-rule',
      comment:
        'A rule is one file that can be read alone; what two rules need is a judgement (purposes) or a word (rules/wording).',
      severity: 'error',
      from: { path: `${analyzer}/rules/(scopes|calls|personal-data|declaration|silencing)/` },
      to: { path: `${analyzer}/rules/(scopes|calls|personal-data|declaration|silencing)/` },
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

// A wall that cannot fail is a wall that is not there. This copies the sources, plants one forbidden import per wall, and
// demands that each wall names its own intruder. The walls: .dependency-cruiser.mjs and eslint.config.mjs.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import walls, { cliRooms, documentRooms, languageRooms, rooms } from '../../.dependency-cruiser.mjs';
import { root } from '../pnpm.mjs';

/** Wall → the file to plant below packages/, and what it imports. */
const intruders = {
  'catalog-stands-alone': ['scope-catalog/src/planted.ts', '../../analyzer/src/index.js'],
  'analyzer-knows-no-host': ['analyzer/src/planted-host.ts', '../../cli/src/index.js'],
  'cli-knows-no-plugin': ['cli/src/planted.ts', '../../eslint-plugin/src/index.js'],
  'plugin-knows-no-cli': ['eslint-plugin/src/planted.ts', '../../cli/src/index.js'],
  ...Object.fromEntries(
    Object.keys(rooms).map((room) => [
      `${room}-keeps-to-itself`,
      [`analyzer/src/${room}/planted.ts`, `../${strangerOf(room)}/planted-neighbour.js`],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(cliRooms).map(([room, below]) => [
      `cli-${room}-keeps-to-its-floor`,
      [`cli/src/${room}/planted.ts`, `../${strangerTo(room, below)}/planted-neighbour.js`],
    ]),
  ),
  'fixes-know-no-host': ['fixes/src/planted-host.ts', '../../cli/src/index.js'],
  'planning-loads-no-tree': ['fixes/src/plan/planted.ts', '../apply/apply-plan.js'],
  'fixes-are-applied-late': ['cli/src/commands/planted-late.ts', '../../../fixes/src/apply/index.js'],
  'papers-know-no-host': ['documents/src/planted-host.ts', '../../cli/src/index.js'],
  'papers-touch-nothing': ['documents/src/papers/planted-files.ts', 'node:fs'],
  'only-the-terminal-has-papers': ['eslint-plugin/src/planted-papers.ts', '../../documents/src/index.js'],
  ...Object.fromEntries(
    Object.entries(documentRooms).map(([room, below]) => [
      `papers-${room}-keeps-to-its-floor`,
      [`documents/src/${room}/planted.ts`, strangerToPapers(room, below)],
    ]),
  ),
  'language-server-knows-no-host': ['language-server/src/planted-host.ts', '../../cli/src/index.js'],
  'only-the-terminal-starts-the-language-server': [
    'eslint-plugin/src/planted-server.ts',
    '../../language-server/src/index.js',
  ],
  'language-server-touches-nothing': ['language-server/src/code/planted-files.ts', 'node:fs'],
  'protocol-only-in-connection': [
    'language-server/src/code/planted-protocol.ts',
    'vscode-languageserver/node',
  ],
  ...Object.fromEntries(
    Object.entries(languageRooms).map(([room, below]) => [
      `language-${room}-keeps-to-its-floor`,
      [`language-server/src/${room}/planted.ts`, strangerToLanguage(room, below)],
    ]),
  ),
  'cli-has-no-loose-files': ['cli/src/planted-loose.ts', './host/planted-neighbour.js'],
  'cli-no-ring-of-folders': ['cli/src/documents/planted-a/ring.ts', '../planted-b/leaf.js'],
  'model-is-the-ground': ['analyzer/src/model/planted.ts', '../rules/planted-neighbour.js'],
  'util-knows-nobody': ['analyzer/src/util/planted.ts', '../model/place.js'],
  'lookups-ask-the-model-only': ['analyzer/src/lookups/planted.ts', '../rules/planted-neighbour.js'],
  'builtins-are-data': ['analyzer/src/builtins/planted.ts', '../model/place.js'],
  'no-loose-file-but-the-conductor': ['analyzer/src/needs/planted-conductor.ts', '../analyze.js'],
  'no-rule-knows-a-rule': ['analyzer/src/rules/calls/planted-rule.ts', '../personal-data/unread-data.js'],
  'one-door-to-the-compiler': ['analyzer/src/values/planted-compiler.ts', 'typescript'],
  'only-disk-touches-files': ['analyzer/src/rules/planted-files.ts', 'node:fs'],
  'analyzer-starts-no-process': ['analyzer/src/needs/planted-process.ts', 'node:child_process'],
  'nobody-calls-out': ['cli/src/planted-network.ts', 'node:https'],
  'no-ring': ['cli/src/planted-ring-a.ts', './planted-ring-b.js'],
  'every-import-resolves': ['cli/src/planted-nowhere.ts', './there-is-no-such-file.js'],
};

/** Files that the intruders need to stand beside them. */
const bystanders = {
  'cli/src/planted-ring-b.ts': "import './planted-ring-a.js';\n",
  // The other half of the ring of folders: no wall between rooms stands in its way.
  'cli/src/documents/planted-a/leaf.ts': 'export {};\n',
  'cli/src/documents/planted-b/leaf.ts': 'export {};\n',
  'cli/src/documents/planted-b/ring.ts': "import '../planted-a/leaf.js';\n",
  ...Object.fromEntries(
    Object.keys(rooms).map((room) => [`analyzer/src/${room}/planted-neighbour.ts`, 'export {};\n']),
  ),
  ...Object.fromEntries(
    Object.keys(cliRooms).map((room) => [`cli/src/${room}/planted-neighbour.ts`, 'export {};\n']),
  ),
  ...Object.fromEntries(
    Object.keys(languageRooms).map((room) => [
      `language-server/src/${room}/planted-neighbour.ts`,
      'export {};\n',
    ]),
  ),
  ...Object.fromEntries(
    Object.keys(documentRooms).map((room) => [`documents/src/${room}/planted-neighbour.ts`, 'export {};\n']),
  ),
};

const failures = [...wallsWithoutIntruder(), ...intrudersNotSeen(), ...(await wallsOfEslintNotSeen())];
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exit(1);
console.log(
  `All ${Object.keys(intruders).length} walls between rooms and those of ESLint stop what they are there to stop.`,
);

/** A room that another may not know. */
function strangerOf(room) {
  return Object.keys(rooms).find((other) => other !== room && !rooms[room].includes(other));
}

function wallsWithoutIntruder() {
  return walls.forbidden
    .filter(({ name }) => !Object.hasOwn(intruders, name))
    .map(({ name }) => `${name}: no intruder is planted for this wall in scripts/ci/walls-can-fail.mjs.`);
}

function intrudersNotSeen() {
  const copy = copyOfSources();
  try {
    for (const [path, target] of Object.values(intruders)) plant(copy, path, `import '${target}';\n`);
    for (const [path, text] of Object.entries(bystanders)) plant(copy, path, text);
    const violations = cruise(copy);
    return Object.entries(intruders)
      .filter(
        ([wall, [path]]) => !violations.some(({ rule, from }) => rule.name === wall && isFrom(path, from)),
      )
      .map(([wall, [path, target]]) => `${wall}: ${path} imports ${target}, and the wall lets it through.`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A wall between folders names the intruder's folder. */
function isFrom(path, from) {
  return from.endsWith(path) || from.endsWith(dirname(path));
}

/** A room that a room of the terminal program must not know. */
function strangerTo(room, below) {
  return Object.keys(cliRooms).find((other) => other !== room && !below.includes(other));
}

/** The pack may know all rooms: to it the face of the package is the stranger. */
function strangerToPapers(room, below) {
  const stranger = Object.keys(documentRooms).find((other) => other !== room && !below.includes(other));
  return stranger === undefined ? '../index.js' : `../${stranger}/planted-neighbour.js`;
}

/** As of the papers: whoever speaks the protocol may know nearly all. */
function strangerToLanguage(room, below) {
  const stranger = Object.keys(languageRooms).find((other) => other !== room && !below.includes(other));
  return stranger === undefined ? '../index.js' : `../${stranger}/planted-neighbour.js`;
}

function copyOfSources() {
  const copy = mkdtempSync(join(tmpdir(), 'leastscope-walls-'));
  const keep = (path) => !path.includes('/dist/.') && !/packages\/[^/]+\/data$/.test(path);
  for (const name of readdirSync(join(root, 'packages'))) {
    cpSync(join(root, 'packages', name), join(copy, 'packages', name), {
      recursive: true,
      verbatimSymlinks: true,
      filter: keep,
    });
  }
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.base.json', 'package.json']) {
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

function plant(copy, path, text) {
  const file = join(copy, 'packages', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function cruise(copy) {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [tool, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'packages/*/src'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(`dependency-cruiser said nothing: ${stderr}`);
  return JSON.parse(stdout).summary.violations;
}

/**
 * ESLint's own walls: `process` belongs to bin.ts, and words of the platform to the catalog. Each text stands in for a file
 * that exists, so that types are found.
 */
async function wallsOfEslintNotSeen() {
  const eslint = new ESLint({ cwd: root });
  const [main, engine] = ['cli/src/main.ts', 'analyzer/src/requests/split-url.ts'];
  const intruding = [
    ['no-restricted-globals', main, 'process.exit(1);'],
    ['no-restricted-imports', main, "import process from 'node:process';\nprocess.exit(1);"],
    ['no-restricted-properties', main, 'globalThis.process.exit(1);'],
    ['no-restricted-syntax', engine, "export const header = 'x-tts-access-token';"],
    ['no-restricted-syntax', engine, 'export const version = /20[2-9]\\d[01]\\d/;'],
    ['no-restricted-syntax', engine, 'export const name = (host: string) => `tiktok ${host}`;'],
  ];
  const failed = [];
  for (const [rule, file, text] of intruding) {
    const [result] = await eslint.lintText(`${text}\n`, { filePath: join(root, 'packages', file) });
    if (!result.messages.some(({ ruleId }) => ruleId === rule))
      failed.push(`${rule}: ${text} is let through in ${file}.`);
  }
  return failed;
}

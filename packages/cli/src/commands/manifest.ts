import { createDiskFiles } from '@leastscope/analyzer/disk';
import { createManifest, printManifest } from '../documents/manifest.js';
import { manifestAsModule } from '../documents/manifest-module.js';
import { compareManifests } from '../documents/compare-manifests.js';
import { exitCodes, type ExitCode } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import { analyzeOrRecall } from '../cache/analyze-or-recall.js';
import type { AnalyzedProject } from '../project/analyze-workspace.js';
import { findWorkspace } from '../project/find-projects.js';
import { color, flag, readProjectOptions, text } from '../command-line/read-options.js';
import { choosePainter, type Painter } from '../text/painter.js';
import { count } from '../text/words.js';
import { tool } from '../host/about.js';
import { writeFile } from '../output/write-file.js';
import type { RunCommand } from '../command-line/command.js';
import { writeStats } from './write-stats.js';

export const manifestFileName = 'scope-manifest.json';

/** A form that the manifest can take: its file, and how that is written and said to be stale. */
const forms = {
  json: { file: manifestFileName, print: printManifest, command: 'leastscope manifest' },
  ts: { file: 'scope-manifest.ts', print: manifestAsModule, command: 'leastscope manifest --as ts' },
} as const;
type Form = (typeof forms)[keyof typeof forms];

/** One project's manifest, ready to be written or compared. */
interface Printed {
  /** Absolute. */
  readonly path: string;
  /** Relative, for messages. */
  readonly shown: string;
  readonly text: string;
  readonly scopes: number;
  /** What writes it. */
  readonly command: string;
}

/** `leastscope manifest`: the minimal scopes with their evidence, beside the declaration. */
export const run: RunCommand = async (input, host) => {
  const options = readProjectOptions(input, host);
  if (flag(input, 'check') && flag(input, 'stdout'))
    throw new Misuse('--check and --stdout exclude each other');
  const workspace = findWorkspace(options, createDiskFiles());
  if (workspace.projects.some((project) => project.declaration === null)) {
    throw new Misuse(
      'a manifest needs a scope-declaration.yaml, which names the app; `leastscope init` writes a first one',
    );
  }
  if (flag(input, 'stdout') && workspace.projects.length > 1) {
    throw new Misuse('there are several declarations below; choose one with --declaration or --cwd');
  }
  const { projects } = await analyzeOrRecall(workspace, options, host);
  const manifests: Printed[] = [];
  const form = text(input, 'as') === 'ts' ? forms.ts : forms.json;
  for (const project of projects) manifests.push(await print(project, form, host));
  writeStats(projects, options, host);
  if (flag(input, 'stdout')) return toStdout(manifests, host);
  if (flag(input, 'check'))
    return compare(manifests, choosePainter(color(input), host.stdout.isTerminal, host.env), host);
  return write(manifests, host);
};

async function print(
  { project, folder, analysis }: AnalyzedProject,
  form: Form,
  host: Host,
): Promise<Printed> {
  const { catalog, purposeOfUse } = await host.loadEngine();
  const { declaration } = analysis;
  if (declaration === null) {
    throw new Misuse(`${folder}${project.declaration ?? ''} has mistakes; \`leastscope check\` lists them`);
  }
  const manifest = createManifest({
    analysis,
    declaration,
    catalog,
    tool,
    purposeOf: (use) => purposeOfUse(use, declaration, catalog, analysis.directives),
  });
  return {
    path: `${project.root}/${form.file}`,
    shown: folder + form.file,
    text: form.print(manifest),
    scopes: manifest.scopes.length,
    command: form.command,
  };
}

function toStdout(manifests: readonly Printed[], host: Host): ExitCode {
  for (const { text } of manifests) host.stdout.write(text);
  return exitCodes.clean;
}

function write(manifests: readonly Printed[], host: Host): ExitCode {
  for (const { path, shown, text, scopes } of manifests) {
    writeFile(path, text, shown);
    host.stdout.write(`wrote ${shown}: ${count(scopes, 'scope')}\n`);
  }
  return exitCodes.clean;
}

function compare(manifests: readonly Printed[], painter: Painter, host: Host): ExitCode {
  const files = createDiskFiles();
  let exitCode: ExitCode = exitCodes.clean;
  for (const { path, shown, text, command } of manifests) {
    const old = files.readFile(path);
    const changes = old === null ? [] : compareManifests(old, text, painter);
    if (old !== null && changes.length === 0) {
      host.stdout.write(`${shown} is current\n`);
      continue;
    }
    exitCode = exitCodes.findings;
    const state = old === null ? 'is missing' : 'is stale';
    host.stdout.write([`${shown} ${state}; run \`${command}\``, ...changes, ''].join('\n'));
  }
  return exitCode;
}

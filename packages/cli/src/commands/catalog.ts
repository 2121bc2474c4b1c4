import type { Declaration } from '@leastscope/analyzer';
import type { Catalog } from '@leastscope/scope-catalog';
import { createDiskFiles } from '@leastscope/analyzer/disk';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandInput, RunCommand } from '../command-line/command.js';
import { color, readProjectOptions, text, texts } from '../command-line/read-options.js';
import {
  catalogAsJson,
  catalogPage,
  comparisonPage,
  type Comparison,
} from '../documents/catalog/catalog-page.js';
import { compareList, compareRequested, type Difference } from '../documents/catalog/compare-answer.js';
import { readAnswer, type SavedAnswer } from '../documents/catalog/saved-answer.js';
import { printPage } from '../documents/explain/page.js';
import type { Engine } from '../host/engine.js';
import { exitCodes } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import { outputLayout, writeOutput } from '../output/write-output.js';
import { findProject } from '../project/find-projects.js';

/** `leastscope catalog`: how old and how complete the catalog is, and whether the platform's own files agree with it. */
export const run: RunCommand = async (input, host) => {
  const engine = await host.loadEngine();
  const { catalog } = engine;
  const options = {
    cwd: resolve(host.cwd, text(input, 'cwd') ?? '.'),
    output: text(input, 'output'),
    color: color(input),
  };
  const comparison = compare(input, host, options.cwd, engine);
  const layout = outputLayout(options, host);
  const said =
    text(input, 'format') === 'json'
      ? catalogAsJson(catalog, comparison)
      : printPage(comparison === null ? catalogPage(catalog) : comparisonPage(comparison), layout);
  writeOutput(said, options, host);
  return comparison === null || comparison.differences.length === 0 ? exitCodes.clean : exitCodes.findings;
};

/** The files that are named, and those that the declaration names. Null where nothing was to be compared. */
function compare(input: CommandInput, host: Host, cwd: string, engine: Engine): Comparison | null {
  const given = texts(input, 'against');
  if (given.length === 0) return null;
  const declared = declarationOf(input, host, engine);
  const lists = given.map((word) => {
    const [, of = null, file = word] = /^([a-z0-9_.]+)=(.+)$/.exec(word) ?? [];
    return { of, file, path: resolve(cwd, file), isService: false };
  });
  const services = consoleFiles(declared).map((file) => ({
    of: null,
    file,
    path: resolve(declared?.root ?? cwd, file),
    isService: true,
  }));
  const requested = declared?.declaration.requestedScopes.map(({ value }) => value) ?? null;
  const differences = [...lists, ...services].flatMap(
    ({ of, file, path, isService }): readonly Difference[] => {
      const answer = answerIn(path, file, engine.catalog);
      const asList = isService ? [] : compareList(file, answer, of, engine.catalog);
      // A list of one package shows its scope as well, and says nothing of what the app has enabled.
      const tellsState = isService || (answer.operations.length === 0 && answer.enabled.length > 0);
      if (answer.operations.length === 0 && !tellsState)
        throw new Misuse(`${file} names no endpoint, scope or package that could be compared`);
      return tellsState && requested !== null
        ? [...asList, ...compareRequested(file, answer, requested)]
        : asList;
    },
  );
  return { files: [...lists, ...services].map(({ file }) => file), differences };
}

interface Declared {
  readonly root: string;
  readonly declaration: Declaration;
}

function declarationOf(
  input: CommandInput,
  host: Host,
  { parseDeclaration, catalog }: Engine,
): Declared | null {
  const files = createDiskFiles();
  const project = findProject(readProjectOptions(input, host), files);
  if (project.declaration === null) return null;
  const yaml = files.readFile(`${project.root}/${project.declaration}`);
  const declaration = yaml === null ? null : parseDeclaration(yaml, project.declaration, catalog).declaration;
  return declaration === null ? null : { root: project.root, declaration };
}

function consoleFiles(declared: Declared | null): readonly string[] {
  const { service = null, scopes = null } = declared?.declaration.console ?? {};
  return [scopes, service].filter((file) => file !== null);
}

/** Far more than any answer of the platform. */
const biggest = 20_000_000;

function answerIn(path: string, shown: string, catalog: Catalog): SavedAnswer {
  try {
    if (statSync(path).size > biggest) throw new Error('too big');
    return readAnswer(JSON.parse(readFileSync(path, 'utf8')), catalog);
  } catch {
    throw new Misuse(`${shown} could not be read as JSON`);
  }
}

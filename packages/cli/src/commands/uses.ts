import type { Analysis, Needs } from '@leastscope/analyzer';
import { createDiskFiles, forwardSlashes } from '@leastscope/analyzer/disk';
import { relative, resolve } from 'node:path';
import { callsAt, tellPlace, type AskedPlace } from '../documents/place-story.js';
import { onlyPersonal } from '../documents/only-personal.js';
import { fieldsAsText, usesAsJson, usesAsText } from '../documents/uses-list.js';
import { exitCodes } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import { analyzeOrRecall } from '../cache/analyze-or-recall.js';
import { pathFrom } from '../project/path-from.js';
import { findProject } from '../project/find-projects.js';
import { color, flag, readProjectOptions, text } from '../command-line/read-options.js';
import type { ProjectOptions } from '../project/project-options.js';
import type { ColorChoice } from '../text/painter.js';
import type { CommandInput, RunCommand } from '../command-line/command.js';
import { outputLayout, writeOutput } from '../output/write-output.js';
import { writeStats } from './write-stats.js';

interface UsesOptions extends ProjectOptions {
  readonly format: 'text' | 'json';
  readonly output: string | null;
  readonly showUnreached: boolean;
  readonly showFields: boolean;
  readonly onlyPersonal: boolean;
  readonly color: ColorChoice;
}

/** `leastscope uses`: every call with its evidence, or the story of the calls at one place. */
export const run: RunCommand = async (input, host) => {
  const options = readOptions(input, host);
  const files = createDiskFiles();
  const project = findProject(options, files);
  const asked = input.argument === null ? null : readPlace(input.argument, options.cwd, project.root);
  if (asked !== null && !files.fileExists(pathFrom(project.root, asked.file))) {
    throw new Misuse(`there is no file ${asked.file} in this project`);
  }
  const { projects } = await analyzeOrRecall({ base: project.root, projects: [project] }, options, host);
  const layout = outputLayout(options, host);
  const sourceOf = (file: string): string | null => files.readFile(pathFrom(project.root, file));
  const print = async ({ needs: all, evidence }: Analysis): Promise<string> => {
    const needs = options.onlyPersonal ? await personalOf(all, host) : all;
    if (options.format === 'json')
      return usesAsJson(
        asked === null ? needs : callsAt(asked, needs),
        asked === null ? evidence : null,
        options,
      );
    if (asked === null) return usesAsText(needs, options, layout);
    // Only the story of a place explains the endpoints: all else is told without the engine, when it is remembered.
    const { catalog } = await host.loadEngine();
    const fields = options.showFields ? fieldsAsText(callsAt(asked, needs), options, layout) : '';
    return tellPlace(asked, needs, catalog, { ...layout, sourceOf }) + fields;
  };
  const texts = await Promise.all(projects.map(({ analysis }) => print(analysis)));
  writeOutput(texts.join(''), options, host);
  writeStats(projects, options, host);
  return exitCodes.clean;
};

function readOptions(input: CommandInput, host: Host): UsesOptions {
  const showFields = flag(input, 'fields') || flag(input, 'personal');
  return {
    ...readProjectOptions(input, host),
    extent: showFields || input.argument !== null ? 'everything' : 'calls',
    format: text(input, 'format') === 'json' ? 'json' : 'text',
    output: text(input, 'output'),
    showUnreached: flag(input, 'unreached'),
    showFields,
    onlyPersonal: flag(input, 'personal'),
    color: color(input),
  };
}

/** Which categories are data of a person, only the catalog knows. */
async function personalOf(needs: Needs, host: Host): Promise<Needs> {
  const { catalog } = await host.loadEngine();
  return onlyPersonal(needs, catalog);
}

/** `src/a.ts`, `src/a.ts:12` or, as editors copy it, `src/a.ts:12:5`; relative to where the command runs. */
function readPlace(given: string, cwd: string, root: string): AskedPlace {
  const [, path = given, line] = /^(.*?)(?::(\d+))?(?::\d+)?$/.exec(given) ?? [];
  const file = forwardSlashes(relative(root, resolve(cwd, path)));
  return { file, line: line === undefined ? null : Number(line) };
}

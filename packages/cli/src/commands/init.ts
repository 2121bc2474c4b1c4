import { createDiskFiles, findUpward } from '@leastscope/analyzer/disk';
import type { FileSystem } from '@leastscope/analyzer';
import { relative } from 'node:path';
import { createInitialDeclaration } from '../documents/initial-declaration.js';
import { exitCodes } from '../host/exit-codes.js';
import { Misuse } from '../host/misuse.js';
import { analyzeFiles } from '../project/analyze-workspace.js';
import { declarationFileName } from '../project/declaration-file-name.js';
import { flag, readProjectOptions } from '../command-line/read-options.js';
import { toForwardSlashes } from '../project/project-options.js';
import { count } from '../text/words.js';
import { writeFile } from '../output/write-file.js';
import type { RunCommand } from '../command-line/command.js';

/** `leastscope init`: a first declaration from what the code tells. Never asks. */
export const run: RunCommand = async (input, host) => {
  const options = readProjectOptions(input, host);
  const files = createDiskFiles();
  const path = `${options.cwd}/${declarationFileName}`;
  if (!files.directoryExists(options.cwd)) throw new Misuse('--cwd: there is no such folder');
  if (!flag(input, 'stdout') && !flag(input, 'force') && files.fileExists(path)) {
    throw new Misuse(
      `${declarationFileName} is there already; --force overwrites it, --stdout only shows the proposal`,
    );
  }
  const project = { root: options.cwd, folder: '', declaration: null };
  const { projects } = await analyzeFiles({ base: options.cwd, projects: [project] }, options, host);
  const { catalog } = await host.loadEngine();
  const appName = readAppName(files, options.cwd);
  const schema = schemaPath(options.cwd);
  for (const { analysis } of projects) {
    const text = createInitialDeclaration({ needs: analysis.needs, catalog, appName, schema });
    if (flag(input, 'stdout')) host.stdout.write(text);
    else {
      writeFile(path, text, declarationFileName);
      const { resolved, open } = analysis.needs.coverage;
      host.stdout.write(
        `wrote ${declarationFileName} from ${count(resolved + open, 'call')}; fill in its TODOs\n`,
      );
    }
  }
  return exitCodes.clean;
};

/** The folder's own name would make the output depend on where the checkout lies. */
function readAppName(files: FileSystem, cwd: string): string | null {
  const text = files.readFile(`${cwd}/package.json`);
  if (text === null) return null;
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== 'object' || manifest === null || !('name' in manifest)) return null;
    return typeof manifest.name === 'string' ? manifest.name : null;
  } catch {
    return null;
  }
}

const schemaFile = 'node_modules/leastscope/schema/scope-declaration.schema.json';

/** For completion in editors; only where it is really there, since a path that leads nowhere is an error in them. */
function schemaPath(cwd: string): string | null {
  const above = findUpward(cwd, schemaFile);
  if (above === null) return null;
  const path = toForwardSlashes(relative(cwd, `${above}/${schemaFile}`));
  return path.startsWith('.') ? path : `./${path}`;
}

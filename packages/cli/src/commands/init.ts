import { createDiskFiles, findUpward } from '@leastscope/analyzer/disk';
import { relative } from 'node:path';
import { createInitialDeclaration } from '../documents/initial-declaration.js';
import { version } from '../host/about.js';
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
  const { includeTests } = options;
  const schema = schemaPath(options.cwd);
  for (const { analysis } of projects) {
    const text = createInitialDeclaration({ needs: analysis.needs, catalog, includeTests, schema });
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

const schemaName = 'schema/scope-declaration.schema.json';
/** Each of these brings the schema along; one of them alone will do. */
const packagesWithSchema = ['leastscope', '@leastscope/eslint-plugin'];

/**
 * For completion in editors. A path only where the schema is really there, since one that leads nowhere is an error in them:
 * npm, pnpm and Yarn's linker for node_modules have it there. With Plug'n'Play it lies inside an archive, which no path leads
 * into: then it is the address of the same file at the registry, which the archive came from.
 */
function schemaPath(cwd: string): string | null {
  for (const name of packagesWithSchema) {
    const file = `node_modules/${name}/${schemaName}`;
    const above = findUpward(cwd, file);
    if (above === null) continue;
    const path = toForwardSlashes(relative(cwd, `${above}/${file}`));
    return path.startsWith('.') ? path : `./${path}`;
  }
  return findUpward(cwd, '.pnp.cjs') === null
    ? null
    : `https://unpkg.com/leastscope@${version}/${schemaName}`;
}

import { createDiskFiles } from '@leastscope/analyzer/disk';
import { createInitialDeclaration } from '../documents/initial-declaration.js';
import { envExampleNames } from '../documents/proposals/env-scopes.js';
import { exitCodes } from '../host/exit-codes.js';
import { Misuse } from '../host/misuse.js';
import { analyzeFiles } from '../project/analyze-workspace.js';
import { declarationFileName } from '../project/declaration-file-name.js';
import { flag, readProjectOptions } from '../command-line/read-options.js';
import { schemaPath } from '../project/schema-path.js';
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
  const schema = schemaPath(options.cwd, 'scope-declaration');
  const envExamples = envExampleNames.flatMap((file) => {
    const text = files.readFile(`${options.cwd}/${file}`);
    return text === null ? [] : [{ file, text }];
  });
  for (const { analysis } of projects) {
    const text = createInitialDeclaration({
      needs: analysis.needs,
      catalog,
      includeTests,
      schema,
      envExamples,
    });
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

import { createDiskFiles } from '@leastscope/analyzer/disk';
import type { RunCommand } from '../command-line/command.js';
import { exitCodes } from '../host/exit-codes.js';
import { Misuse } from '../host/misuse.js';
import { findWorkspace, workspaceOf } from '../project/find-projects.js';
import { readSelection, rootsOf } from '../project/selection.js';
import { onDisk } from '../project/declaration-finder.js';
import { tellLeft, tellMended } from '../documents/mend/tell-mended.js';
import { askEach } from './choose-changes.js';
import { readFixOptions } from './fix-options.js';
import { mendProject } from './mend-project.js';
import { writeMended } from './write-mended.js';

/** `leastscope fix`: changes the code that was found fault with. The declaration is `check --fix`'s. */
export const run: RunCommand = async (input, host) => {
  const options = readFixOptions(input, host);
  const files = createDiskFiles();
  const selection = await readSelection(options.paths, options.cwd, files);
  const workspace =
    selection === null || options.declaration !== null
      ? findWorkspace(options, files)
      : workspaceOf(rootsOf(selection, files, onDisk), options.cwd);
  if (workspace.projects.length === 0)
    throw new Misuse('no declaration speaks for what is named; `leastscope init` writes a first one');
  const choose = options.mode === 'interactive' ? askEach(host) : null;
  for (const project of workspace.projects) {
    const mended = await mendProject({ workspace, project, files, selection }, options, host, choose);
    const written = options.mode === 'dry-run' ? mended : writeMended(mended, project);
    host.stdout.write(tellMended(written, project.folder, options));
    // A difference that goes into a file, or to `git apply`, is nothing but a difference.
    const aside = options.mode === 'dry-run' ? host.stderr : host.stdout;
    aside.write(tellLeft(written, project.folder));
  }
  choose?.end();
  return exitCodes.clean;
};

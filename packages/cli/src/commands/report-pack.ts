import { makePack, type Dossier } from '@leastscope/documents';
import { exitCodes, type ExitCode } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import { readOldPack, writeFolder } from '../output/write-folder.js';
import type { PaperOptions } from './paper-options.js';

/** Writes all papers into a folder, all or none. */
export async function writePack(dossier: Dossier, { cwd, out }: PaperOptions, host: Host): Promise<ExitCode> {
  if (out === null) throw new Misuse('the pack needs a folder: --out review-pack');
  const before = readOldPack(out, cwd);
  const pack = await makePack(dossier, before);
  writeFolder(out, cwd, pack.files);
  host.stdout.write(
    `wrote ${out}: ${pack.files.length} files; gaps: ${pack.gaps}; open index.html in a browser\n`,
  );
  return exitCodes.clean;
}

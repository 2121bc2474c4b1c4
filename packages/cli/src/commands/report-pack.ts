import { makePack, type Dossier } from '@leastscope/documents';
import { namedDocuments } from '@leastscope/analyzer';
import { differsFromHead } from '@leastscope/analyzer/disk';
import { resolve } from 'node:path';
import { exitCodes, type ExitCode } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import { readOldPack, writeFolder } from '../output/write-folder.js';
import type { PaperOptions } from './paper-options.js';

/** Writes all papers into a folder, all or none. */
export async function writePack(
  dossier: Dossier,
  { cwd, out }: PaperOptions,
  root: string,
  host: Host,
): Promise<ExitCode> {
  if (out === null) throw new Misuse('the pack needs a folder: --out review-pack');
  const before = readOldPack(out, cwd);
  const isChanged = differsFromHead({
    folder: root,
    alsoRead: documentsOf(dossier),
    except: resolve(cwd, out),
  });
  const pack = await makePack({ ...dossier, isChanged }, before);
  writeFolder(out, cwd, pack.files);
  host.stdout.write(
    `wrote ${out}: ${pack.files.length} files; gaps: ${pack.gaps}; open index.html in a browser\n`,
  );
  return exitCodes.clean;
}

function documentsOf({ analysis: { declaration } }: Dossier): readonly string[] {
  return declaration === null ? [] : namedDocuments(declaration).map(({ path }) => path);
}

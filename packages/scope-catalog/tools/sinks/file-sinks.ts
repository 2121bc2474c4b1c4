import type { Sink } from '@leastscope/scope-catalog';
import { sinks, words } from './sink-rows.js';

const writes = words(`
  writeFile writeFileSync appendFile appendFileSync write writeSync writev writevSync
  createWriteStream.write createWriteStream.end
`);
const deletes = words(
  'unlink unlinkSync rm rmSync rmdir rmdirSync truncate truncateSync ftruncate ftruncateSync',
);

/** Files: Node's own module, what is built on it, and other runtimes. */
export const fileSinks: readonly Sink[] = [
  ...sinks('store', ['node:fs', 'graceful-fs'], writes),
  ...sinks('delete', ['node:fs', 'graceful-fs'], deletes),
  ...sinks(
    'store',
    ['fs-extra'],
    [
      ...writes,
      ...words('outputFile outputFileSync writeJson writeJsonSync writeJSON writeJSONSync'),
      ...words('outputJson outputJsonSync outputJSON outputJSONSync'),
    ],
  ),
  ...sinks('delete', ['fs-extra'], [...deletes, ...words('remove removeSync emptyDir emptyDirSync')]),
  // A sheet is made to be handed on, and what is made in memory leaves as bytes.
  ...sinks('store', ['xlsx'], words('writeFile writeFileXLSX writeFileAsync write')),
  ...sinks(
    'store',
    ['exceljs'],
    words('writeFile xlsx.writeBuffer csv.writeBuffer addRow addRows insertRow insertRows'),
  ),
  ...sinks('store', ['basic-ftp'], words('uploadFrom uploadFromDir appendFrom')),
  ...sinks('delete', ['basic-ftp'], words('remove removeDir clearWorkingDir')),
  ...sinks('store', ['ssh2-sftp-client'], words('put fastPut append uploadDir')),
  ...sinks('delete', ['ssh2-sftp-client'], words('delete rmdir')),
  ...sinks('store', ['lowdb'], words('write update')),
  ...sinks('store', ['file-saver'], words('saveAs default')),
  ...sinks('store', ['jsonfile'], words('writeFile writeFileSync')),
  ...sinks('store', ['write-file-atomic'], words('default sync')),
  ...sinks('store', ['conf', 'electron-store', 'configstore'], words('set')),
  ...sinks('delete', ['conf', 'electron-store', 'configstore'], words('delete clear')),
  ...sinks('delete', ['rimraf'], words('default rimraf rimrafSync sync')),
  ...sinks('delete', ['del'], words('default deleteAsync deleteSync')),
  ...sinks(
    'store',
    ['global'],
    words('Bun.write Deno.writeFile Deno.writeFileSync Deno.writeTextFile Deno.writeTextFileSync'),
  ),
  ...sinks('delete', ['global'], words('Deno.remove Deno.removeSync')),
];

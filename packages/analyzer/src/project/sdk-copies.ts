import type { FileSystem } from '../model/analysis.js';
import { joinPath, parentOf } from './paths.js';

/**
 * Whether a file belongs to a copy of the official SDK. The generator leaves marks: a class per module and version,
 * and its own local names; an index of the copy exports such files. Known by content, in whatever folder it lies.
 */
export function isSdkFile(files: FileSystem, root: string, file: string): boolean {
  const known = copies.get(files) ?? new Map<string, boolean>();
  copies.set(files, known);
  const key = `${root}/${file}`;
  const answer = known.get(key) ?? looksLikeSdk(files, root, file);
  known.set(key, answer);
  return answer;
}

const copies = new WeakMap<FileSystem, Map<string, boolean>>();

const apiFile = /V20\d{4}Api(?:\.[mc]?[jt]s)?['"]|class \w+V20\d{4}Api\b/;
const generatorMarks =
  /localVarPath|TikTokShopNodeApiClient|export \* from ['"]\.\/(?:api\/)?\w+V20\d{4}Api|ClientConfiguration/;

function looksLikeSdk(files: FileSystem, root: string, file: string): boolean {
  const text = files.readFile(`${root}/${file}`);
  if (text === null) return false;
  if (isSdkText(text)) return true;
  // Its other parts name no operation themselves: they lie beside the folder of the operations, or one below.
  const folder = parentOf(file);
  const isPart = /(?:^|\/)(?:client|api|apis|model|models|utils?)$/.test(folder);
  return hasApis(files, root, folder) || (isPart && hasApis(files, root, parentOf(folder)));
}

/** Whether a text is one of the generated files themselves, or the client that gathers them. */
export function isSdkText(text: string): boolean {
  if (/class TikTokShopNodeApiClient\b/.test(text)) return true;
  return (
    apiFile.test(text) && generatorMarks.test(text) && /class \w+V20\d{4}Api\b|export \* from/.test(text)
  );
}

const gatherers = [
  'api/apis.ts',
  'api/apis.js',
  'api/index.ts',
  'api/index.js',
  'client/client.ts',
  'client/client.js',
];

function hasApis(files: FileSystem, root: string, folder: string): boolean {
  return gatherers.some((name) => {
    const text = files.readFile(`${root}/${joinPath(folder, name)}`);
    return text !== null && isSdkText(text);
  });
}

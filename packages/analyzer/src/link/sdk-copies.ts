import type { FileSystem } from '../model/analysis.js';

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
const generatorMarks = /localVarPath|TikTokShopNodeApiClient|export \* from ['"]\.\/(?:api\/)?\w+V20\d{4}Api|ClientConfiguration/;

function looksLikeSdk(files: FileSystem, root: string, file: string): boolean {
  const text = files.readFile(`${root}/${file}`);
  if (text === null) return false;
  if (isSdkText(text)) return true;
  // The index of a copy names neither: `export * from './client/client'`, `export * from './api/apis'`.
  if (text.length > 4000 || !/export \* from|require\(/.test(text)) return false;
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
  return /['"]\.\/(?:api(?:\/apis)?|client(?:\/client)?|apis)(?:\.[jt]s)?['"]/.test(text) && hasApis(files, `${root}/${folder}`);
}

/** Whether a text is one of the generated files themselves, or the client that gathers them. */
export function isSdkText(text: string): boolean {
  if (/class TikTokShopNodeApiClient\b/.test(text)) return true;
  return apiFile.test(text) && generatorMarks.test(text) && /class \w+V20\d{4}Api\b|export \* from/.test(text);
}

function hasApis(files: FileSystem, folder: string): boolean {
  return ['api/apis.ts', 'api/apis.js', 'api/index.ts', 'api/index.js', 'client/client.ts', 'client/client.js'].some((file) => {
    const text = files.readFile(`${folder}/${file}`);
    return text !== null && isSdkText(text);
  });
}

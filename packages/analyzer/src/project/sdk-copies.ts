import type { Catalog } from '@leastscope/scope-catalog';
import type { FileSystem } from '../model/analysis.js';
import { escapeRegExp } from '../util/escape-reg-exp.js';
import { absolutePath, joinPath, parentOf } from './paths.js';

/** Tells the files of a project that belong to a copy of the official SDK, by absolute root and path below it. */
export interface SdkCopies {
  readonly isPart: (root: string, file: string) => boolean;
}

const known = new WeakMap<FileSystem, WeakMap<Catalog, SdkCopies>>();

/**
 * The generator leaves marks: a class per module and version, and its own local names; an index of the copy exports such
 * files. Known by content, in whatever folder it lies. Each file and each folder is looked at once for each file system.
 */
export function sdkCopies(files: FileSystem, catalog: Catalog): SdkCopies {
  const ofFiles = known.get(files) ?? new WeakMap<Catalog, SdkCopies>();
  known.set(files, ofFiles);
  const copies = ofFiles.get(catalog) ?? create(files, catalog);
  ofFiles.set(catalog, copies);
  return copies;
}

function create(files: FileSystem, { platform: { sdk } }: Catalog): SdkCopies {
  const isSdkText = sdkTextTest(sdk);
  const answers = new Map<string, boolean>();
  const indexes = new Map<string, boolean>();
  const isIndex = (path: string): boolean => {
    // Most folders have none: to ask for it first costs less than to fail to read it.
    const text = files.fileExists(path) ? files.readFile(path) : null;
    return text !== null && isSdkText(text);
  };
  const hasIndex = (root: string, folder: string): boolean => {
    const key = absolutePath(root, folder);
    const isIn = (name: string): boolean => isIndex(absolutePath(root, joinPath(folder, name)));
    const answer = indexes.get(key) ?? sdk.indexes.some(isIn);
    indexes.set(key, answer);
    return answer;
  };
  const look = (root: string, file: string): boolean => {
    const text = files.readFile(absolutePath(root, file));
    if (text === null) return false;
    if (isSdkText(text)) return true;
    // Its other parts name no operation themselves: they lie beside the folder of the operations, or one below.
    const folder = parentOf(file);
    const isPart = sdk.parts.includes(folder.slice(folder.lastIndexOf('/') + 1));
    return hasIndex(root, folder) || (isPart && hasIndex(root, parentOf(folder)));
  };
  return {
    isPart: (root, file) => {
      const key = absolutePath(root, file);
      const answer = answers.get(key) ?? look(root, file);
      answers.set(key, answer);
      return answer;
    },
  };
}

/** Whether a text is one of the generated files themselves, or the client that gathers them. */
function sdkTextTest({ apiClass, client, generated }: Catalog['platform']['sdk']): (text: string) => boolean {
  const api = String.raw`\w*${apiClass}`;
  const clientClass = new RegExp(String.raw`class ${escapeRegExp(client)}\b`);
  const apiFile = new RegExp(String.raw`${apiClass}(?:\.[mc]?[jt]s)?['"]|class ${api}\b`);
  const exported = String.raw`export \* from ['"]\./(?:api/)?${api}`;
  const marks = new RegExp([...generated.map(escapeRegExp), exported].join('|'));
  const body = new RegExp(String.raw`class ${api}\b|export \* from`);
  return (text) => clientClass.test(text) || (apiFile.test(text) && marks.test(text) && body.test(text));
}

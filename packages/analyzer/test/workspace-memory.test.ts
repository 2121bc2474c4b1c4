import { expect, test } from 'vitest';
import { createWorkspaceMemory } from '../src/disk/workspace-memory.js';
import type { Analysis, FileSystem, WorkspaceMemory } from '../src/model/analysis.js';
import { analyzeFiles } from './generate/run.js';

const texts = {
  'client.ts': `export const call = (path: string) =>
  fetch('https://open-api.tiktokglobalshop.com' + path, { headers: { 'x-tts-access-token': '' } });`,
  'shops.ts': `import { call } from './client.js';\nexport const shops = () => call('/authorization/202309/shops');`,
  'names.ts': `import { shops } from './shops.js';\nexport const names = () => shops();`,
};
type State = Readonly<Record<string, string>>;

/** A state of the app; `stampOf` of a text, as git or a disk would tell it. */
function filesOf(state: State, stampOf: (text: string) => string | null = (text) => text): FileSystem {
  const textOf = (path: string): string | null => state[path.slice('/app/'.length)] ?? null;
  return {
    readFile: textOf,
    fileExists: (path) => textOf(path) !== null,
    directoryExists: (path) => path === '/app',
    stamp: (path) => {
      const text = textOf(path);
      return text === null ? null : stampOf(text);
    },
    realPath: (path) => path,
    listFiles: () =>
      Object.keys(state)
        .sort()
        .map((file) => `/app/${file}`),
  };
}

function analyzed(files: FileSystem, memory?: WorkspaceMemory): Analysis {
  return analyzeFiles('/app', files, memory === undefined ? {} : { memory });
}

const counted = ({ stats: { filesSearched, filesParsed } }: Analysis) => [filesSearched, filesParsed];
const changed = { ...texts, 'shops.ts': texts['shops.ts'].replace("shops');", "category_assets');") };

test('a second run searches and parses nothing that it knows', () => {
  const [memory, files] = [createWorkspaceMemory(), filesOf(texts)];
  expect(counted(analyzed(files, memory.over(files)))).toEqual([3, 3]);
  const again = analyzed(files, memory.over(files));
  expect(counted(again)).toEqual([0, 0]);
  expect(again.needs).toEqual(analyzed(files).needs);
});

test('of two states only what differs is looked at twice, in either order', () => {
  const memory = createWorkspaceMemory();
  const states = [filesOf(texts), filesOf(changed)] as const;
  const [, there, back] = [states[0], states[1], states[0]].map((files) => {
    const analysis = analyzed(files, memory.over(files));
    expect(analysis.needs).toEqual(analyzed(files).needs);
    return analysis;
  });
  expect([there, back].map((one) => one && counted(one))).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test('what has no stamp is searched and parsed every time', () => {
  const [memory, files] = [createWorkspaceMemory(), filesOf(texts, () => null)];
  expect(counted(analyzed(files, memory.over(files)))).toEqual([3, 3]);
  expect(counted(analyzed(files, memory.over(files)))).toEqual([3, 3]);
});

test('without stamps a memory believes until it is told', () => {
  const memory = createWorkspaceMemory();
  analyzed(filesOf(texts), memory);
  const files = filesOf(changed);
  expect(analyzed(files, memory).stats.filesSearched).toBe(0);
  memory.forget('/app/shops.ts');
  const told = analyzed(files, memory);
  expect(told.stats.filesSearched).toBe(1);
  expect(told.needs).toEqual(analyzed(files).needs);
});

test('who imports what follows an edit, and a file that is gone is nobody’s importer', () => {
  const memory = createWorkspaceMemory();
  const later: State = { 'client.ts': texts['client.ts'], 'other.ts': texts['shops.ts'] };
  for (const state of [texts, later, texts, later]) {
    const files = filesOf(state);
    expect(analyzed(files, memory.over(files)).needs).toEqual(analyzed(files).needs);
  }
});

test('what was known from before is not searched, and the names that were asked for are told', () => {
  const files = filesOf(texts);
  const known = Object.keys(texts).map(
    (file) => [`/app/${file}`, { isTelling: file === 'client.ts', isOutside: false }] as const,
  );
  const memory = createWorkspaceMemory({ found: known, imports: null });
  const analysis = analyzed(files, memory);
  expect(analysis.stats.filesSearched).toBe(0);
  expect(analysis.needs).toEqual(analyzed(files).needs);
  expect(memory.names()).toContain('client');
});

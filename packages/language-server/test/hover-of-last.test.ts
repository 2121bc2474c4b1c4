import {
  analyze,
  isInsideText,
  parseDeclaration,
  purposeOfUse,
  purposesOfData,
  ruleInfos,
} from '@leastscope/analyzer';
import { createDiskFiles, createLiveMemory } from '@leastscope/analyzer/disk';
import { loadCatalog } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { hover } from '../src/connection/answers.js';
import type { OpenText } from '../src/workspace/overlay.js';
import { createProject } from '../src/workspace/project.js';

const file = 'a.js';
const code = `const get = (path) => fetch('https://open-api.tiktokglobalshop.com' + path, { method: 'GET' });
export const orders = () => get('/order/202507/orders');
`;

/** A project of one file that is typed into, and how often it was looked at. */
function openFile() {
  const open = new Map<string, OpenText>();
  let [looks, serial] = [0, 0];
  const disk = createDiskFiles();
  const files = {
    ...disk,
    readMany: undefined,
    readFile: (path: string) => open.get(path)?.text ?? null,
    fileExists: (path: string) => open.has(path),
    stamp: (path: string) => String(open.get(path)?.serial),
    listFiles: () => [...open.keys()],
    listFolders: () => [],
  };
  const counted: typeof analyze = (request) => {
    looks += 1;
    return analyze(request);
  };
  const engine = {
    analyze: counted,
    parseDeclaration,
    purposeOfUse,
    purposesOfData,
    ruleInfos,
    isInsideText,
    catalog: loadCatalog(),
  };
  const world = { state: () => serial, files: () => files, held: () => new Map(open), judge: null };
  const project = createProject({ root: '/app', declaration: null }, world, {
    engine,
    memory: createLiveMemory(),
    asOf: () => '2026-01-01',
  });
  return {
    looks: () => looks,
    type: (text: string) => {
      serial += 1;
      open.set(`/app/${file}`, { text, serial });
    },
    hover: (word: string) => {
      const text = open.get(`/app/${file}`)?.text ?? '';
      const document = TextDocument.create('file:///app/a.js', 'javascript', serial, text);
      return hover({ project, file, document }, document.positionAt(text.indexOf(word) + 1));
    },
  };
}

test('what has not changed is answered from the last look, at its new place', () => {
  const editor = openFile();
  editor.type(code);
  const before = editor.hover("get('/order");
  expect(JSON.stringify(before?.contents)).toContain('GET /order/202507/orders');
  editor.type(`// A line more.\n${code}`);
  const after = editor.hover("get('/order");
  expect(editor.looks()).toBe(1);
  expect(after?.contents).toEqual(before?.contents);
  expect(after?.range?.start.line).toBe((before?.range?.start.line ?? 0) + 1);
  editor.type(`${code}// And one behind.\n`);
  expect([editor.hover("get('/order"), editor.looks()]).toEqual([before, 1]);
});

test.each([
  ['another call, as long as before', code.replace('/orders', '/ordres')],
  ['a longer one', code.replace('/orders', '/orders/1234/price_detail')],
])('where something has changed, it is looked at again: %s', (_, text) => {
  const editor = openFile();
  editor.type(code);
  const before = editor.hover("get('/order");
  editor.type(text);
  const after = editor.hover("get('/order");
  expect(editor.looks()).toBe(2);
  expect(after?.contents).not.toEqual(before?.contents);
});

test('where nothing of ours stood, it is looked at again: there may be something now', () => {
  const editor = openFile();
  editor.type(code.replace("get('/order", "got('/order"));
  expect(editor.hover("got('/order")).toBeNull();
  editor.type(code);
  expect(JSON.stringify(editor.hover("get('/order")?.contents)).toContain('GET /order/202507/orders');
});

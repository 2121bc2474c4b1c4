import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextChunk } from '../model/analysis.js';
import { readAhead as withoutThread } from './read-ahead.js';
import { readChunks } from './read-chunks.js';
import type { Unread } from './read-text.js';

type Read = (take: (chunk: TextChunk) => void, tellUnread: (path: string, unread: Unread) => void) => void;

/** As it is built: a thread runs no TypeScript. */
const { readAhead } = (await import(
  new URL('../../dist/disk/read-ahead.js', import.meta.url).href
)) as typeof import('./read-ahead.js');

let folder: string;
let paths: readonly string[];

/** More than all slots hold, with files among them that cannot be read. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leastscope-ahead-'));
  paths = Array.from({ length: 2500 }, (_, index) => `${folder}/${index}.ts`);
  paths.forEach((path, index) => {
    if (index % 500 === 1) return;
    if (index % 500 === 2) writeFileSync(path, Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    else writeFileSync(path, `// ${index} ü\n`.repeat(800));
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Each file's text, or why there is none. */
function outcome(read: Read): readonly string[] {
  const found = paths.map(() => 'never told');
  const unread = new Map<string, string>();
  read(
    (chunk) => {
      chunk.spans.forEach(([start, end], index) => {
        found[chunk.first + index] = chunk.decode(chunk.text.slice(start, end));
      });
    },
    (path, { reason }) => unread.set(path, reason),
  );
  return found.map((text, index) => unread.get(paths[index] ?? '') ?? text);
}

const plainly: Read = (take, tellUnread) => {
  readChunks(paths, take, tellUnread);
};

describe('reading ahead', () => {
  it('gives what reading at once gives', () => {
    const ahead = readAhead(paths);
    expect(ahead?.isOf([...paths])).toBe(true);
    expect(ahead?.isOf(paths.slice(1))).toBe(false);
    const found = outcome(ahead?.read ?? plainly);
    expect(found).toEqual(outcome(plainly));
    expect([found[0]?.slice(0, 6), found[1], found[2]]).toEqual([
      '// 0 ü',
      '',
      'encoded as UTF-16; save it as UTF-8',
    ]);
  });

  it('does without the thread when that does not answer', () => {
    expect(outcome(withoutThread(paths)?.read ?? plainly)).toEqual(outcome(plainly));
  });

  it('is not worth it for few files', () => {
    expect(readAhead(paths.slice(0, 100))).toBeNull();
  });
});

import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that is larger was not written by us. */
const sizeLimit = 256 << 20;

/** Plain data, kept by name from one run to the next. It may be lost, foreign or broken at any time. */
export interface Store {
  /** Null when there is nothing, or nothing that this very program has written. */
  readonly read: (name: string) => unknown;
  readonly write: (name: string, data: unknown) => void;
  /** The same for bytes, which have names of their own. */
  readonly readBytes: (name: string) => Buffer | null;
  readonly writeBytes: (name: string, bytes: Buffer) => void;
}

/** Files in a folder, one for each name. What cannot be written is not remembered, and no reason to fail. */
export function createStore(folder: string, maker: string): Store {
  const pathOf = (name: string): string => join(folder, `${name}.json`);
  const pathOfBytes = (name: string): string => join(folder, `${name}.bin`);
  const ignoring = join(folder, '.gitignore');
  const load = (path: string): Buffer | null => {
    try {
      if (statSync(path).size > sizeLimit) return null;
      const kept = readFileSync(path);
      const end = kept.indexOf('\n');
      const bytes = kept.subarray(end + 1);
      return kept.toString('utf8', 0, end) === headOf(maker, bytes) ? bytes : null;
    } catch {
      return null;
    }
  };
  const save = (path: string, bytes: Buffer): void => {
    const draft = join(folder, `.${randomUUID()}.tmp`);
    try {
      mkdirSync(folder, { recursive: true });
      // Where node_modules is not ignored, this is.
      if (!existsSync(ignoring)) writeFileSync(ignoring, '*\n');
      const head = Buffer.from(`${headOf(maker, bytes)}\n`);
      writeFileSync(draft, Buffer.concat([head, bytes]), { flag: 'wx' });
      renameSync(draft, path);
    } catch {
      rmSync(draft, { force: true });
    }
  };
  return {
    read: (name) => parsed(load(pathOf(name))),
    write: (name, data) => {
      save(pathOf(name), Buffer.from(JSON.stringify(data)));
    },
    readBytes: (name) => load(pathOfBytes(name)),
    writeBytes: (name, bytes) => {
      save(pathOfBytes(name), bytes);
    },
  };
}

function parsed(bytes: Buffer | null): unknown {
  try {
    return bytes === null ? null : JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

/** The first line of a file: who wrote it, and a sum of what follows, against torn writes and broken disks. */
export function headOf(maker: string, data: string | Buffer): string {
  return `${maker} ${hashOf(data)}`;
}

export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Short, and fit for a file's name. */
export function hashOf(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 32);
}

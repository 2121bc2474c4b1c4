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
}

/** Files in a folder, one for each name. What cannot be written is not remembered, and no reason to fail. */
export function createStore(folder: string, maker: string): Store {
  const pathOf = (name: string): string => join(folder, `${name}.json`);
  const ignoring = join(folder, '.gitignore');
  return {
    read: (name) => {
      try {
        const path = pathOf(name);
        if (statSync(path).size > sizeLimit) return null;
        const kept = readFileSync(path);
        const end = kept.indexOf('\n');
        const data = kept.subarray(end + 1);
        const isOurs = kept.toString('utf8', 0, end) === headOf(maker, data);
        return isOurs ? (JSON.parse(data.toString('utf8')) as unknown) : null;
      } catch {
        return null;
      }
    },
    write: (name, data) => {
      const draft = join(folder, `.${randomUUID()}.tmp`);
      try {
        mkdirSync(folder, { recursive: true });
        // Where node_modules is not ignored, this is.
        if (!existsSync(ignoring)) writeFileSync(ignoring, '*\n');
        const bytes = Buffer.from(JSON.stringify(data));
        const head = Buffer.from(`${headOf(maker, bytes)}\n`);
        writeFileSync(draft, Buffer.concat([head, bytes]), { flag: 'wx' });
        renameSync(draft, pathOf(name));
      } catch {
        rmSync(draft, { force: true });
      }
    },
  };
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

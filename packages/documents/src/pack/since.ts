import { createHash } from 'node:crypto';

/** What stood in the folder before: its `pack.json`, parsed, and the text of it. */
export interface OldPack {
  readonly text: string;
  readonly data: unknown;
}

interface Since {
  /** Digest of the pack before, hex. */
  readonly digest: string;
  /** Files that are new, gone or other than before. */
  readonly changed: readonly string[];
}

interface Listed {
  readonly outputs: readonly { readonly file: string; readonly sha256: string }[];
}

/** How this pack differs from the one before. The same papers again change nothing: then it stays as it was said. */
export function sinceLast(before: OldPack | null, now: Listed): Since | null {
  if (before === null) return null;
  const { since, ...rest } = recordOf(before.data);
  if (JSON.stringify(rest) === JSON.stringify(now)) return isSince(since) ? since : null;
  const then = new Map(outputsOf(rest));
  const files = new Map(now.outputs.map(({ file, sha256 }) => [file, sha256]));
  const changed = [...new Set([...then.keys(), ...files.keys()])].filter(
    (file) => then.get(file) !== files.get(file),
  );
  return { digest: createHash('sha256').update(before.text).digest('hex'), changed: changed.sort() };
}

function recordOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : {};
}

function outputsOf({ outputs }: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  if (!Array.isArray(outputs)) return [];
  return outputs.flatMap((one: unknown) => {
    const { file, sha256 } = recordOf(one);
    return typeof file === 'string' && typeof sha256 === 'string' ? [[file, sha256] as const] : [];
  });
}

function isSince(data: unknown): data is Since {
  const { changed, digest } = recordOf(data);
  return (
    typeof digest === 'string' && Array.isArray(changed) && changed.every((one) => typeof one === 'string')
  );
}

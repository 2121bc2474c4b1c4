import { createRequire } from 'node:module';

/** Put in when the program is bundled: a hash of all its code and data. */
declare const $buildId: string | undefined;

/**
 * What the program is made of, the compiler included. Null for a program that was not bundled, whose code may change at
 * any time: it remembers nothing.
 */
export function buildId(): string | null {
  if (typeof $buildId !== 'string') return null;
  const { version } = createRequire(import.meta.url)('typescript/package.json') as {
    readonly version: string;
  };
  return `${$buildId} ${version}`;
}

import type { Extent } from '@leastscope/analyzer';

/** What every command that analyses takes. Checked once, where the command line is read; nothing inside asks again. */
export interface ProjectOptions {
  /** Absolute, with forward slashes. */
  readonly cwd: string;
  /** As given; null means the nearest upward. */
  readonly declaration: string | null;
  readonly includeTests: boolean;
  /** Globs of what is not looked through, as given. */
  readonly exclude: readonly string[];
  /** Null means the date of the last commit. */
  readonly asOf: string | null;
  readonly cache: CacheChoice;
  /** What is worked out: what a command does not show costs nothing. */
  readonly extent: Extent;
  /** Tell at the end, on stderr, how much was done. */
  readonly stats: boolean;
}

/** Whether to remember, and where. */
export type CacheChoice =
  { readonly kind: 'off' } | { readonly kind: 'default' } | { readonly kind: 'at'; readonly folder: string };

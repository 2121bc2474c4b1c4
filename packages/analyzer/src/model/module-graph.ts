import type { FileFacts } from './facts.js';

/** Where an import leads: a file of the project, or a package that is known by name only. */
export type Target =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'external'; readonly package: string; readonly subpath: readonly string[] };

/** The files of a project and how they refer to each other. Files are relative to the root. */
export interface ModuleGraph {
  /** Facts of a file; null when it is absent or could not be read. */
  readonly facts: (file: string) => FileFacts | null;
  readonly resolve: (from: string, specifier: string) => Target;
}

/** A folder that is judged, and the declaration that speaks for it. */
export interface ProjectFolder {
  /** Absolute, with forward slashes. */
  readonly root: string;
  /** File name in the root; null when there is none. */
  readonly declaration: string | null;
}

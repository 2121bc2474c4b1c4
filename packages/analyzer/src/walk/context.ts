/**
 * One way in which a function may be called, or the top of a file: what the names in it stand for there. Contexts of the
 * functions around follow through `parent`.
 */
export interface Context<C> {
  readonly file: string;
  /** Null at the top of a file, or where it is whichever. */
  readonly function: number | null;
  readonly parent: C | null;
}

/** The context of a function around, the own one included; null where the way to it is not known. */
export function contextOf<C extends Context<C>>(context: C, index: number | null): C | null {
  for (let at: C | null = context; at !== null; at = at.parent) if (at.function === index) return at;
  return null;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
}
export interface Hiding {
  readonly pathWays: readonly string[];
  readonly methodWays?: readonly string[];
  readonly sending?: string;
  readonly isApart?: boolean;
}
export const host: string;
export const ways: Readonly<
  Record<string, (value: string, name: string) => { before: string; value: string }>
>;
export const sendings: Readonly<Record<string, (method: string, path: string) => string>>;
export function randomOf(seed: number): () => number;
export function programOf(endpoint: Asked, hiding: Hiding): Record<string, string>;
export function randomProgram<E extends Asked>(
  seed: number,
  endpoints: readonly E[],
): { readonly endpoint: E; readonly how: Hiding; readonly sources: Record<string, string> };

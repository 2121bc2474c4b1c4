import { Misuse } from '../host/misuse.js';
import type { Workspace } from './find-projects.js';

/** The i-th of n parts, counted from one. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

export function readShard(given: string | null): Shard | null {
  if (given === null) return null;
  const [, part = 0, of = 0] = /^(\d{1,4})\/(\d{1,4})$/.exec(given)?.map(Number) ?? [];
  if (part < 1 || part > of)
    throw new Misuse(`--shard takes the part and how many there are, as in 1/4, not "${given}"`);
  return { part, of };
}

/** Every n-th project: each is in exactly one part, and neighbours, which are often alike, are in different ones. */
export function shardOf(workspace: Workspace, shard: Shard | null): Workspace {
  if (shard === null) return workspace;
  const projects = workspace.projects.filter((_, index) => index % shard.of === shard.part - 1);
  return { ...workspace, projects };
}

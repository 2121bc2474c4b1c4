import { headCommit } from '@leastscope/analyzer/disk';
import type { Engine } from '../host/engine.js';
import { chooseAsOf } from '../project/analyze-project.js';

/** Git is asked again when there is a new commit, and not at every key stroke. */
export function createDays(engine: Engine): (root: string) => string {
  const known = new Map<string, { readonly head: string | null; readonly day: string }>();
  return (root) => {
    const head = headCommit(root);
    const before = known.get(root);
    if (before?.head === head) return before.day;
    const day = chooseAsOf(null, root, engine);
    known.set(root, { head, day });
    return day;
  };
}

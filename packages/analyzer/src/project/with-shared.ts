import type { Seeds } from './find-seeds.js';
import type { SharedCode } from './shared-code.js';

/** The project's seeds with those of the code that it shares. */
export function withShared(found: Seeds, shared: SharedCode): Seeds {
  if (shared.files.length === 0) return found;
  return {
    ...found,
    seeds: [...found.seeds, ...shared.telling],
    importers: {
      get: (name) => {
        const [own, others] = [found.importers.get(name) ?? [], shared.importers(name)];
        return own.length + others.length === 0 ? undefined : [...own, ...others];
      },
    },
  };
}

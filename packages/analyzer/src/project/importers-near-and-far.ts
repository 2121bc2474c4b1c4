import { addTo } from '../util/add-to.js';
import type { Session } from './session.js';

/** These files, and among those that were read all that import them, directly or through others. */
export function importersNearAndFar(session: Session, files: Iterable<string>): ReadonlySet<string> {
  const importers = new Map<string, string[]>();
  for (const file of session.files())
    for (const module of session.known(file)?.imports ?? []) {
      const target = session.modules.resolve(file, module);
      if (target.kind === 'file') addTo(importers, target.file, file);
    }
  const found = new Set(files);
  // A set that grows while it is walked is walked to its end.
  for (const file of found) for (const importer of importers.get(file) ?? []) found.add(importer);
  return found;
}

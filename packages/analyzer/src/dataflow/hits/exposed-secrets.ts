import { fileKind } from '../../lookups/file-kind.js';
import { comparePlaces, keyOfPlace } from '../../lookups/places.js';
import type { ExposedSecret } from '../../model/data-flow.js';
import type { ImportReach } from '../tracking/import-reach.js';
import type { FlowHit } from './flow-hit.js';

/** Where secrets of the app's configuration are logged, answered, or handed to somebody else's service. Sorted by place. */
export function exposedSecrets(seen: readonly FlowHit[], reach: ImportReach): readonly ExposedSecret[] {
  const found = new Map<string, ExposedSecret>();
  for (const hit of seen) {
    const exposed = exposedBy(hit, reach);
    if (exposed === null) continue;
    const { name, to, place, enteredBy } = exposed;
    const key = [name, to, keyOfPlace(place), keyOfPlace(enteredBy ?? place)].join(' ');
    found.set(key, found.get(key) ?? exposed);
  }
  return [...found.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

function exposedBy({ path, place, to, sink, recipient }: FlowHit, reach: ImportReach): ExposedSecret | null {
  const { source, fields } = path;
  // Part of a secret is no secret.
  if (source.kind !== 'secret' || fields.length > 0) return null;
  if (to !== 'logged' && to !== 'returned' && (to !== 'sent' || recipient === null)) return null;
  const enteredBy = path.enteredBy?.file === place.file ? null : path.enteredBy;
  const { file } = enteredBy ?? place;
  const isSeen = [place.file, source.place.file].every((one) => one === file || reach.imports(file, one));
  return {
    secret: source.secret,
    name: source.name,
    to,
    sink,
    recipient,
    place,
    read: source.place,
    enteredBy,
    isBeyondImports: !isSeen,
    fileKind: fileKind(file),
  };
}

import type { unknownHosts } from '@leastscope/analyzer';
import type { Dossier } from '../dossier/dossier.js';

/** Everybody whom declaration or code names: only a host that none of them may own is a stranger to a notice. */
export function namedIn({ claims, evidence }: Dossier): Parameters<typeof unknownHosts>[1] {
  return { ...claims, seen: evidence.recipients };
}

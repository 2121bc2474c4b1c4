import type { AnalyzeRequest } from '../model/analysis.js';
import type { UnreadFile } from '../model/needs.js';
import type { Seeds } from './find-seeds.js';
import { linkedPackages } from './linked-packages.js';

/**
 * Code that the project rests on and that lies above its root: shared packages of a monorepo. It is not read, so what
 * it calls is not known; nothing may be called unused then.
 */
export function unreadCode({ files, root, seeds }: AnalyzeRequest, found: Seeds): UnreadFile[] {
  const importing = found.outside.map((file): UnreadFile => ({
    file,
    reason: 'imports code from outside the folder of the declaration, which is not read',
    place: null,
  }));
  if (seeds !== null) return importing;
  const shared = linkedPackages(files, root);
  return [
    ...importing,
    ...shared.map(({ says }): UnreadFile => ({
      file: 'package.json',
      reason: `depends on ${says}`,
      place: null,
    })),
  ];
}

import type { Declaration } from '@leastscope/analyzer';
import type { Claims } from './claims.js';
import { inProject } from './in-project.js';
import { spotOf } from './spots.js';

/** Who gets data, and where it lies. */
export function readPlaces({ evidence, file }: Declaration): Pick<Claims, 'recipients' | 'stores'> {
  return {
    recipients: evidence.recipients.map((one) => ({
      ...one,
      contract: inProject(one.contract, file),
      at: spotOf(one.place),
    })),
    stores: evidence.storage.map((one) => ({ ...one, at: spotOf(one.place) })),
  };
}

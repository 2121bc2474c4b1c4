import { deserialize, serialize } from 'node:v8';
import type { KeptRuns } from '@leastscope/analyzer';
import type { Engine } from '../host/engine.js';
import type { Store } from './store.js';

type Runs = Pick<Engine, 'keptRuns' | 'saveRuns'>;

/** What runs over the same projects have left, to be taken up; nothing where there is none. What is in it is the analyzer's business. */
export function readKeptRuns(store: Store, key: string, { keptRuns }: Runs): KeptRuns {
  const saved = readSaved(store.readBytes(nameOf(key)));
  return keptRuns(saved instanceof Map ? (saved as ReadonlyMap<string, unknown>) : new Map());
}

/** Maps, and tables that stand in several places: as JSON it would be many times as long. */
function readSaved(bytes: Buffer | null): unknown {
  try {
    return bytes === null ? null : deserialize(bytes);
  } catch {
    return null;
  }
}

export function writeKeptRuns(store: Store, key: string, runs: KeptRuns, { saveRuns }: Runs): void {
  store.writeBytes(nameOf(key), serialize(saveRuns(runs)));
}

function nameOf(key: string): string {
  return `runs-${key}`;
}

import type { Engine } from './create-engine.js';

export type { Engine } from './create-engine.js';

/** Loaded late: the engine is heavy beside `--help`. */
export async function loadEngine(): Promise<Engine> {
  const { createEngine } = await import('./create-engine.js');
  return createEngine();
}

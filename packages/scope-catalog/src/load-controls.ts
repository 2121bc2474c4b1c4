import { readFileSync } from 'node:fs';
import type { Provenance } from './types.js';

/** A measure that the platform's data security and privacy review asks about and no code can show. */
export interface Control extends Provenance {
  readonly id: string;
  readonly title: string;
  /** The section of the platform's page that it belongs to; null where none is known. */
  readonly section: string | null;
  /** The item of the review's form; null where no published answer names one. */
  readonly item: number | null;
}

let loaded: readonly Control[] | null = null;

/** The controls, sorted by id; read on the first call only. */
export function loadControls(): readonly Control[] {
  loaded ??= JSON.parse(
    readFileSync(new URL('../data/controls.json', import.meta.url), 'utf8'),
  ) as readonly Control[];
  return loaded;
}

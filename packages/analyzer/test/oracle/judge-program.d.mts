import type { Catalog } from '@leastscope/scope-catalog';
import type { Analysis } from '../../src/index.js';
import type { Asked } from './programs.mjs';

export interface Served extends Asked {
  readonly scope: string;
}
export function endpointsOf(catalog: Catalog): readonly Served[];
export function declarationOf(endpoints: readonly Served[]): string;
export function verdictOf(
  analysis: Pick<Analysis, 'needs' | 'findings'>,
  endpoint: Served,
): 'resolved' | 'doubted' | 'lost';

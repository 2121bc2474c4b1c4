import type { Analysis } from '../../src/index.js';

export type Order = 'forwards' | 'backwards';
export const witnessed: string;
export const hostileKinds: readonly string[];
export function hostileSources(kind: string, seed: number, size: number): Record<string, string>;
export function hostileDeclaration(seed: number, good: string): string;
export function faultOf(
  sources: Record<string, string>,
  run: (sources: Record<string, string>, order: Order) => Analysis,
): string | null;

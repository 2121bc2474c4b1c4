import { nearestName } from '@leastscope/scope-catalog';

/** The name that was probably meant; else what to do instead. */
export function didYouMean(names: Iterable<string>, text: string, otherwise: string): string {
  const nearest = nearestName(names, text);
  return nearest === null ? otherwise : `Did you mean \`${nearest}\`?`;
}

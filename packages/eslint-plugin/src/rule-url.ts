/**
 * The package's own page at the registry shows its README, which has a section for each rule. It is the one address that is
 * surely there once the package is.
 */
export function ruleUrl(id: string): string {
  return `https://www.npmjs.com/package/@leastscope/eslint-plugin#${id}`;
}

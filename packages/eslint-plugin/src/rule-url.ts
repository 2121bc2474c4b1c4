import type { RuleInfo } from '@leastscope/analyzer';
import { about } from './about.js';

/** The page of a rule in the repository that package.json names. */
export function ruleUrl({ docs }: Pick<RuleInfo, 'docs'>): string {
  const repository = about.repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
  return `${repository}/blob/main/${docs}`;
}

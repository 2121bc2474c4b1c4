import { ruleInfos, type RuleInfo } from '@leastscope/analyzer';
import type { ESLint, Linter } from 'eslint';
import { about } from './about.js';
import type { FindingRule } from './finding-rule.js';
import { toEslintRule } from './to-eslint-rule.js';

/** Rules that judge one file with what it imports. Those that need the whole project exist on the command line only. */
const fileRules = ruleInfos.filter((info) => info.horizon !== 'project');

/** Fits where ESLint wants a plugin, and its configurations where ESLint wants one: in a list, and in `defineConfig`. */
export interface Plugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, FindingRule>;
  readonly configs: {
    /** Every rule, as severe as `leastscope check` has it. */
    readonly recommended: Linter.Config;
    /** Every rule as an error. */
    readonly strict: Linter.Config;
  };
}

const own = {
  meta: { name: about.name, version: about.version, namespace: 'leastscope' },
  rules: Object.fromEntries(fileRules.map((info) => [info.id, toEslintRule(info)])),
};

/**
 * ESLint tells plugins apart by identity, so the configurations name this very object.
 *
 * @example
 * import leastscope from '@leastscope/eslint-plugin';
 * export default [leastscope.configs.recommended];
 */
const plugin: Plugin = Object.assign(own, {
  configs: {
    recommended: createConfig('recommended', ({ defaultSeverity }) =>
      defaultSeverity === 'error' ? 'error' : 'warn',
    ),
    strict: createConfig('strict', () => 'error'),
  },
});

function createConfig(kind: string, severityOf: (info: RuleInfo) => 'error' | 'warn'): Linter.Config {
  return {
    name: `leastscope/${kind}`,
    plugins: { leastscope: own },
    rules: Object.fromEntries(fileRules.map((info) => [`leastscope/${info.id}`, severityOf(info)])),
  };
}

export default plugin;

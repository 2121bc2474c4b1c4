import { createRequire } from 'node:module';
import { ruleInfos, type RuleInfo } from '@leastscope/analyzer';
import type { TSESLint } from '@typescript-eslint/utils';
import type { FindingRule } from './finding-rule.js';
import { toEslintRule } from './to-eslint-rule.js';

/** Rules that judge one file with what it imports. Those that need the whole project exist on the command line only. */
const fileRules = ruleInfos.filter((info) => info.horizon !== 'project');

const { name, version } = createRequire(import.meta.url)('../package.json') as {
  readonly name: string;
  readonly version: string;
};

const rules: Readonly<Record<string, FindingRule>> = Object.fromEntries(
  fileRules.map((info) => [info.id, toEslintRule(info)]),
);

const base = { meta: { name, version, namespace: 'leastscope' }, rules };

export interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Readonly<Record<string, FindingRule>>;
  readonly configs: {
    /** Every rule, as severe as `leastscope check` has it. */
    readonly recommended: TSESLint.FlatConfig.Config;
    /** Every rule as an error. */
    readonly strict: TSESLint.FlatConfig.Config;
  };
}

/**
 * @example
 * import leastscope from '@leastscope/eslint-plugin';
 * export default [leastscope.configs.recommended];
 */
const plugin: Plugin = {
  ...base,
  configs: {
    recommended: createConfig('recommended', ({ defaultSeverity }) =>
      defaultSeverity === 'error' ? 'error' : 'warn',
    ),
    strict: createConfig('strict', () => 'error'),
  },
};

function createConfig(
  kind: string,
  severityOf: (info: RuleInfo) => 'error' | 'warn',
): TSESLint.FlatConfig.Config {
  return {
    name: `leastscope/${kind}`,
    plugins: { leastscope: base },
    rules: Object.fromEntries(fileRules.map((info) => [`leastscope/${info.id}`, severityOf(info)])),
  };
}

export default plugin;

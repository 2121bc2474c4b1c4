// For `npm run docs`: eslint-doc-generator keeps the list of rules in README.md and the heads of the pages that both hosts share.
import { format, resolveConfig } from 'prettier';
import plugin from './bundle/index.js';

const pages = 'https://github.com/leastscope/leastscope/blob/main/docs/rules/{name}.md';

/** It looks for our rules in the configurations as `@leastscope/…`, and their name there is `leastscope/…`. */
const severities = {
  error: 'Errors in `recommended`',
  warn: 'Warnings in `recommended`, errors in `strict`',
};

function severityOf(name) {
  return plugin.configs.recommended.rules[`leastscope/${name}`] === 'error' ? 'error' : 'warn';
}

/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  pathRuleDoc: '../../docs/rules/{name}.md',
  urlRuleDoc: pages,
  urlConfigs: 'https://github.com/leastscope/leastscope/blob/main/docs/rules/README.md',
  ruleDocTitleFormat: 'name',
  // How severe a rule is differs between the hosts, and stands in their lists.
  ruleDocNotices: ['deprecated'],
  // Each page says that there are none, and what there is instead.
  ruleDocSectionOptions: false,
  ruleListColumns: ['name', 'description', 'hasSuggestions'],
  ruleListSplit: (rules) =>
    Object.entries(severities)
      .map(([severity, title]) => ({ title, rules: rules.filter(([name]) => severityOf(name) === severity) }))
      .filter(({ rules: own }) => own.length > 0),
  postprocess: async (text, path) => format(text, { ...(await resolveConfig(path)), filepath: path }),
};

// The house rules that a machine can hold. Formatting is Prettier's, layering is dependency-cruiser's.
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';

const sources = ['packages/*/src/**/*.ts'];
const tests = ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.ts', 'packages/*/tools/**/*.ts'];
const plain = [
  'scripts/**/*.mjs',
  'benchmarks/**/*.mjs',
  'packages/*/tools/**/*.mjs',
  'site/.vitepress/*.mjs',
  '*.mjs',
  '*.config.ts',
];

/** Globals of Node that plain scripts use. */
const nodeGlobals = { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' };

/** What only this platform says, as a pattern of esquery. */
const platformWords =
  '/tik_?tok|\\btts\\b|x-tts|app_(?:key|secret)|\\bshop_(?:id|cipher)\\b|V20|20\\[2|20\\\\d|105005|recipient_address|Partner Center/i';

export default defineConfig(
  // The examples are other people's apps, so to speak; their own `tsc` holds them.
  globalIgnores([
    '**/dist/',
    '**/data/',
    'packages/*/compiler/',
    'packages/*/bundle/',
    'packages/vscode/server/',
    'site/pages/',
    'site/.vitepress/cache/',
    '**/coverage/',
    'fixtures/',
    'examples/',
  ]),
  eslint.configs.recommended,
  {
    files: sources,
    ignores: tests,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', { max: 15, variant: 'modified' }],
      'no-console': 'error',
      // Numbers and flags print well; anything else in a template is a bug.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return report(…)` is the grammar of a rule: leave early, one condition per line.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // Only the outermost file speaks with the process; everything else is told what it needs.
    files: sources,
    ignores: [...tests, 'packages/cli/src/start.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Only packages/cli/src/start.ts touches process.' },
      ],
      'no-restricted-properties': ['error', { object: 'globalThis', property: 'process' }],
      'no-restricted-imports': ['error', { paths: ['process', 'node:process'] }],
    },
  },
  {
    // What the platform calls things are rows of the catalog. Rules and the declaration's schema speak to people, by examples.
    files: ['packages/analyzer/src/**/*.ts'],
    ignores: [...tests, 'packages/analyzer/src/rules/**', 'packages/analyzer/src/declaration/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['Literal[value=WORDS]', 'Literal[raw=WORDS]', 'TemplateElement[value.raw=WORDS]'].map(
          (selector) => ({
            selector: selector.replace('WORDS', platformWords),
            message: 'A word of the platform: take it from the catalog.',
          }),
        ),
      ],
    },
  },
  {
    // What the type guards of ts-morph narrow to, the rule takes for instances of a foreign class.
    files: ['packages/fixes/src/apply/*.ts', 'packages/analyzer/src/morph/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    // The vocabulary is nouns; what is asked of them stands in lookups/.
    files: ['packages/analyzer/src/model/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'FunctionDeclaration, ArrowFunctionExpression, FunctionExpression, ClassDeclaration',
          message: 'No logic in model/.',
        },
      ],
    },
  },
  {
    files: tests,
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: { globals: nodeGlobals },
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // What makes good rules for ESLint, of those who make its rules.
    files: ['packages/eslint-plugin/{src,test}/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
  },
  { files: plain, ignores: tests, languageOptions: { globals: nodeGlobals } },
  { files: ['*.config.ts'], extends: [tseslint.configs.strict] },
);

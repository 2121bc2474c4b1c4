import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { Linter as Linter9 } from 'eslint-9';
import * as svelte from 'svelte-eslint-parser';
import * as vue from 'vue-eslint-parser';
import { createRequire } from 'node:module';
import type { Project } from './projects.js';

// Its types say nothing, and it is CommonJS.
const babel: unknown = createRequire(import.meta.url)('@babel/eslint-parser');

type Options = NonNullable<Linter.Config['languageOptions']>;

export interface ParserCase {
  readonly name: string;
  /** The files that this parser can read. */
  readonly reads: RegExp;
  readonly options: (project: Project, file: string) => Options;
  readonly createLinter: (cwd: string) => Linter;
}

const eslint10 = (cwd: string): Linter => new Linter({ cwd });
/** The same interface for all that is used here. */
const eslint9 = (cwd: string): Linter => new Linter9({ cwd }) as unknown as Linter;

const jsx = { ecmaFeatures: { jsx: true } };
const asParser = (parser: unknown): NonNullable<Options['parser']> =>
  parser as NonNullable<Options['parser']>;
const sourceType = (file: string): 'module' | 'commonjs' => (file.endsWith('.cjs') ? 'commonjs' : 'module');

export const parsers: readonly ParserCase[] = [
  {
    name: 'espree',
    reads: /\.[cm]?jsx?$/,
    options: (_, file) => ({ sourceType: sourceType(file), parserOptions: jsx }),
    createLinter: eslint10,
  },
  {
    name: 'espree in ESLint 9',
    reads: /\.[cm]?jsx?$/,
    options: (_, file) => ({ sourceType: sourceType(file), parserOptions: jsx }),
    createLinter: eslint9,
  },
  {
    name: '@typescript-eslint/parser',
    reads: /\.[cm]?[jt]sx?$/,
    options: () => ({ parser: asParser(typescript) }),
    createLinter: eslint10,
  },
  {
    name: 'vue-eslint-parser',
    // What is no component it hands to the parser within, which has had its own turn with TypeScript.
    reads: /\.(?:vue|[cm]?js)$/,
    options: () => ({ parser: asParser(vue), parserOptions: { parser: typescript } }),
    createLinter: eslint10,
  },
  {
    name: 'svelte-eslint-parser',
    reads: /\.svelte$/,
    options: () => ({ parser: asParser(svelte), parserOptions: { parser: typescript } }),
    createLinter: eslint10,
  },
  {
    // The line of Babel 7 is the last that runs on Node 20, and it is made for ESLint up to 9.
    name: '@babel/eslint-parser 7 in ESLint 9',
    reads: /\.(?:[cm]?[jt]s|[jt]sx)$/,
    options: (_, file) => ({
      parser: asParser(babel),
      parserOptions: { requireConfigFile: false, babelOptions: babelOptions(file) },
    }),
    createLinter: eslint9,
  },
];

/** Parses with types: only where a tsconfig says what belongs together. */
export const typed: ParserCase = {
  name: '@typescript-eslint/parser with types',
  reads: /\.[cm]?tsx?$/,
  options: ({ root }) => ({
    parser: asParser(typescript),
    parserOptions: { projectService: true, tsconfigRootDir: root },
  }),
  createLinter: eslint10,
};

function babelOptions(file: string): object {
  const isTypescript = /\.[cm]?tsx?$/.test(file);
  const isPlain = /\.[cm]?ts$/.test(file);
  // The older decorators are those that TypeScript puts on parameters.
  const plugins = ['decorators-legacy', ...(isTypescript ? ['typescript'] : []), ...(isPlain ? [] : ['jsx'])];
  return { babelrc: false, configFile: false, parserOpts: { plugins } };
}

import type { Linter } from 'eslint';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParserCase } from './parsers.js';
import type { Project } from './projects.js';
import { saidByEslint, type Checked, type Said } from './said.js';

export interface Comparison {
  /** Files that were compared. */
  readonly compared: number;
  /** Findings in them, of the command line's side. */
  readonly findings: number;
  /** Files that the parser refused, sound as they are; ESLint runs no rule on them. */
  readonly refused: readonly string[];
  /** One line for each thing that only one host says. */
  readonly differences: readonly string[];
}

/** What can be set wrong in one host, to show that the comparison sees it. */
export interface Bent {
  readonly messages?: (messages: readonly Linter.LintMessage[]) => readonly Linter.LintMessage[];
}

/** Lints every file of the projects that a parser can read, and holds each against `check` of its whole project. */
export function compare(
  projects: readonly Checked[],
  parser: ParserCase,
  config: Linter.Config,
  bent: Bent = {},
): Comparison {
  const compared = projects.flatMap((project) => {
    const linter = parser.createLinter(project.root);
    const byCheck = [...project.byCheck].filter(([file]) => parser.reads.test(file));
    return byCheck.map(([file, wanted]) => {
      const text = readFileSync(join(project.root, file), 'utf8');
      const messages = lint(linter, text, { project, file, parser, config });
      if (messages.some(({ fatal }) => fatal === true)) {
        const line = `${project.name}/${file}: ${messages[0]?.message ?? ''}`;
        return {
          refused: project.broken.has(file) ? [] : [line],
          isRead: false,
          wanted: [],
          differences: [],
        };
      }
      const found = saidByEslint(bent.messages?.(messages) ?? messages);
      return {
        refused: [],
        isRead: true,
        wanted,
        differences: differ(`${project.name}/${file}`, wanted, found),
      };
    });
  });
  return {
    compared: compared.filter(({ isRead }) => isRead).length,
    findings: compared.reduce((sum, { wanted }) => sum + wanted.length, 0),
    refused: compared.flatMap(({ refused }) => refused),
    differences: compared.flatMap(({ differences }) => differences),
  };
}

interface Lint {
  readonly project: Project;
  readonly file: string;
  readonly parser: ParserCase;
  readonly config: Linter.Config;
}

/** As an editor does: the text as it stands, whatever is on the disk. */
export function lint(
  linter: Linter,
  text: string,
  { project, file, parser, config }: Lint,
): readonly Linter.LintMessage[] {
  // Not `**/*`: ESLint takes that for a pattern of folders.
  const files = ['**/*.*'];
  return linter.verify(
    text,
    [
      {
        files,
        languageOptions: parser.options(project, file),
        linterOptions: { reportUnusedDisableDirectives: 'off' },
      },
      { ...config, files },
    ],
    { filename: join(project.root, file) },
  );
}

export function differ(file: string, wanted: Said, found: Said): readonly string[] {
  return [
    ...wanted.filter((line) => !found.includes(line)).map((line) => `only check:  ${file} ${line}`),
    ...found.filter((line) => !wanted.includes(line)).map((line) => `only ESLint: ${file} ${line}`),
    ...(wanted.length === found.length
      ? []
      : [`${file}: ${wanted.length} in check, ${found.length} in ESLint`]),
  ];
}

import type { SourceCode } from 'eslint';

/** What is asked of ESLint; every rule's context has it. */
export interface FileContext {
  readonly filename: string;
  readonly cwd: string;
  readonly sourceCode: Pick<SourceCode, 'text'>;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What is asked of ESLint; every rule's context has it. */
export interface FileContext {
  readonly filename: string;
  readonly cwd: string;
  readonly sourceCode: { readonly text: string };
  readonly settings: Readonly<Record<string, unknown>>;
}

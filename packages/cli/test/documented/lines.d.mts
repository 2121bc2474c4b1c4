/** A line of the documents that starts leastscope, without what stands around it. */
export interface DocumentedLine {
  /** The first document that shows it. */
  readonly document: string;
  /** As it stands there: `check --format sarif=leastscope.sarif`. */
  readonly line: string;
  readonly args: readonly string[];
}

/** Every such line in the code blocks of README.md, of docs and of the package's README, each once. */
export function documentedLines(commands: readonly string[]): readonly DocumentedLine[];

/** Lines that are tried elsewhere, by what follows `leastscope`, and why. */
export const elsewhere: Readonly<Record<string, string>>;

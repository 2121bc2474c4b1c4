import type { Host } from '../host/host.js';

/** A command as data. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  readonly argument: ArgumentSpec | null;
  readonly options: readonly OptionSpec[];
  readonly examples: readonly Example[];
  /** Loads the command's own module, and with it what that needs. */
  readonly load: () => Promise<{ readonly run: RunCommand }>;
}

export interface ArgumentSpec {
  /** As commander writes it: `<topic>`, `[place]`. */
  readonly name: string;
  readonly summary: string;
  readonly choices: readonly string[];
  readonly completes?: Completes;
}

/** What a shell offers where there are no choices: names of its own, or what `leastscope completion <word>` lists. */
export type Completes = 'file' | 'folder' | 'topics' | 'subjects' | 'rules';

export interface OptionSpec {
  /** As commander writes it: `--format <format>`. */
  readonly flags: string;
  readonly summary: string;
  readonly choices?: readonly string[];
  readonly byDefault?: string;
  readonly completes?: Completes;
  /** May be given several times; its values are checked by who reads them. */
  readonly repeats?: true;
}

export interface Example {
  readonly line: string;
  readonly says: string;
}

export interface CommandInput {
  /** All there are; completions are made from them. */
  readonly commands: readonly CommandSpec[];
  readonly argument: string | null;
  /** The same word by word, for commands that take several. */
  readonly arguments: readonly string[];
  /** Values as given on the command line, by camel-cased name; read them with `project/read-options.ts`. */
  readonly options: Readonly<Record<string, unknown>>;
}

export type RunCommand = (input: CommandInput, host: Host) => Promise<number>;

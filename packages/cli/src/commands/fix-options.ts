import type { RuleId } from '@leastscope/analyzer';
import type { Safety } from '@leastscope/fixes';
import type { CommandInput } from '../command-line/command.js';
import { flag, readProjectOptions, text, texts } from '../command-line/read-options.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import type { ProjectOptions } from '../project/project-options.js';

export interface FixOptions extends ProjectOptions {
  readonly mode: 'write' | 'interactive' | 'dry-run';
  /** What may be done. */
  readonly classes: ReadonlySet<Safety>;
  /** As given; empty: all. They are held against the rules when the engine is there. */
  readonly rules: readonly string[];
  /** Write comments with this reason instead of mending; null: mend. */
  readonly ignoreReason: string | null;
  /** Files, folders and globs, as given; none: everything. */
  readonly paths: readonly string[];
}

export function readFixOptions(input: CommandInput, host: Host): FixOptions {
  const ignoreReason = text(input, 'ignore');
  const rules = texts(input, 'rule');
  if (ignoreReason?.trim() === '') throw new Misuse('--ignore takes the reason, which reviewers will read');
  if (ignoreReason !== null && rules.length === 0)
    throw new Misuse('--ignore needs --rule: one reason seldom fits the findings of every rule');
  return {
    ...readProjectOptions(input, host),
    mode: modeOf(input),
    classes: new Set(flag(input, 'unsafe') ? ['safe', 'unsafe'] : ['safe']),
    rules,
    ignoreReason,
    paths: input.arguments,
  };
}

function modeOf(input: CommandInput): FixOptions['mode'] {
  if (!flag(input, 'interactive')) return flag(input, 'dryRun') ? 'dry-run' : 'write';
  if (flag(input, 'dryRun'))
    throw new Misuse(
      '--interactive writes what is agreed to; it goes with no --dry-run, which writes nothing',
    );
  return 'interactive';
}

/** Null: all of them. */
export function askedRules({ rules }: FixOptions, known: readonly RuleId[]): ReadonlySet<RuleId> | null {
  const stranger = rules.find((rule) => !known.some((id) => id === rule));
  if (stranger !== undefined)
    throw new Misuse(`--rule: there is no rule ${stranger}; \`leastscope explain --list\` lists them`);
  return rules.length === 0 ? null : new Set(known.filter((id) => rules.includes(id)));
}

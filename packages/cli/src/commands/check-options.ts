import type { CommandInput } from '../command-line/command.js';
import { date, flag, readProjectOptions, text } from '../command-line/read-options.js';
import type { Compared } from '../change/comparison.js';
import type { Terms } from '../documents/accept/accept-items.js';
import type { FixKind } from '../documents/fix/plan-fixes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import type { ProjectOptions } from '../project/project-options.js';
import { readShard, type Shard } from '../project/shard.js';
import { readReportOptions, type ReportOptions } from './report-options.js';

export interface CheckOptions extends ProjectOptions, ReportOptions {
  readonly compared: Compared | null;
  readonly fix: FixKind | null;
  /** On which terms today's findings are accepted; null where they are not. */
  readonly accept: Terms | null;
  readonly mode: 'write' | 'dry-run';
  readonly watch: boolean;
  /** Null: everything. */
  readonly shard: Shard | null;
  /** Files, folders and globs, as given; none: everything. */
  readonly paths: readonly string[];
}

export function readCheckOptions(input: CommandInput, host: Host): CheckOptions {
  const options: CheckOptions = {
    ...readProjectOptions(input, host),
    ...readReportOptions(input, 'pretty'),
    compared: readCompared(input),
    fix: readFix(input),
    accept: readTerms(input),
    mode: flag(input, 'dryRun') ? 'dry-run' : 'write',
    watch: flag(input, 'watch'),
    shard: readShard(text(input, 'shard')),
    paths: input.arguments,
  };
  refuseContradictions(options);
  return options;
}

/** What goes together with nothing else, each with its sentence. */
const contradictions: readonly (readonly [(options: CheckOptions) => boolean, string])[] = [
  [
    ({ accept, fix, compared, watch, shard }) =>
      accept !== null && (fix !== null || compared !== null || watch || shard !== null),
    '--accept takes the findings of the whole work tree; it goes with no --fix, --staged, --changed-since, --watch or --shard',
  ],
  [
    ({ fix, paths }) => fix !== null && paths.length > 0,
    '--fix mends the declaration of a whole app; it goes with no named files',
  ],
  [
    ({ fix, compared }) => fix !== null && compared !== null,
    '--fix mends the file in the work tree; it goes with neither --staged nor --changed-since',
  ],
  [
    ({ fix, compared, watch }) => watch && (fix !== null || compared !== null),
    '--watch judges the work tree after every save; it goes with no --fix, --staged or --changed-since',
  ],
  [
    ({ fix, accept, mode }) => fix === null && accept === null && mode === 'dry-run',
    '--dry-run shows what --fix, --fix-unsafe or --accept would do; name one of them',
  ],
];

function refuseContradictions(options: CheckOptions): void {
  const refused = contradictions.find(([isRefused]) => isRefused(options));
  if (refused !== undefined) throw new Misuse(refused[1]);
}

function readCompared(input: CommandInput): Compared | null {
  const ref = text(input, 'changedSince');
  if (!flag(input, 'staged')) return ref === null ? null : { kind: 'since', ref };
  if (ref !== null) throw new Misuse('--staged and --changed-since exclude each other');
  return { kind: 'staged' };
}

function readFix(input: CommandInput): FixKind | null {
  if (flag(input, 'fixUnsafe')) return 'unsafe';
  return flag(input, 'fix') ? 'safe' : null;
}

/** Nobody accepts anything for ever, without a reason, or without a name. */
function readTerms(input: CommandInput): Terms | null {
  const [until, reason, approvedBy] = [date(input, 'until'), text(input, 'reason'), text(input, 'by')];
  if (!flag(input, 'accept')) {
    if (until === null && reason === null && approvedBy === null) return null;
    throw new Misuse('--until, --reason and --by are for --accept');
  }
  if (until === null || isBlank(reason) || isBlank(approvedBy))
    throw new Misuse('--accept takes --until, --reason and --by: until which day, why, and who accepts it');
  return { until, reason: reason.trim(), approvedBy: approvedBy.trim() };
}

function isBlank(given: string | null): given is null {
  return given === null || given.trim() === '';
}

import type { CommandInput } from '../command-line/command.js';
import { flag, readProjectOptions, text } from '../command-line/read-options.js';
import type { Compared } from '../change/comparison.js';
import type { FixKind } from '../documents/fix/plan-fixes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import type { ProjectOptions } from '../project/project-options.js';
import { readShard, type Shard } from '../project/shard.js';
import { readReportOptions, type ReportOptions } from './report-options.js';

export interface CheckOptions extends ProjectOptions, ReportOptions {
  readonly compared: Compared | null;
  readonly fix: FixKind | null;
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
    mode: flag(input, 'dryRun') ? 'dry-run' : 'write',
    watch: flag(input, 'watch'),
    shard: readShard(text(input, 'shard')),
    paths: input.arguments,
  };
  refuseContradictions(options);
  return options;
}

function refuseContradictions({ fix, compared, watch, mode, paths }: CheckOptions): void {
  if (fix !== null && paths.length > 0) {
    throw new Misuse('--fix mends the declaration of a whole app; it goes with no named files');
  }
  if (fix !== null && compared !== null) {
    throw new Misuse(
      '--fix mends the file in the work tree; it goes with neither --staged nor --changed-since',
    );
  }
  if (watch && (fix !== null || compared !== null)) {
    throw new Misuse(
      '--watch judges the work tree after every save; it goes with no --fix, --staged or --changed-since',
    );
  }
  if (fix === null && mode === 'dry-run') {
    throw new Misuse('--dry-run shows what --fix or --fix-unsafe would do; name one of them');
  }
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

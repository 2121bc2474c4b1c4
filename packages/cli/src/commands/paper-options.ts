import {
  formatsOf,
  isReportKind,
  kindNames,
  type Format,
  type ReportKind,
  type Role,
  type Template,
} from '@leastscope/documents';
import type { CommandInput } from '../command-line/command.js';
import { flag, readProjectOptions, text } from '../command-line/read-options.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import type { ProjectOptions } from '../project/project-options.js';

export interface PaperOptions extends ProjectOptions {
  /** Null: the pack. */
  readonly kind: ReportKind | null;
  readonly format: Format;
  readonly output: string | null;
  /** The folder of the pack. */
  readonly out: string | null;
  readonly role: Role;
  readonly template: Template;
  readonly isCheck: boolean;
  readonly isStrict: boolean;
  /** A saved copy of the public notice. */
  readonly compare: string | null;
  readonly isForCalifornia: boolean;
}

export function readPaperOptions(input: CommandInput, host: Host): PaperOptions {
  const kind = kindOf(input);
  const options: PaperOptions = {
    ...readProjectOptions(input, host),
    kind,
    format: formatOf(input, kind),
    output: text(input, 'output'),
    out: text(input, 'out'),
    role: text(input, 'role') === 'controller' ? 'controller' : 'processor',
    template: templateOf(input),
    isCheck: flag(input, 'check'),
    isStrict: flag(input, 'strict'),
    compare: text(input, 'compare'),
    isForCalifornia: text(input, 'for') === 'us-ca',
  };
  refuseMixtures(options);
  return options;
}

function kindOf(input: CommandInput): ReportKind | null {
  const { argument } = input;
  if (argument !== null && isReportKind(argument)) return argument;
  if (argument === 'pack' || (argument === null && flag(input, 'check'))) return null;
  throw new Misuse(`which report? One of ${kindNames.join(', ')}, or pack for all of them`);
}

function formatOf(input: CommandInput, kind: ReportKind | null): Format {
  const known: readonly Format[] = kind === null ? ['html'] : formatsOf(kind);
  const given = text(input, 'format');
  const format = known.find((one) => one === given) ?? (given === null ? known[0] : undefined);
  if (format !== undefined) return format;
  throw new Misuse(`${kind ?? 'the pack'} is written as ${known.join(', ')}, not as ${given ?? ''}`);
}

function templateOf(input: CommandInput): Template {
  const given = text(input, 'template');
  return given === 'ico' || given === 'cnil' ? given : null;
}

function refuseMixtures({
  compare,
  isCheck,
  isForCalifornia,
  isStrict,
  kind,
  out,
  output,
  template,
}: PaperOptions): void {
  if (kind === null && !isCheck && out === null)
    throw new Misuse('the pack needs a folder: --out review-pack');
  if (kind === null && output !== null) throw new Misuse('the pack is a folder: --out, not --output');
  if (kind !== null && out !== null) throw new Misuse('--out is for the pack; one report goes to --output');
  if (isCheck && (out !== null || output !== null)) throw new Misuse('--check writes nothing');
  if (isStrict && !isCheck) throw new Misuse('--strict is for --check');
  if (template !== null && kind !== 'record') throw new Misuse('--template is for the record');
  if ((compare !== null || isForCalifornia) && kind !== 'notice')
    throw new Misuse('--compare and --for are for the notice');
}

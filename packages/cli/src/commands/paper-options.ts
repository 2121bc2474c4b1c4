import {
  formatsOf,
  isReportKind,
  kindNames,
  type Format,
  type ReportKind,
  type Role,
  type Variant,
} from '@leastscope/documents';
import { createDiskFiles, forwardSlashes } from '@leastscope/analyzer/disk';
import { resolve } from 'node:path';
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
  /** Another form of the paper; null: as the pack has it. */
  readonly variant: Variant | null;
  readonly isCheck: boolean;
  readonly isStrict: boolean;
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
    variant: variantOf(input, host),
    isCheck: flag(input, 'check'),
    isStrict: flag(input, 'strict'),
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

/** At most one: each is a form of its own. */
function variantOf(input: CommandInput, host: Host): Variant | null {
  const [template, compare, place] = [text(input, 'template'), text(input, 'compare'), text(input, 'for')];
  if ([template, compare, place].filter((one) => one !== null).length > 1)
    throw new Misuse('--template, --compare and --for exclude each other');
  if (template === 'ico' || template === 'cnil') return { kind: 'record', template };
  if (place !== null) return { kind: 'california' };
  return compare === null
    ? null
    : { kind: 'compare', saved: readSaved(compare, resolve(host.cwd, text(input, 'cwd') ?? '.')) };
}

function readSaved(file: string, cwd: string): { readonly file: string; readonly text: string } {
  const files = createDiskFiles();
  const saved = files.readFile(forwardSlashes(resolve(cwd, file)));
  if (saved === null) throw new Misuse(`--compare: ${file} cannot be read`);
  return { file, text: saved };
}

/** What goes together with nothing else, each with its sentence. */
const mixtures: readonly (readonly [(options: PaperOptions) => boolean, string])[] = [
  [
    ({ isCheck, kind, out }) => kind === null && !isCheck && out === null,
    'the pack needs a folder: --out review-pack',
  ],
  [({ kind, output }) => kind === null && output !== null, 'the pack is a folder: --out, not --output'],
  [({ kind, out }) => kind !== null && out !== null, '--out is for the pack; one report goes to --output'],
  [({ isCheck, out, output }) => isCheck && (out !== null || output !== null), '--check writes nothing'],
  [({ isCheck, isStrict }) => isStrict && !isCheck, '--strict is for --check'],
  [({ kind, variant }) => variant?.kind === 'record' && kind !== 'record', '--template is for the record'],
  [
    ({ kind, variant }) => variant !== null && variant.kind !== 'record' && kind !== 'notice',
    '--compare and --for are for the notice',
  ],
];

function refuseMixtures(options: PaperOptions): void {
  const refused = mixtures.find(([isMixed]) => isMixed(options));
  if (refused !== undefined) throw new Misuse(refused[1]);
}

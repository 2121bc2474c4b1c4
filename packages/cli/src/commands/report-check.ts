import type { Finding } from '@leastscope/analyzer';
import {
  cellsOf,
  countGaps,
  failingGaps,
  gapsText,
  isTableKind,
  makePaper,
  tableKinds,
  type Cell,
  type Dossier,
  type Paper,
} from '@leastscope/documents';
import { exitCodes, type ExitCode } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { visible } from '../text/visible.js';
import { count } from '../text/words.js';
import { aboutPapers } from './about-papers.js';
import type { PaperOptions } from './paper-options.js';

/**
 * Lists what is missing, stale or contradictory, what is not known, and with all papers what `check` finds about what they
 * say; 1 where there is any but of what is not known, 3 with `--strict` while something is not known or calls stay open.
 */
export function checkPapers(
  dossier: Dossier,
  { isStrict, kind, variant }: PaperOptions,
  host: Host,
): ExitCode {
  const papers = papersOf(dossier, { kind, variant });
  for (const [name, paper] of papers) host.stdout.write(linesOf(name, paper));
  const findings = kind === null ? aboutPapers(dossier.analysis.findings) : [];
  if (kind === null) host.stdout.write(findingLines(findings));
  const fails = papers.some(([, paper]) => cellsOf(paper).some(isFailing)) || findings.length > 0;
  if (fails) return exitCodes.findings;
  const { open, unread } = dossier.analysis.needs;
  const isOpen =
    open.length + unread.length > 0 || papers.some(([, paper]) => cellsOf(paper).some(isNotKnown));
  return isStrict && isOpen ? exitCodes.incomplete : exitCodes.clean;
}

/** The picture of the data flow shows places and who gets data, so its gaps are those of that table. */
function papersOf(
  dossier: Dossier,
  { kind, variant }: Pick<PaperOptions, 'kind' | 'variant'>,
): readonly (readonly [string, Paper])[] {
  if (kind === 'dataflow') return [[kind, makePaper('recipients', dossier, variant)]];
  const kinds = kind === null || !isTableKind(kind) ? tableKinds : [kind];
  return kinds.map((one) => [one, makePaper(one, dossier, variant)]);
}

function linesOf(name: string, paper: Paper): string {
  const cells = cellsOf(paper);
  const texts = new Set([...cells.filter(isFailing), ...cells.filter(isNotKnown)].map(lineOf));
  return [`${name}: gaps: ${gapsText(countGaps(cells))}`, ...texts, ''].join('\n');
}

function lineOf({ at, value }: Cell): string {
  const [first] = at;
  const where = first === undefined ? '' : `  ${first.file}:${first.line}`;
  return `  ${visible(value)}${visible(where)}`;
}

function isNotKnown({ gap }: Cell): boolean {
  return gap === 'not-followed';
}

function findingLines(findings: readonly Finding[]): string {
  const texts = findings.map(
    ({ message, place: { file, start }, rule, severity }) =>
      `  ${severity} ${rule}: ${visible(message)}  ${visible(file)}:${start.line}`,
  );
  const told = findings.length === 0 ? 'none' : count(findings.length, 'finding');
  return [`check: ${told} about what the papers say`, ...new Set(texts), ''].join('\n');
}

function isFailing({ gap }: Cell): boolean {
  return gap !== null && failingGaps.has(gap);
}

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
import type { PaperOptions } from './paper-options.js';

/**
 * Lists what is missing, stale or contradictory, and what is not known; 1 where there is any of the first three, 3 with
 * `--strict` while something is not known or calls stay open.
 */
export function checkPapers(
  dossier: Dossier,
  { isStrict, kind, variant }: PaperOptions,
  host: Host,
): ExitCode {
  const kinds =
    kind === null || !isTableKind(kind)
      ? kind === 'dataflow'
        ? ['recipients' as const]
        : tableKinds
      : [kind];
  const papers = kinds.map((one) => makePaper(one, dossier, variant));
  for (const paper of papers) host.stdout.write(linesOf(paper));
  const fails = papers.some((paper) => cellsOf(paper).some(isFailing));
  if (fails) return exitCodes.findings;
  const { open, unread } = dossier.analysis.needs;
  const isOpen = open.length + unread.length > 0 || papers.some((paper) => cellsOf(paper).some(isNotKnown));
  return isStrict && isOpen ? exitCodes.incomplete : exitCodes.clean;
}

function linesOf(paper: Paper): string {
  const cells = cellsOf(paper);
  const texts = new Set([...cells.filter(isFailing), ...cells.filter(isNotKnown)].map(lineOf));
  return [`${paper.kind}: gaps: ${gapsText(countGaps(cells))}`, ...texts, ''].join('\n');
}

function lineOf({ at, value }: Cell): string {
  const [first] = at;
  const where = first === undefined ? '' : `  ${first.file}:${first.line}`;
  return `  ${visible(value)}${visible(where)}`;
}

function isNotKnown({ gap }: Cell): boolean {
  return gap === 'not-followed';
}

function isFailing({ gap }: Cell): boolean {
  return gap !== null && failingGaps.has(gap);
}

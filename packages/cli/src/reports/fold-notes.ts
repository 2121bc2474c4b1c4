import type { Finding } from '@leastscope/analyzer';
import { activeFindings, type CheckReport } from './report.js';
import { count } from '../text/words.js';

/** `fold`: notes are counted, not shown. */
export type NoteDisplay = 'fold' | 'show';

/** The findings that people read first; notes ask for nothing to be done today. */
export function shownFindings(report: CheckReport, notes: NoteDisplay): readonly Finding[] {
  const all = activeFindings(report);
  return notes === 'show' ? all : all.filter(({ severity }) => severity !== 'note');
}

/** `12 notes; --notes shows them`; empty where none is folded. */
export function foldedLine(report: CheckReport, notes: NoteDisplay): string {
  const folded = activeFindings(report, 'note').length;
  if (notes === 'show' || folded === 0) return '';
  return `${count(folded, 'note')}; --notes shows ${folded === 1 ? 'it' : 'them'}`;
}

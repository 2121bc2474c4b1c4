import type { Finding } from '@leastscope/analyzer';
import { codeFrame, gutterWidth, type Mark } from '../text/code-frame.js';
import { visible } from '../text/visible.js';
import { morePlaces } from './places.js';
import type { ReporterOptions } from './reporter.js';

/** The lines of a finding with its places below them, and the places that are not in this file or have no lines. */
export interface Framed {
  readonly lines: readonly string[];
  readonly elsewhere: Finding['related'];
  /** `and 7 more places`; empty when all are shown. */
  readonly more: string;
  /** How many columns the line numbers take. */
  readonly gutter: number;
}

export function frameOf(finding: Finding, options: ReporterOptions): Framed {
  const { place, severity, related } = finding;
  const { painter, sourceOf } = options;
  const here = related.filter((one) => one.place.file === place.file);
  const marks: readonly Mark[] = [
    { place, sign: '^', note: '', paint: painter.severity[severity] },
    ...here.map((one): Mark => ({
      place: one.place,
      sign: '~',
      note: visible(one.note),
      paint: painter.gutter,
    })),
  ];
  const source = sourceOf(place.file);
  return {
    lines: source === null ? [] : codeFrame(source, marks, options),
    elsewhere: source === null ? related : related.filter((one) => !here.includes(one)),
    more: morePlaces(finding),
    gutter: gutterWidth(marks),
  };
}

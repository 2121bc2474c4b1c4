import { failingGaps, spotText, type Cell } from '../cells/cell.js';
import { compareText } from '../cells/make-cells.js';
import { cellsOf } from '../cells/table.js';
import { escapeHtml } from '../faces/html.js';
import type { MadePaper } from './index-page.js';

interface OpenPoint {
  readonly cell: Cell;
  readonly papers: Set<string>;
  readonly where: Set<string>;
}

/** Everything that has to be filled in or settled, once, with the papers that wait for it. */
export function openPoints(papers: readonly MadePaper[]): string {
  const points = [...collect(papers).values()].sort(byWeight);
  if (points.length === 0) return '<p>Nothing is missing, stale or contradictory.</p>';
  const items = points.map(itemHtml).join('\n');
  return `<p>Each point names the key of the declaration to fill in, or the places that disagree.</p>\n<ul class="todo">\n${items}\n</ul>`;
}

function collect(papers: readonly MadePaper[]): ReadonlyMap<string, OpenPoint> {
  const points = new Map<string, OpenPoint>();
  for (const { paper } of papers)
    for (const cell of cellsOf(paper)) {
      if (cell.gap === null || !failingGaps.has(cell.gap)) continue;
      const point = points.get(cell.value) ?? { cell, papers: new Set<string>(), where: new Set<string>() };
      point.papers.add(paper.title);
      for (const spot of cell.at) point.where.add(spotText(spot));
      points.set(cell.value, point);
    }
  return points;
}

const weights = { contradiction: 0, stale: 1, missing: 2, 'not-followed': 3, 'not-applicable': 4 };
const titles = {
  contradiction: 'Contradiction',
  stale: 'Stale',
  missing: 'Missing',
  'not-followed': 'Not known',
  'not-applicable': 'Not applicable',
};

function byWeight(a: OpenPoint, b: OpenPoint): number {
  return (
    weights[a.cell.gap ?? 'missing'] - weights[b.cell.gap ?? 'missing'] ||
    compareText(a.cell.value, b.cell.value)
  );
}

const mostPlaces = 6;

function itemHtml({ cell, papers, where }: OpenPoint): string {
  const gap = cell.gap ?? 'missing';
  const text = cell.value.replace(/^(?:MISSING|STALE|CONTRADICTION): /, '');
  const places = [...where].slice(0, mostPlaces).map((one) => `<code>${escapeHtml(one)}</code>`);
  const rest = where.size - places.length;
  const shown = places.length === 0 ? '' : `${places.join(', ')}${rest > 0 ? ` and ${rest} more` : ''} · `;
  return `<li><span class="mark ${gap}">${titles[gap]}</span> ${escapeHtml(text)}<div class="where">${shown}${escapeHtml([...papers].join(', '))}</div></li>`;
}

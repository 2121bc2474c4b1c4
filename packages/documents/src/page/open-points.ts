import { failingGaps, spotText, type Cell } from '../cells/cell.js';
import { askedBy, compareText } from '../cells/make-cells.js';
import { cellsOf } from '../cells/table.js';
import { escapeHtml } from '../faces/html.js';
import type { MadePaper } from './made-paper.js';

interface OpenPoint {
  readonly cell: Cell;
  readonly papers: Set<string>;
  readonly where: Set<string>;
}

/** Everything to be filled in or settled, once, by who can do it; contradictions and what is stale come first. */
export function openPoints(papers: readonly MadePaper[]): string {
  const points = [...collect(papers).values()].sort((a, b) => compareText(a.cell.value, b.cell.value));
  if (points.length === 0) return '<p>Nothing is missing, stale or contradictory.</p>';
  const names = [...new Set(points.map(groupOf))].sort(compareText);
  const groups = names.map((name) => [name, points.filter((point) => groupOf(point) === name)] as const);
  const intro = '<p>Each point names the key of the declaration to fill in, or the places that disagree.</p>';
  return `${intro}\n${groups.map(groupHtml).join('\n')}`;
}

function collect(papers: readonly MadePaper[]): ReadonlyMap<string, OpenPoint> {
  const points = new Map<string, OpenPoint>();
  for (const { paper } of papers)
    for (const cell of cellsOf(paper)) {
      if (cell.gap === null || !failingGaps.has(cell.gap)) continue;
      const point = points.get(cell.value) ?? {
        cell,
        papers: new Set<string>(),
        where: new Set<string>(),
      };
      point.papers.add(paper.title);
      for (const spot of cell.at) point.where.add(spotText(spot));
      points.set(cell.value, point);
    }
  return points;
}

/** Sorted by these: what is wrong stands before what is not said. */
function groupOf({ cell }: OpenPoint): string {
  if (cell.gap === 'contradiction') return '1 To settle: two sides disagree';
  if (cell.gap === 'stale') return '2 To renew';
  return `3 To be filled in by ${askedBy(cell)?.who ?? 'somebody'}`;
}

function groupHtml([group, points]: readonly [string, readonly OpenPoint[]]): string {
  const title = `${escapeHtml(group.slice(2))} <span class="count">${points.length}</span>`;
  return `<h3>${title}</h3>\n<ul class="todo">\n${points.map(itemHtml).join('\n')}\n</ul>`;
}

const mostPlaces = 4;

function itemHtml({ cell, papers, where }: OpenPoint): string {
  const text = askedBy(cell)?.what ?? cell.value.replace(/^(?:MISSING|STALE|CONTRADICTION): /, '');
  const places = [...where].slice(0, mostPlaces).map((one) => `<code>${escapeHtml(one)}</code>`);
  const rest = where.size - places.length;
  const shown = places.length === 0 ? '' : `${places.join(', ')}${rest > 0 ? ` and ${rest} more` : ''} · `;
  const look = `mark ${cell.gap ?? 'missing'}`;
  const papersText = escapeHtml([...papers].join(', '));
  return `<li class="point"><span class="${look}" aria-hidden="true">!</span><div>${escapeHtml(text)}<div class="where">${shown}${papersText}</div></div></li>`;
}

import { cellsOf, countGaps, type GapCounts } from '../cells/table.js';
import type { Dossier } from '../dossier/dossier.js';
import { escapeHtml, paperHtml } from '../faces/html.js';
import type { TableKind } from '../forms/formats.js';
import type { MadePaper } from './made-paper.js';
import { documentHtml } from './document.js';
import { limitsHtml } from './limits.js';
import { matrixHtml } from './matrix.js';
import { openPoints } from './open-points.js';
import { purposeCards } from './purpose-cards.js';

/** The pack's own page, for the person who answers for privacy: what is open first, then the papers in reading order. */
export function indexPage(dossier: Dossier, papers: readonly MadePaper[], svg: string): string {
  const { claims } = dossier;
  const name = claims.app?.name ?? 'This app';
  const bodyOf = (kind: TableKind): string =>
    papers
      .filter((one) => one.kind === kind)
      .map(({ paper }) => paperHtml(paper))
      .join('');
  const sections: readonly (readonly [string, string, string])[] = [
    ['open', 'What is missing and what contradicts', openPoints(papers)],
    ['matrix', 'Scopes and purposes', matrixHtml(dossier)],
    ['purposes', 'Purpose by purpose', purposeCards(dossier)],
    ['notice', 'The six questions of the privacy notice', bodyOf('notice')],
    ['recipients', 'Recipients and places', bodyOf('recipients')],
    ['deletion', 'Stores and deletion', bodyOf('rights')],
    ['questionnaire', 'Data security and privacy review', bodyOf('questionnaire')],
    [
      'diagram',
      'Data flow',
      `<div class="diagram" tabindex="0" role="region" aria-label="Picture of the data flow">${svg.slice(svg.indexOf('<svg'))}</div>`,
    ],
    ['scopes', 'Every scope and why', bodyOf('scopes')],
    ['record', 'Record of processing', bodyOf('record')],
    ['inventory', 'Data inventory', bodyOf('inventory')],
    ['limits', 'Limits of the analysis', limitsHtml(dossier)],
  ];
  const all = countGaps(papers.flatMap(({ paper }) => cellsOf(paper)));
  const body = `<a class="skip" href="#open">Skip to what is open</a>
<div class="page">
<header><h1>${escapeHtml(name)}: papers for the review</h1>
${factsHtml(dossier)}
${tilesHtml(all)}
<nav aria-label="Contents"><ol>${sections.map(([id, title]) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`).join('')}</ol></nav></header>
<main>
${sections.map(([id, title, text]) => `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2>\n${text}</section>`).join('\n')}
</main>
<footer><p>Open a value to see where it comes from. Made by ${escapeHtml(dossier.tool.name)} ${escapeHtml(dossier.tool.version)} from code, the declaration and the catalog of the platform; nothing else was added. No part of it is legal advice.</p></footer>
</div>`;
  return documentHtml(`${name}: papers for the review`, body);
}

function factsHtml({ asOf, catalog, claims, commit, isChanged, role }: Dossier): string {
  const company = claims.company?.legalName ?? 'company not declared';
  const facts = [
    `${company}, ${role}`,
    `Commit ${commit === '' ? 'none' : commit.slice(0, 12)}${isChanged === true ? ', and changes that are not committed' : ''}`,
    `Judged by ${asOf}`,
    `Catalog ${catalog.version} of ${catalog.date}`,
  ];
  return `<ul class="facts">${facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join('')}</ul>`;
}

function tilesHtml(counts: GapCounts): string {
  const tiles: readonly (readonly [number, string, string])[] = [
    [counts.missing, 'missing', 'bad'],
    [counts.contradiction, 'contradictions', 'bad'],
    [counts.stale, 'stale', 'warn'],
    [counts['not-followed'], 'not known', 'open'],
  ];
  return `<ul class="tiles">${tiles.map(([count, title, look]) => `<li class="${count === 0 ? 'good' : look}"><b>${count}</b>${title}</li>`).join('')}</ul>`;
}

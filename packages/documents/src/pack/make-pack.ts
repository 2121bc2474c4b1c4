import { createHash } from 'node:crypto';
import { cellsOf, countGaps, gapsText, type GapCounts, type Paper } from '../cells/table.js';
import { openHandOvers, type Dossier } from '../dossier/dossier.js';
import { writeDiagram } from './write-report.js';
import { writeExport, exportFormats } from '../exports/write-export.js';
import { toCsv } from '../faces/csv.js';
import { safeJson, toJson } from '../faces/json.js';
import { toMarkdown } from '../faces/markdown.js';
import { endingOf, reportKinds, type TableKind } from '../forms/formats.js';
import { indexPage } from '../page/index-page.js';
import { makePaper, tableKinds } from '../papers/kinds.js';
import { inputsOf } from './inputs.js';
import { sinceLast, type OldPack } from './since.js';

export interface PackFile {
  /** Relative to the pack's folder; no folders inside. */
  readonly name: string;
  readonly text: string;
}

export interface Pack {
  /** `pack.json` comes last: whoever sees it has the rest. */
  readonly files: readonly PackFile[];
  /** `3 missing, 1 stale` over all papers. */
  readonly gaps: string;
}

interface Output extends PackFile {
  readonly rows: number;
  readonly gaps: GapCounts;
}

/** All papers as files. Equal input gives equal bytes; `before` is the pack that stood in the folder. */
export async function makePack(dossier: Dossier, before: OldPack | null): Promise<Pack> {
  const papers = tableKinds.map((kind) => ({ kind, paper: makePaper(kind, dossier) }));
  const all = countGaps(papers.flatMap(({ paper }) => cellsOf(paper)));
  const svg = await writeDiagram('svg', dossier);
  const places = papers.find(({ kind }) => kind === 'recipients')?.paper;
  const diagrams = await diagramOutputs(dossier, svg, places);
  const outputs = [
    { name: 'index.html', text: indexPage(dossier, papers, svg), rows: 0, gaps: all },
    ...papers.flatMap(({ kind, paper }) => tableOutputs(kind, paper, dossier)),
    ...diagrams,
  ];
  const listed = outputs.map(({ gaps, name, rows, text }) => ({
    file: name,
    sha256: sha256(text),
    rows,
    gaps,
  }));
  const facts = { ...headOf(dossier, all), outputs: listed };
  const packJson = safeJson({ ...facts, since: sinceLast(before, facts) });
  return {
    files: [...outputs.map(({ name, text }) => ({ name, text })), { name: 'pack.json', text: packJson }],
    gaps: gapsText(all),
  };
}

function tableOutputs(kind: TableKind, paper: Paper, dossier: Dossier): readonly Output[] {
  const { file } = reportKinds[kind];
  const gaps = countGaps(cellsOf(paper));
  const rows = paper.tables.reduce((sum, table) => sum + table.rows.length, 0);
  const whole = [
    { name: `${file}.md`, text: toMarkdown(paper), rows, gaps },
    { name: `${file}.json`, text: toJson(paper), rows, gaps },
  ];
  const tables = paper.tables.map((table, index) => ({
    name: index === 0 ? `${file}.csv` : `${file}.${table.id}.csv`,
    text: toCsv(table),
    rows: table.rows.length,
    gaps: countGaps(table.rows.flatMap(({ entries }) => entries.flat())),
  }));
  if (kind !== 'record') return [...whole, ...tables];
  const exported = exportFormats.map((format) => ({
    name: `${file}.${endingOf(format)}`,
    text: writeExport(format, dossier, gapsText(gaps)),
    rows,
    gaps,
  }));
  return [...whole, ...tables, ...exported];
}

async function diagramOutputs(
  dossier: Dossier,
  svg: string,
  places: Paper | undefined,
): Promise<readonly Output[]> {
  const { file } = reportKinds.dataflow;
  const gaps = countGaps(places === undefined ? [] : cellsOf(places));
  return [
    { name: `${file}.svg`, text: svg, rows: 0, gaps },
    { name: `${file}.mmd`, text: await writeDiagram('mmd', dossier), rows: 0, gaps },
    { name: `${file}.dot`, text: await writeDiagram('dot', dossier), rows: 0, gaps },
  ];
}

function headOf(dossier: Dossier, gaps: GapCounts): object {
  const { analysis, asOf, catalog, commit, isChanged, role, tool } = dossier;
  const { coverage } = analysis.needs;
  return {
    gaps,
    schema: 1,
    tool: { name: tool.name, version: tool.version },
    catalog: { version: catalog.version, date: catalog.date, digest: catalog.digest },
    commit: commit === '' ? 'none' : commit,
    ...(isChanged === true ? { workTree: 'differs from the commit' } : {}),
    asOf,
    role,
    inputs: inputsOf(dossier),
    coverage: {
      callsResolved: coverage.resolved,
      callsOpen: coverage.open,
      filesUnread: coverage.filesUnread,
      handOversNotFollowed: dossier.unseen === null ? openHandOvers(dossier).length : 'not known',
    },
  };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

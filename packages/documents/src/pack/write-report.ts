import type { Format, ReportKind } from '../forms/formats.js';
import type { Dossier } from '../dossier/dossier.js';
import { countGaps, gapsText } from '../cells/table.js';
import { toDot } from '../diagram/dot.js';
import { makeGraph } from '../diagram/make-graph.js';
import { toMermaid } from '../diagram/mermaid.js';
import { toSvg } from '../diagram/svg.js';
import { paperBody, writeTablePaper } from '../faces/write-table-paper.js';
import { documentHtml } from '../page/document.js';
import { isExportFormat, writeExport } from '../exports/write-export.js';
import { makePaper, type Variant } from '../papers/kinds.js';
import { recipients } from '../papers/recipients.js';
import { cellsOf } from '../cells/table.js';

/** One report as one text. */
export async function writeReport(
  kind: ReportKind,
  format: Format,
  dossier: Dossier,
  variant: Variant | null = null,
): Promise<string> {
  if (kind === 'dataflow') return writeDiagram(format, dossier);
  const paper = makePaper(kind, dossier, variant);
  if (format === 'html') return documentHtml(paper.title, paperBody(paper));
  if (format === 'md' || format === 'csv' || format === 'json') return writeTablePaper(paper, format);
  if (isExportFormat(format)) return writeExport(format, dossier, gapsText(countGaps(cellsOf(paper))));
  throw new Error(`${kind} has no format ${format}.`);
}

/** The picture shows places and who gets data, so its gaps are those of that table. */
export async function writeDiagram(format: Format, dossier: Dossier): Promise<string> {
  const graph = makeGraph(dossier);
  const gaps = gapsText(countGaps(cellsOf(recipients(dossier))));
  if (format === 'mmd') return toMermaid(graph, gaps);
  const dot = toDot(graph, gaps);
  return format === 'dot' ? dot : toSvg(dot, graph.title, gaps);
}

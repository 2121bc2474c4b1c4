import type { Dossier } from '../dossier/dossier.js';
import { toFides } from './fides.js';
import { toJsonLd } from './jsonld.js';
import { recordGraph } from './record-graph.js';
import { surePart } from './sure-part.js';
import { toTurtle } from './turtle.js';

/** The record for other programs. */
export const exportFormats = ['jsonld', 'ttl', 'fides'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export function isExportFormat(format: string): format is ExportFormat {
  return exportFormats.some((one) => one === format);
}

export function writeExport(format: ExportFormat, dossier: Dossier, gaps: string): string {
  const { dossier: sure, leftOut } = surePart(dossier);
  const told = leftOut === '' ? gaps : `${gaps}. Left out, as only possible: ${leftOut}`;
  if (format === 'fides') return toFides(sure, told);
  const graph = recordGraph(sure, told);
  return format === 'jsonld' ? toJsonLd(graph) : toTurtle(graph, told);
}

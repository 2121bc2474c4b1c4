import type { Dossier } from '../dossier/dossier.js';
import { toFides } from './fides.js';
import { toJsonLd } from './jsonld.js';
import { recordGraph } from './record-graph.js';
import { toTurtle } from './turtle.js';

/** The record for other programs. */
export const exportFormats = ['jsonld', 'ttl', 'fides'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export function isExportFormat(format: string): format is ExportFormat {
  return exportFormats.some((one) => one === format);
}

export function writeExport(format: ExportFormat, dossier: Dossier, gaps: string): string {
  if (format === 'fides') return toFides(dossier, gaps);
  const graph = recordGraph(dossier, gaps);
  return format === 'jsonld' ? toJsonLd(graph) : toTurtle(graph, gaps);
}

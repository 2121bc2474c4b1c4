export { cellsOf, countGaps, gapsText, type GapCounts, type Paper } from './cells/table.js';
export { failingGaps, type Cell, type Gap } from './cells/cell.js';
export { createDossier, type Dossier } from './dossier/dossier.js';
export type { DataPlace, ReportInput, Role } from './dossier/report-input.js';
export {
  formatsOf,
  isReportKind,
  kindNames,
  reportKinds,
  type Format,
  type ReportKind,
} from './forms/formats.js';
export { isTableKind, makePaper, tableKinds, type Variant } from './papers/kinds.js';
export type { Template } from './papers/record.js';
export { writeReport } from './pack/write-report.js';
export { makePack, type Pack, type PackFile } from './pack/make-pack.js';
export type { OldPack } from './pack/since.js';

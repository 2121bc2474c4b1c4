/** The names of all report formats, apart from what makes them: help and completion need no more. */
export const reportFormats = [
  'pretty',
  'concise',
  'json',
  'github',
  'gitlab',
  'sarif',
  'junit',
  'markdown',
  'html',
] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** What looks places up in a checkout, and so wants them from its root, from wherever the run was started. */
export const fromTheTop: ReadonlySet<ReportFormat> = new Set(['github', 'gitlab', 'sarif', 'junit']);

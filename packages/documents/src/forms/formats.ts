/** Every format by the ending of its file. */
export const formats = ['md', 'csv', 'html', 'json', 'jsonld', 'ttl', 'fides', 'svg', 'mmd', 'dot'] as const;
export type Format = (typeof formats)[number];

/** Kinds of reports in the order of the pack, each with the name of its file and its formats, the default first. */
export const reportKinds = {
  scopes: { file: '01-scopes', formats: ['md', 'csv', 'html', 'json'] },
  inventory: { file: '02-data-inventory', formats: ['csv', 'md', 'html', 'json'] },
  record: {
    file: '03-record-of-processing',
    formats: ['csv', 'md', 'html', 'json', 'jsonld', 'ttl', 'fides'],
  },
  notice: { file: '04-privacy-notice', formats: ['md', 'csv', 'html', 'json'] },
  rights: { file: '05-rights-and-deletion', formats: ['md', 'csv', 'html', 'json'] },
  recipients: { file: '06-recipients-and-places', formats: ['csv', 'md', 'html', 'json'] },
  questionnaire: { file: '07-questionnaire', formats: ['md', 'csv', 'html', 'json'] },
  dataflow: { file: '08-data-flow', formats: ['svg', 'mmd', 'dot'] },
} as const satisfies Record<
  string,
  { readonly file: string; readonly formats: readonly [Format, ...Format[]] }
>;

export type ReportKind = keyof typeof reportKinds;

export const kindNames = Object.keys(reportKinds).filter(isReportKind);

export function isReportKind(name: string): name is ReportKind {
  return Object.hasOwn(reportKinds, name);
}

export function formatsOf(kind: ReportKind): readonly Format[] {
  return reportKinds[kind].formats;
}

/** fideslang is YAML. */
export function endingOf(format: Format): string {
  return format === 'fides' ? 'fides.yml' : format;
}

export type TableKind = Exclude<ReportKind, 'dataflow'>;

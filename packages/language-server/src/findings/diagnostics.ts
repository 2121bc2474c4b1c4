import type { Finding, RelatedPlace, RuleId, RuleInfo, Severity, UnreadFile } from '@leastscope/analyzer';
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import type { View } from '../model/view.js';
import { plain } from '../text/markdown.js';
import { locationOf } from '../text/locations.js';
import { rangeOf } from '../text/places.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

/** How editors draw what is said: faded, struck through. */
const tags: Readonly<Partial<Record<RuleId, DiagnosticTag>>> = {
  'unused-scope': DiagnosticTag.Unnecessary,
  'unused-purpose': DiagnosticTag.Unnecessary,
  'unused-exception': DiagnosticTag.Unnecessary,
  'unused-suppression': DiagnosticTag.Unnecessary,
  'deprecated-endpoint': DiagnosticTag.Deprecated,
};

/** Where the page of a rule is shown. */
export type RulePage = (rule: Pick<RuleInfo, 'docs'>) => string;

/** What is found and not silenced, by file. */
export function diagnosticsByFile(view: View, pageOf: RulePage): ReadonlyMap<string, readonly Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>();
  const add = (file: string, diagnostic: Diagnostic): void =>
    void byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
  for (const finding of activeFindings(view)) add(finding.place.file, toDiagnostic(view, finding, pageOf));
  for (const unread of view.analysis.needs.unread) add(unread.file, unreadDiagnostic(unread));
  return byFile;
}

export function activeFindings({ analysis }: View): readonly Finding[] {
  return analysis.findings.filter(({ suppressed }) => suppressed === null);
}

function toDiagnostic(view: View, finding: Finding, pageOf: RulePage): Diagnostic {
  const { rule, severity, message, help, place, related } = finding;
  const info = view.engine.ruleInfos.find(({ id }) => id === rule);
  const tag = tags[rule];
  return {
    range: rangeOf(place),
    severity: severities[severity],
    source: 'leastscope',
    code: rule,
    message: `${plain(message)}\n${plain(help)}`,
    ...(info === undefined ? {} : { codeDescription: { href: pageOf(info) } }),
    ...(tag === undefined ? {} : { tags: [tag] }),
    ...(related.length === 0 ? {} : { relatedInformation: related.map((one) => toRelated(view, one)) }),
  };
}

function toRelated({ root }: View, { place, note }: RelatedPlace) {
  return { location: locationOf(root, place), message: plain(note) };
}

/** What could not be read is never passed over in silence. */
function unreadDiagnostic({ reason, place }: UnreadFile): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: place === null ? { start, end: start } : rangeOf(place),
    severity: DiagnosticSeverity.Information,
    source: 'leastscope',
    code: 'unread',
    message: `This file is not judged: ${plain(reason)}`,
  };
}

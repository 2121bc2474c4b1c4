import type { Finding, Place, RelatedPlace, RuleInfo, UnreadFile } from '@leastscope/analyzer';
import type {
  Location,
  Log,
  Notification,
  PhysicalLocation,
  ReportingDescriptor,
  Result,
  Suppression,
  ToolComponent,
} from 'sarif';
import { documentUrl, homepage } from '../host/about.js';
import { toSafeJson } from '../text/visible.js';
import { fingerprintsOf } from './fingerprints.js';
import { activeFindings, type CheckReport } from './report.js';
import type { Reporter, ReporterOptions } from './reporter.js';
import { propertiesOf } from './rule-tags.js';

/** SARIF 2.1.0, for code scanning. Paths are relative to the root of the checkout; nothing tells of this machine. */
export const sarif: Reporter = (report, options) => {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driverOf(report) },
        automationDetails: { id: `leastscope/${options.folder}` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [checkout]: { description: { text: 'The root of the checkout.' } } },
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: report.unread.map(notificationOf) },
        ],
        results: resultsOf(report, options),
        properties: { verdict: report.verdict, coverage: report.coverage, catalog: report.catalog },
      },
    ],
  };
  return toSafeJson(log);
};

/** What paths are relative to, as SARIF and those who read it call it. */
const checkout = '%SRCROOT%';

function driverOf({ tool, rules }: CheckReport): ToolComponent {
  return {
    name: tool.name,
    version: tool.version,
    semanticVersion: tool.version,
    informationUri: homepage,
    rules: rules.map(ruleOf),
  };
}

function ruleOf(rule: RuleInfo): ReportingDescriptor {
  const { id, title, why, fix, defaultSeverity, docs } = rule;
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: fix, markdown: `${fix}\n\n[${id}](${documentUrl(docs)})` },
    helpUri: documentUrl(docs),
    defaultConfiguration: { level: defaultSeverity },
    properties: propertiesOf(rule),
  };
}

/** `unused-scope` → `UnusedScope`, as SARIF wants names. */
function nameOf(id: string): string {
  return id
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

function resultsOf(report: CheckReport, { silenced }: ReporterOptions): Result[] {
  const findings = silenced === 'listed' ? report.findings : activeFindings(report);
  const fingerprints = fingerprintsOf(findings);
  return findings.map((finding, index) => resultOf(finding, fingerprints[index] ?? '', report, silenced));
}

function resultOf(
  finding: Finding,
  fingerprint: string,
  { rules }: CheckReport,
  silenced: ReporterOptions['silenced'],
): Result {
  const ruleIndex = rules.findIndex((rule) => rule.id === finding.rule);
  return {
    ruleId: finding.rule,
    ...(ruleIndex >= 0 ? { ruleIndex } : {}),
    level: finding.severity,
    message: {
      text: [finding.message, finding.why, finding.help].filter((text) => text !== '').join('\n'),
    },
    locations: [{ physicalLocation: locationOf(finding.place) }],
    relatedLocations: finding.related.map(relatedOf),
    partialFingerprints: { 'leastscope/v2': fingerprint },
    ...(silenced === 'listed' ? { suppressions: suppressionsOf(finding) } : {}),
    properties: { confidence: finding.confidence, data: finding.data },
  };
}

function suppressionsOf({ suppressed }: Finding): Suppression[] {
  if (suppressed === null) return [];
  return [
    {
      kind: suppressed.by === 'directive' ? 'inSource' : 'external',
      status: 'accepted',
      justification: suppressed.reason,
      location: { physicalLocation: locationOf(suppressed.place) },
    },
  ];
}

function relatedOf({ place, note }: RelatedPlace, id: number): Location {
  return { id, message: { text: note }, physicalLocation: locationOf(place) };
}

function locationOf({ file, start, end }: Place): PhysicalLocation {
  return {
    artifactLocation: artifactOf(file),
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
  };
}

function notificationOf({ file, reason, place }: UnreadFile): Notification {
  const physicalLocation = place === null ? { artifactLocation: artifactOf(file) } : locationOf(place);
  return { level: 'warning', message: { text: `not read: ${reason}` }, locations: [{ physicalLocation }] };
}

/** A relative reference. Percent-encoding also keeps a name such as `a:b.ts` from looking like a scheme. */
function artifactOf(file: string): PhysicalLocation['artifactLocation'] & object {
  return { uri: file.split('/').map(encodeSegment).join('/'), uriBaseId: checkout };
}

function encodeSegment(segment: string): string {
  // A lone surrogate cannot be encoded; the name is then unusable as a link anyway.
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'));
}

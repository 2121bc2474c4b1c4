import { createHash } from 'node:crypto';
import type { Finding, Place, RelatedPlace, RuleInfo, UnreadFile } from '@leastscope/analyzer';
import type { CheckReport } from './report.js';
import { toSafeJson } from '../text/visible.js';
import type { Reporter } from './reporter.js';

type Json = Readonly<Record<string, unknown>>;

/** SARIF 2.1.0, for code scanning. Paths are relative to the root of the checkout; nothing tells of this machine. */
export const sarif: Reporter = (report) =>
  toSafeJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driverOf(report) },
        columnKind: 'utf16CodeUnits',
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: report.unread.map(notificationOf) },
        ],
        results: resultsOf(report),
        properties: {
          verdict: report.verdict,
          coverage: report.coverage,
          catalog: report.catalog,
        },
      },
    ],
  });

function driverOf({ tool, rules }: CheckReport): Json {
  return { name: tool.name, version: tool.version, semanticVersion: tool.version, rules: rules.map(ruleOf) };
}

function ruleOf(rule: RuleInfo): Json {
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: rule.fix },
    defaultConfiguration: { level: rule.defaultSeverity },
    properties: { docs: rule.docs },
  };
}

function resultsOf({ findings, rules }: CheckReport): readonly Json[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const base = fingerprintOf(finding);
    const nth = (seen.get(base) ?? 0) + 1;
    seen.set(base, nth);
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
      partialFingerprints: { 'leastscope/v1': `${base}:${nth}` },
      suppressions: suppressionsOf(finding),
      properties: { confidence: finding.confidence, data: finding.data },
    };
  });
}

/** What stays the same when lines move: rule, file, and what the finding is about. */
function fingerprintOf({ rule, place, data }: Finding): string {
  const about = ['endpoint', 'scope', 'scopes', 'category', 'purpose'].map((key) => data[key] ?? null);
  return createHash('sha256')
    .update(JSON.stringify([rule, place.file, about]))
    .digest('hex')
    .slice(0, 32);
}

function suppressionsOf({ suppressed }: Finding): readonly Json[] {
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

function relatedOf({ place, note }: RelatedPlace, id: number): Json {
  return { id, message: { text: note }, physicalLocation: locationOf(place) };
}

function locationOf({ file, start, end }: Place): Json {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
  };
}

function notificationOf({ file, reason, place }: UnreadFile): Json {
  const physicalLocation = place === null ? { artifactLocation: { uri: uriOf(file) } } : locationOf(place);
  return { level: 'warning', message: { text: `not read: ${reason}` }, locations: [{ physicalLocation }] };
}

/** A relative reference. Percent-encoding also keeps a name such as `a:b.ts` from looking like a scheme. */
function uriOf(file: string): string {
  return file.split('/').map(encodeSegment).join('/');
}

function encodeSegment(segment: string): string {
  // A lone surrogate cannot be encoded; the name is then unusable as a link anyway.
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'));
}

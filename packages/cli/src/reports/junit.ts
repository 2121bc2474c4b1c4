import type { Finding } from '@leastscope/analyzer';
import { visible } from '../text/visible.js';
import { activeFindings, type CheckReport } from './report.js';
import type { Reporter } from './reporter.js';
import { coverageLine, verdictLine } from './sentences.js';

/** For servers that show tests: a case for each finding, which a note passes, and one for the whole where there is none. */
export const junit: Reporter = (report) => {
  const findings = activeFindings(report);
  const failures = findings.filter(isFailure).length;
  const counts = `tests="${String(Math.max(1, findings.length))}" failures="${String(failures)}" errors="0" skipped="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="leastscope" ${counts}>`,
    `  <testsuite name="leastscope" ${counts}>`,
    ...(findings.length === 0 ? ['    <testcase name="no findings" classname="leastscope"/>'] : []),
    ...findings.flatMap(caseOf),
    `    <system-out>${escapeXml(summaryOf(report))}</system-out>`,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};

function caseOf(finding: Finding): readonly string[] {
  const { rule, place, message } = finding;
  const name = `${rule} at ${place.file}:${String(place.start.line)}:${String(place.start.column)}`;
  const head = `    <testcase name="${escapeXml(name)}" classname="${escapeXml(place.file)}" file="${escapeXml(place.file)}" line="${String(place.start.line)}">`;
  if (!isFailure(finding))
    return [head, `      <system-out>${escapeXml(message)}</system-out>`, '    </testcase>'];
  return [
    head,
    `      <failure type="${finding.severity}" message="${escapeXml(message)}">${escapeXml(detailsOf(finding))}</failure>`,
    '    </testcase>',
  ];
}

function isFailure({ severity }: Finding): boolean {
  return severity !== 'note';
}

function detailsOf({ why, help, related }: Finding): string {
  const places = related.map(({ place, note }) => `${place.file}:${String(place.start.line)} ${note}`);
  return [why, help, ...places].filter((text) => text !== '').join(' | ');
}

function summaryOf(report: CheckReport): string {
  const unread = report.unread.map(({ file, reason }) => `not read: ${file}: ${reason}`);
  return [...unread, coverageLine(report), verdictLine(report)].join(' | ');
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML knows no way to write most control characters; `visible` has spelled them out. Half a character is none in XML. */
function escapeXml(text: string): string {
  return visible(text)
    .replace(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => references[character] ?? character);
}

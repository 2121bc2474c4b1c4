import type { Finding, RelatedPlace } from '@leastscope/analyzer';
import { rulePage } from '../host/about.js';
import { at } from '../text/at.js';
import { plainLayout } from '../text/layout.js';
import { visible } from '../text/visible.js';
import { changeSections } from './change-lines.js';
import { frameOf } from './frame.js';
import { activeFindings, type CheckReport } from './report.js';
import type { Reporter, ReporterOptions } from './reporter.js';
import { coverageLine, severitySums, verdictLine } from './sentences.js';

/** A page that stands alone: it loads nothing, runs nothing, and can be sent to somebody who has no terminal. */
export const html: Reporter = (report, options) => {
  const plain = { ...options, ...plainLayout };
  const files = [...new Set(activeFindings(report).map(({ place }) => place.file))];
  return `${[
    head,
    '<h1>leastscope</h1>',
    list([coverageLine(report), severitySums(report) || 'no findings', verdictLine(report)]),
    ...changeSections(report).flatMap(({ title, lines }) => [
      `<h2>${rich(title)}</h2>`,
      list(lines.map(({ sign, text }) => `${sign} ${text}`)),
    ]),
    ...files.flatMap((file) => fileSection(file, report, plain)),
    ...unreadSection(report),
    `<footer>${escapeHtml(`${report.tool.name} ${report.tool.version}, judged as of ${report.asOf}`)}</footer>`,
    '</main>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
};

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
article { border-left: 4px solid; padding: 0 0 0 1rem; margin: 1.5rem 0; }
.error { border-color: #c62828; } .warning { border-color: #b26a00; } .note { border-color: #00759a; }
pre { overflow-x: auto; padding: .75rem; background: color-mix(in srgb, CanvasText 7%, Canvas); }
code { font-family: ui-monospace, monospace; }
h2 code { font-weight: normal; }
footer { margin-top: 3rem; opacity: .7; }`;

const head = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>leastscope</title>
<style>${style}
</style>
</head>
<body>
<main>`;

function fileSection(file: string, report: CheckReport, options: ReporterOptions): readonly string[] {
  return [
    `<h2><code>${escapeHtml(file)}</code></h2>`,
    ...activeFindings(report)
      .filter(({ place }) => place.file === file)
      .map((finding) => article(finding, options)),
  ];
}

function article(finding: Finding, options: ReporterOptions): string {
  const { severity, rule, place, message, why, help } = finding;
  const { lines, elsewhere, more } = frameOf(finding, options);
  const page = escapeHtml(rulePage(rule));
  return [
    `<article class="${severity}">`,
    `<h3>${severity} <a href="${page}">${escapeHtml(rule)}</a></h3>`,
    `<p>${rich(message)}</p>`,
    `<p><code>${escapeHtml(at(place))}</code></p>`,
    ...(lines.length > 0 ? [`<pre>${lines.map(escapeHtml).join('\n')}</pre>`] : []),
    ...(elsewhere.length > 0 ? [list([...elsewhere.map(placeText), ...(more === '' ? [] : [more])])] : []),
    ...(why === '' ? [] : [`<p><b>Why:</b> ${rich(why)}</p>`]),
    ...(help === '' ? [] : [`<p><b>Help:</b> ${rich(help)}</p>`]),
    '</article>',
  ].join('\n');
}

function placeText({ place, note }: RelatedPlace): string {
  return `\`${place.file}:${String(place.start.line)}\` ${note}`;
}

function unreadSection({ unread }: CheckReport): readonly string[] {
  if (unread.length === 0) return [];
  return ['<h2>Not read</h2>', list(unread.map(({ file, reason }) => `\`${file}\`: ${reason}`))];
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${rich(item)}</li>`).join('')}</ul>`;
}

/** Our messages set names in backticks; everything else in them is text. */
function rich(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part)))
    .join('');
}

function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

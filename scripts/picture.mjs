// Draws what `leastscope check` says of the dashboard example as an SVG of a terminal, for the README.
// `--check` writes nothing and fails when the picture is stale.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pnpm.mjs';

const picture = join(root, 'docs', 'pictures', 'check.svg');
const asOf = '2026-11-01';

const cell = { width: 8.4, height: 19 };
const margin = { x: 20, top: 52, bottom: 18 };
const columns = 112;

/** SGR code → what it does to the style. */
const effects = {
  0: () => plain,
  1: (style) => ({ ...style, bold: true }),
  2: (style) => ({ ...style, dim: true }),
  3: (style) => ({ ...style, italic: true }),
  22: (style) => ({ ...style, bold: false, dim: false }),
  23: (style) => ({ ...style, italic: false }),
  39: (style) => ({ ...style, color: plain.color }),
};
const colors = ['#6e7681', '#ff7b72', '#3fb950', '#d29922', '#58a6ff', '#bc8cff', '#39c5cf', '#c9d1d9'];
const plain = { color: '#c9d1d9', bold: false, dim: false, italic: false };

const svg = draw(terminalOutput());
if (!process.argv.includes('--check')) {
  writeFileSync(picture, svg);
} else if (!existsSync(picture) || readFileSync(picture, 'utf8') !== svg) {
  console.error('docs/pictures/check.svg is stale; run npm run pictures');
  process.exitCode = 1;
}

function terminalOutput() {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(root, 'packages/cli/dist/bin.js'), 'check', '--color', 'always', '--as-of', asOf],
    { cwd: join(root, 'examples/analytics-dashboard'), encoding: 'utf8' },
  );
  if (status !== 1) throw new Error(`check ended with ${status}: ${stderr}`);
  return `\u001B[1m$ leastscope check\u001B[0m\n\n${stdout.trimEnd()}`;
}

function draw(output) {
  const lines = output.split('\n').flatMap((line) => wrap(spansOf(line)));
  const width = Math.ceil(columns * cell.width + 2 * margin.x);
  const height = margin.top + lines.length * cell.height + margin.bottom;
  const rows = lines
    .map((spans, index) => row(spans, margin.top + index * cell.height + 14))
    .filter((text) => text !== '');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" rx="10" fill="#0d1117"/>
<circle cx="24" cy="22" r="6" fill="#ff5f56"/><circle cx="44" cy="22" r="6" fill="#ffbd2e"/><circle cx="64" cy="22" r="6" fill="#27c93f"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" xml:space="preserve">
${rows.join('\n')}
</g>
</svg>
`;
}

/** Text with its styles, from text with escape codes. */
function spansOf(line) {
  const spans = [];
  let style = plain;
  for (const part of `m${line}`.split('\u001B[')) {
    const end = part.indexOf('m');
    for (const code of part.slice(0, end).split(';'))
      style = code === '' ? style : restyle(style, Number(code));
    const text = part.slice(end + 1);
    if (text !== '') spans.push({ text, style });
  }
  return spans;
}

function restyle(style, code) {
  if (code >= 30 && code <= 37) return { ...style, color: colors[code - 30] };
  if (code >= 90 && code <= 97) return { ...style, color: colors[code - 90] };
  return (effects[code] ?? ((same) => same))(style);
}

/** Breaks a line that is too long between words, and indents the rest as far as its own words stand. */
function wrap(spans) {
  const text = spans.map((span) => span.text).join('');
  if (text.length <= columns) return [spans];
  const end = text.lastIndexOf(' ', columns);
  const indent = Math.min(/^[\s|=]*(?:\w+:\s)?/.exec(text)[0].length, 24);
  const [first, rest] = split(spans, end <= indent ? columns : end);
  const [, tail] = split(rest, /^ */.exec(text.slice(end))[0].length);
  return [first, ...wrap([{ text: ' '.repeat(indent), style: plain }, ...tail])];
}

function split(spans, at) {
  let left = at;
  const halves = [[], []];
  for (const { text, style } of spans) {
    const head = text.slice(0, Math.max(left, 0));
    const tail = text.slice(head.length);
    left -= text.length;
    if (head !== '') halves[0].push({ text: head, style });
    if (tail !== '') halves[1].push({ text: tail, style });
  }
  return halves;
}

/** Each span says where it begins, so that a font of another width cannot move the columns apart. */
function row(spans, y) {
  let column = 0;
  const parts = spans.map(({ text, style }) => {
    const x = (margin.x + column * cell.width).toFixed(1);
    column += text.length;
    return text.trim() === '' ? '' : `<tspan x="${x}"${attributes(style, text)}>${escape(text)}</tspan>`;
  });
  return parts.join('') === '' ? '' : `<text y="${y}">${parts.join('')}</text>`;
}

function attributes({ color, bold, dim, italic }, text) {
  return [
    ` fill="${color}" textLength="${(text.length * cell.width).toFixed(1)}"`,
    bold ? ' font-weight="bold"' : '',
    dim ? ' opacity="0.65"' : '',
    italic ? ' font-style="italic"' : '',
  ].join('');
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

// Draws an editor with what the plugin says under a call, as an SVG, for docs/editors.md. The messages, their places and
// the suggestions are ESLint's own answer. `--check` writes nothing and fails when the picture is stale.
import { ESLint } from 'eslint';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import leastscope from '../packages/eslint-plugin/bundle/index.js';
import { root } from './pnpm.mjs';

const picture = join(root, 'docs', 'pictures', 'editor.svg');
const declaration = readFileSync(
  join(root, 'fixtures/worked-examples/01-minimal/scope-declaration.yaml'),
  'utf8',
);
const code = `const HOST = 'https://open-api.tiktokglobalshop.com';

export function cancelOrder(order_id) {
  return fetch(\`\${HOST}/return_refund/202309/cancellations\`, {
    method: 'POST',
    body: JSON.stringify({ order_id }),
  });
}`;

const cell = { width: 8.4, height: 20 };
const left = 62;
const top = 50;
const columns = 100;

const svg = draw(code.split('\n'), await messages());
if (!process.argv.includes('--check')) {
  writeFileSync(picture, svg);
} else if (!existsSync(picture) || readFileSync(picture, 'utf8') !== svg) {
  console.error('docs/pictures/editor.svg is stale; run npm run pictures');
  process.exitCode = 1;
}

async function messages() {
  const cwd = mkdtempSync(join(tmpdir(), 'leastscope-picture-'));
  try {
    writeFileSync(join(cwd, 'scope-declaration.yaml'), declaration);
    const eslint = new ESLint({
      cwd,
      overrideConfigFile: true,
      overrideConfig: [leastscope.configs.recommended],
    });
    const [result] = await eslint.lintText(code, { filePath: join(cwd, 'src/shipping/cancel.js') });
    return result.messages.filter(({ ruleId }) => ruleId === 'leastscope/missing-scope');
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function draw(lines, found) {
  const [first] = found;
  if (first === undefined) throw new Error('The planted call was not found.');
  const rows = lines.slice(0, first.line).map((text, index) => codeRow(text, index));
  const squiggles = found.map((message) => squiggle(message));
  const hover = box(first, first.line);
  const below = lines.slice(first.line).map((text, index) => codeRow(text, first.line + index, hover.height));
  const height = top + lines.length * cell.height + hover.height + 16;
  const width = Math.ceil(left + columns * cell.width + 20);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" rx="10" fill="#1f1f1f"/>
<rect x="0" y="34" width="${width}" height="1" fill="#2b2b2b"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" xml:space="preserve">
<text x="20" y="23" fill="#cccccc">src/shipping/cancel.js</text>
${[...rows, ...squiggles, ...hover.parts, ...below].join('\n')}
</g>
</svg>
`;
}

function yOf(index) {
  return top + index * cell.height;
}

function codeRow(text, index, shift = 0) {
  const y = yOf(index) + shift + 14;
  const number = `<text x="${left - 26}" y="${y}" fill="#6e7681" text-anchor="end">${index + 1}</text>`;
  return text === ''
    ? number
    : `${number}<text x="${left}" y="${y}" ${span(text, '#d4d4d4')}>${escape(text)}</text>`;
}

function squiggle({ line, column, endColumn }) {
  const from = left + (column - 1) * cell.width;
  const to = left + (endColumn - 1) * cell.width;
  const y = yOf(line - 1) + 18;
  const steps = Math.round((to - from) / 4);
  const points = Array.from(
    { length: steps + 1 },
    (_, step) => `${(from + step * 4).toFixed(1)},${step % 2 === 0 ? y : y - 3}`,
  );
  return `<polyline points="${points.join(' ')}" fill="none" stroke="#f14c4c"/>`;
}

/** What the editor shows under the pointer: the message, whose rule, and what it offers. */
function box({ message, ruleId, suggestions = [] }, line) {
  const words = wrap(message, columns - 4);
  const offers = suggestions.flatMap(({ desc }) => wrap(`💡 ${desc}`, columns - 4));
  const shown = [
    ...words.map((text) => [text, '#cccccc']),
    [`eslint(${ruleId})`, '#4daafc'],
    ...offers.map((text) => [text, '#dcdcaa']),
  ];
  const y = yOf(line) + 6;
  const height = shown.length * cell.height + 14;
  const parts = shown.map(
    ([text, color], index) =>
      `<text x="${left + 12}" y="${y + 20 + index * cell.height}" fill="${color}">${escape(text)}</text>`,
  );
  const frame = `<rect x="${left}" y="${y}" width="${columns * cell.width}" height="${height}" rx="4" fill="#252526" stroke="#454545"/>`;
  return { parts: [frame, ...parts], height: height + 12 };
}

function wrap(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function span(text, color) {
  return `fill="${color}" textLength="${(text.length * cell.width).toFixed(1)}"`;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

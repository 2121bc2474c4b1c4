// Writes the tables of rules in README.md and docs/rules/README.md from the rules' own descriptions, and the pages of docs/commands
// from the command table. `--check` writes nothing and fails when they are stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ruleInfos } from '../packages/analyzer/dist/index.js';
import { commandPages } from './command-pages.mjs';
import { root } from './pnpm.mjs';

const check = process.argv.includes('--check');
let stale = 0;

fillIn(
  'README.md',
  'rules',
  table(ruleInfos, (id) => `docs/rules/${id}.md`),
);
fillIn(
  'docs/rules/README.md',
  'rules',
  table(ruleInfos, (id) => `${id}.md`),
);
for (const [name, text] of commandPages()) await keep(`docs/commands/${name}`, text);
process.exitCode = stale > 0 ? 1 : 0;

/** A page that is made whole, as the formatter would write it. */
async function keep(file, text) {
  const path = join(root, file);
  const options = await resolveConfig(path);
  const wanted = await format(text, { ...options, parser: 'markdown' });
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) return;
  if (!check) return writeFileSync(path, wanted);
  console.error(`${file} is stale; run npm run docs`);
  stale += 1;
}

function fillIn(file, part, content) {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const marked = new RegExp(`(<!-- ${part}: begin[^>]*-->\\n)[\\s\\S]*?(<!-- ${part}: end -->)`);
  if (!marked.test(text)) throw new Error(`${file} has no place for ${part}.`);
  const wanted = text.replace(marked, (_, begin, end) => `${begin}\n${content.trimEnd()}\n\n${end}`);
  if (wanted === text) return;
  if (!check) return writeFileSync(path, wanted);
  console.error(`${file}: ${part} are stale; run npm run docs`);
  stale += 1;
}

function table(infos, pageOfRule) {
  const rows = infos.map(({ id, title, defaultSeverity, scope }) => [
    `[${id}](${pageOfRule(id)})`,
    title,
    defaultSeverity,
    scope === 'file' ? 'terminal and editor' : 'terminal',
  ]);
  return aligned([['rule', 'says', 'default', 'where'], ...rows]);
}

/** A table as Prettier would write it, so that the formatter finds nothing to do. */
function aligned([head, ...rows]) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join(
    '\n',
  );
}

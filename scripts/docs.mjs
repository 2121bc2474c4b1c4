// Writes the tables of rules in README.md and docs/rules/README.md from the rules' own descriptions.
// `--check` writes nothing and fails when they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleInfos } from '../packages/analyzer/dist/index.js';
import { root } from './pnpm.mjs';

const check = process.argv.includes('--check');
let stale = 0;

fillIn('README.md', 'docs/rules/');
fillIn('docs/rules/README.md', '');
process.exitCode = stale > 0 ? 1 : 0;

function fillIn(file, prefix) {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const wanted = text.replace(
    /(<!-- rules: begin[^>]*-->\n)[\s\S]*?(<!-- rules: end -->)/,
    (_, begin, end) => `${begin}\n${table(prefix)}\n\n${end}`,
  );
  if (!text.includes('<!-- rules: end -->')) throw new Error(`${file} has no place for the table of rules.`);
  if (wanted === text) return;
  if (!check) return writeFileSync(path, wanted);
  console.error(`${file}: the table of rules is stale; run node scripts/docs.mjs`);
  stale += 1;
}

function table(prefix) {
  const rows = ruleInfos.map(({ id, title, defaultSeverity, scope }) => [
    `[${id}](${prefix}${id}.md)`,
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

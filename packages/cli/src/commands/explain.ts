import type { RuleInfo } from '@leastscope/analyzer';
import type { RunCommand } from '../command-line/command.js';
import { color, flag } from '../command-line/read-options.js';
import { findPage } from '../documents/explain/find-page.js';
import { printPage } from '../documents/explain/page.js';
import { exitCodes } from '../host/exit-codes.js';
import { Misuse } from '../host/misuse.js';
import { outputLayout } from '../output/write-output.js';
import { alignColumns } from '../text/words.js';

/** `leastscope explain`: from the catalog and the rules, without any code and without a network. */
export const run: RunCommand = async (input, host) => {
  const topic = (input.argument ?? '').trim();
  const isList = flag(input, 'list');
  if (isList === (topic !== ''))
    throw new Misuse('explain takes what to explain, say a rule or a scope, or else --list');
  const { catalog, ruleInfos } = await host.loadEngine();
  const layout = outputLayout({ cwd: host.cwd, output: null, color: color(input) }, host);
  if (isList) {
    host.stdout.write(listOf(ruleInfos, layout.width));
    return exitCodes.clean;
  }
  const answer = findPage(topic, ruleInfos, catalog);
  if (answer.kind === 'unknown') throw new Misuse(sorry(topic, answer.nearest));
  host.stdout.write(answer.pages.map((page) => printPage(page, layout)).join('\n'));
  return exitCodes.clean;
};

function listOf(rules: readonly RuleInfo[], width: number | undefined): string {
  const rows = rules.map(({ id, defaultSeverity, title }) => [id, defaultSeverity, title]);
  return alignColumns(rows, width)
    .map((line) => `${line}\n`)
    .join('');
}

function sorry(topic: string, nearest: readonly string[]): string {
  const hint = nearest.length > 0 ? `; did you mean ${nearest.join(', or ')}?` : '';
  return `nothing is known of "${topic}" as a rule, scope, endpoint, category or purpose${hint}`;
}

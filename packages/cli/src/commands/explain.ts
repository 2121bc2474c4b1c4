import { findPage } from '../documents/explain/find-page.js';
import { printPage } from '../documents/explain/page.js';
import { exitCodes } from '../host/exit-codes.js';
import { Misuse } from '../host/misuse.js';
import { color } from '../command-line/read-options.js';
import { outputLayout } from '../output/write-output.js';
import type { RunCommand } from '../command-line/command.js';

/** `leastscope explain`: from the catalog and the rules, without any code and without a network. */
export const run: RunCommand = async (input, host) => {
  const topic = (input.argument ?? '').trim();
  const { catalog, ruleInfos } = await host.loadEngine();
  const answer = findPage(topic, ruleInfos, catalog);
  if (answer.kind === 'unknown') throw new Misuse(sorry(topic, answer.nearest));
  const layout = outputLayout({ cwd: host.cwd, output: null, color: color(input) }, host);
  host.stdout.write(answer.pages.map((page) => printPage(page, layout)).join('\n'));
  return exitCodes.clean;
};

function sorry(topic: string, nearest: readonly string[]): string {
  const hint = nearest.length > 0 ? `; did you mean ${nearest.join(', or ')}?` : '';
  return `nothing is known of "${topic}" as a rule, scope, endpoint, category or purpose${hint}`;
}

import type { RunCommand } from '../command-line/command.js';
import { color, text } from '../command-line/read-options.js';
import { entriesOf, entryKinds, type EntryKind } from '../documents/explain/entries.js';
import { findPage, type Answer } from '../documents/explain/find-page.js';
import { printPage } from '../documents/explain/page.js';
import { entriesAsText, explainAsJson, foundAsText } from '../documents/explain/print-entries.js';
import { exitCodes } from '../host/exit-codes.js';
import { Misuse } from '../host/misuse.js';
import { outputLayout } from '../output/write-output.js';
import type { Layout } from '../text/layout.js';

/** `leastscope explain`: from the catalog and the rules, without any code and without a network. */
export const run: RunCommand = async (input, host) => {
  const topic = (input.argument ?? '').trim();
  const list = listOf(input.options['list']);
  if ((list !== null) === (topic !== ''))
    throw new Misuse('explain takes what to explain, say a rule or a scope, or else --list');
  const { catalog, ruleInfos } = await host.loadEngine();
  const layout = outputLayout({ cwd: host.cwd, output: null, color: color(input) }, host);
  const isJson = text(input, 'format') === 'json';
  if (list !== null) {
    const entries = entriesOf(list, ruleInfos, catalog);
    host.stdout.write(isJson ? explainAsJson({ pages: [], entries }) : entriesAsText(entries, layout));
    return exitCodes.clean;
  }
  const answer = findPage(topic, ruleInfos, catalog);
  if (answer.kind === 'unknown') throw new Misuse(sorry(topic, answer.nearest));
  host.stdout.write(
    isJson
      ? explainAsJson({
          pages: answer.kind === 'pages' ? answer.pages : [],
          entries: answer.kind === 'found' ? answer.entries : [],
        })
      : asText(topic, answer, layout),
  );
  return exitCodes.clean;
};

/** `--list` alone lists the rules. */
function listOf(given: unknown): EntryKind | null {
  if (given === true) return 'rules';
  return entryKinds.find((kind) => kind === given) ?? null;
}

function asText(
  topic: string,
  answer: Exclude<Answer, { readonly kind: 'unknown' }>,
  layout: Layout,
): string {
  if (answer.kind === 'found') return foundAsText(topic, answer.entries, layout);
  return answer.pages.map((page) => printPage(page, layout)).join('\n');
}

function sorry(topic: string, nearest: readonly string[]): string {
  const hint = nearest.length > 0 ? `; did you mean ${nearest.join(', or ')}?` : '';
  return `nothing is known of "${topic}" as a rule, scope, endpoint, category, purpose or webhook${hint}`;
}

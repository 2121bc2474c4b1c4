import type { Sink } from '@leastscope/scope-catalog';
import type { CallFact, Expression } from '../../model/facts.js';
import type { FileContext } from './file-context.js';

/** The domain of whoever is handed the data; null where nothing says it. */
export function recipientOfSink(context: FileContext, sink: Sink, call: CallFact): string | null {
  const own = sink.recipient?.domain ?? null;
  if (sink.recipientFrom === undefined) return own;
  const [options] = call.args;
  const said = options === undefined ? undefined : entryOf(options.value, sink.recipientFrom);
  if (said === undefined) return null;
  const { tracker, file } = context;
  if (tracker.program.textsOf(file, call.function, said) !== null) return own;
  return byPackage(context, call, said);
}

function entryOf(options: Expression, name: string): Expression | undefined {
  if (options.kind !== 'object') return undefined;
  return options.entries.find(({ key }) => key?.kind === 'text' && key.text === name)?.value;
}

/** `openai('gpt')`: the recipient of the package that made it, where there is one. */
function byPackage(
  { tracker, catalog, file }: FileContext,
  { function: inside }: CallFact,
  said: Expression,
): string | null {
  const origins = tracker.program.functionsIn(file, inside, said).externals;
  const rows = origins.flatMap((one) => catalog.sinks.filter((row) => row.package === one.package));
  const domains = new Set(rows.flatMap(({ recipient }) => recipient?.domain ?? []));
  const [only] = domains;
  return domains.size === 1 ? (only ?? null) : null;
}

import type { CatalogData, Sink } from '../types.js';
import type { CatalogProblem } from './problem.js';

/** A call may be one sink only, and a row must say by what it is known. */
export function sinkProblems({ sinks }: CatalogData): readonly CatalogProblem[] {
  return [...sinks.flatMap(formProblems), ...doubleClaims(sinks)];
}

/** How messages name a row of sinks. */
export function sinkKey({ kind, package: origin, names, statement }: Sink): string {
  const what = origin === '*' ? `of ${names.join(', ')}` : origin;
  return `sink ${kind} ${what}${statement === undefined ? '' : ` (${statement})`}`;
}

function formProblems(sink: Sink): readonly CatalogProblem[] {
  const wrong = [
    placesOf(sink).length > 0 ? null : 'It has no method, no property and no handler.',
    sink.recipient === undefined || sink.kind === 'disclose' || sink.kind === 'log'
      ? null
      : 'Only what is disclosed or logged has a recipient.',
    sink.package === '*' && sink.names.length === 0 ? 'It has neither a package nor a name.' : null,
    ...placesOf(sink)
      .filter((place) => !/^(?:[$\w]+\.)*(?:[$\w]+|\(\))$/.test(place))
      .map(notNames),
    ...sink.names.filter((name) => !/^[$\w]+$/.test(name)).map(notNames),
  ];
  return wrong
    .filter((message) => message !== null)
    .map((message) => ({ kind: 'malformed-sink', row: sinkKey(sink), message }));
}

function placesOf({ methods, properties = [], handlers = [] }: Sink): readonly string[] {
  return [...methods, ...properties, ...handlers];
}

function notNames(text: string): string {
  return `\`${text}\` is no name, nor names with dots between.`;
}

/** Two rows with one method of one package, or of one name: the order of rows would decide. */
function doubleClaims(sinks: readonly Sink[]): readonly CatalogProblem[] {
  const first = new Map<string, Sink>();
  return sinks.flatMap((sink) =>
    claimsOf(sink).flatMap((claim) => {
      const before = first.get(claim);
      first.set(claim, before ?? sink);
      if (before === undefined) return [];
      const message = `${claim} is also ${before === sink ? 'there twice' : `in ${sinkKey(before)}`}.`;
      return [{ kind: 'duplicate', row: sinkKey(sink), message } as const];
    }),
  );
}

function claimsOf({ package: origin, methods, names }: Sink): readonly string[] {
  const receivers = [
    ...(origin === '*' ? [] : [origin]),
    ...names.map((name) => `name ${name.toLowerCase()}`),
  ];
  return receivers.flatMap((receiver) => methods.map((method) => `${receiver} ${method}`));
}

import type { Sink } from '@leastscope/scope-catalog';

type Kind = Sink['kind'];
type Changes = Partial<
  Pick<Sink, 'names' | 'statement' | 'recipient' | 'recipientFrom' | 'properties' | 'handlers'>
>;

/** One row for each package. The source is the documentation of the package, read by hand. */
export function sinks(
  kind: Kind,
  packages: readonly string[],
  methods: readonly string[],
  changes: Changes = {},
): readonly Sink[] {
  return packages.map((name) => ({
    kind,
    package: name,
    methods,
    names: [],
    source: `written by hand: how ${sourceName(name, methods)} is documented to be called`,
    date,
    ...changes,
  }));
}

/** A row for receivers whose making is not seen: their name leaves no doubt what they are. */
export function named(
  kind: Kind,
  names: readonly string[],
  methods: readonly string[],
  changes: Changes = {},
): Sink {
  const source = 'written by hand: the name says what it is, and its methods do nothing else';
  return { kind, package: '*', methods, names, source, date, ...changes };
}

/** `a b c` as a list: tables of method names are easier to read so. */
export function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** Every method on every one of these exports: `Logger.warn`. */
export function on(exports: string, methods: readonly string[]): readonly string[] {
  return words(exports).flatMap((name) => methods.map((method) => `${name}.${method}`));
}

function sourceName(name: string, methods: readonly string[]): string {
  return name === 'global' ? [...new Set(methods.map(rootOf))].join(', ') : name;
}

function rootOf(method: string): string {
  return method.split('.')[0] ?? method;
}

const date = '2026-11-24';

import { neverAccepted, type Analysis, type Finding, type FindingPoint } from '@leastscope/analyzer';

/** One thing that is accepted, as it stands in YAML: a rule and what a point of its finding is known by. */
export type AcceptedEntry = Readonly<Record<string, string>>;

/** What of an analysis can be accepted, and what cannot. */
export interface Acceptable {
  readonly entries: readonly AcceptedEntry[];
  /** How many findings the entries speak of. */
  readonly findings: number;
  /** Rules of findings that stay, since nobody can accept them; each once, sorted. */
  readonly refused: readonly string[];
  /** How many notes are left out: they fail nothing. */
  readonly notes: number;
}

/** Errors and warnings that nobody has silenced; with `notes: 'show'` notes too. Entries once each, by file, symbol and rule. */
export function acceptableIn({ findings }: Pick<Analysis, 'findings'>, notes: 'fold' | 'show'): Acceptable {
  const active = findings.filter(({ suppressed }) => suppressed === null);
  const open = active.filter(({ rule }) => !neverAccepted.has(rule));
  const told = open.filter(({ severity }) => notes === 'show' || severity !== 'note');
  const entries = new Map(told.flatMap(entriesOf).map((entry) => [keyOf(entry), entry]));
  return {
    entries: [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, entry]) => entry),
    findings: told.length,
    refused: [
      ...new Set(active.filter(({ rule }) => neverAccepted.has(rule)).map(({ rule }) => rule)),
    ].sort(),
    notes: open.length - told.length,
  };
}

function entriesOf({ rule, points }: Finding): readonly AcceptedEntry[] {
  return points.map((point) => ({ rule, ...namedIn(point) }));
}

/** In the order that people read them in. A scope speaks where no endpoint does: of several, any one would do. */
function namedIn(point: FindingPoint): AcceptedEntry {
  const { file, symbol, endpoint, scopes = [], category, field, recipient, store, purpose, subject } = point;
  const scope = endpoint === undefined && scopes.length === 1 ? scopes[0] : undefined;
  const named = { file, symbol, endpoint, scope, category, field, recipient, store, purpose, subject };
  return Object.fromEntries(
    Object.entries(named).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function keyOf({ file, symbol, rule, ...rest }: AcceptedEntry): string {
  return [file ?? '', symbol ?? '', rule, ...Object.values(rest)].join('\0');
}

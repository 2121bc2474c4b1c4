import type { Analysis, Finding } from '@leastscope/analyzer';
import type { ScopeKey } from '@leastscope/scope-catalog';

/** One step of mending the requested scopes. */
export interface FixPlan {
  readonly rename: ReadonlyMap<string, ScopeKey>;
  readonly add: readonly ScopeKey[];
  readonly drop: readonly ScopeKey[];
}

export const nothing: FixPlan = { rename: new Map(), add: [], drop: [] };

export type FixKind = 'safe' | 'unsafe';

/**
 * What to mend next. One kind of mistake at a time, since a mended name may be the very scope that was missed. Silenced
 * findings are left alone: somebody has decided on them.
 */
export function planFixes(analysis: Analysis, kind: FixKind): FixPlan {
  const rename = renames(analysis);
  if (rename.size > 0) return { ...nothing, rename };
  const missed = new Set(active(analysis, 'missing-scope').flatMap(({ data }) => list(data['scopes'])));
  // The minimum chooses one scope where several would do.
  const add = (analysis.needs.difference?.add ?? []).filter((scope) => missed.has(scope));
  if (add.length > 0) return { ...nothing, add };
  if (kind === 'safe' || whyIncomplete(analysis) !== null) return nothing;
  const unused = new Set(active(analysis, 'unused-scope').flatMap(({ data }) => list(data['scope'])));
  return {
    ...nothing,
    drop: (analysis.needs.difference?.drop ?? []).map(({ scope }) => scope).filter((one) => unused.has(one)),
  };
}

export function isNothing({ rename, add, drop }: FixPlan): boolean {
  return rename.size + add.length + drop.length === 0;
}

/** Why nothing may be dropped: what was not understood could need it. Null when everything was. */
export function whyIncomplete({ needs }: Analysis): string | null {
  if (needs.coverage.open > 0) return 'a call stayed open';
  if (needs.unread.length > 0) return 'a file could not be read';
  return needs.coverage.resolved === 0 ? 'no call was found' : null;
}

function renames(analysis: Analysis): ReadonlyMap<string, ScopeKey> {
  const file = analysis.declaration?.file;
  const pairs = active(analysis, 'unknown-scope')
    .filter(({ place }) => place.file === file)
    .flatMap(({ data: { scope, nearest } }): (readonly [string, string])[] =>
      typeof scope === 'string' && typeof nearest === 'string' ? [[scope, nearest]] : [],
    );
  return new Map(pairs);
}

function active({ findings }: Analysis, rule: Finding['rule']): readonly Finding[] {
  return findings.filter((finding) => finding.rule === rule && finding.suppressed === null);
}

function list(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

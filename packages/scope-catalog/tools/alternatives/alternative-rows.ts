import type { Alternative } from '@leastscope/scope-catalog';
import { dateOf } from '../source-dates.js';

/**
 * A way to less data as it is written down: beside each path of today's answer stands the one that carries the same, so
 * that a test can look both up (`path.x` is what the request already names). `the event` is for what the arrival of a webhook says by itself.
 */
export interface AlternativeRow {
  readonly endpoints: readonly string[];
  readonly versions?: readonly string[];
  readonly kind: Alternative['kind'];
  readonly instead: string;
  readonly onlyWhere?: string;
  readonly carries: Readonly<Record<string, string>>;
  readonly title: string;
  readonly confidence: Alternative['confidence'];
  readonly source: string;
}

export function alternativesFrom(rows: readonly AlternativeRow[]): readonly Alternative[] {
  return rows.flatMap(({ endpoints, carries, ...row }) =>
    endpoints.map((endpoint) => ({
      endpoint,
      ...(row.versions === undefined ? {} : { versions: row.versions }),
      kind: row.kind,
      instead: row.instead,
      ...(row.onlyWhere === undefined ? {} : { onlyWhere: row.onlyWhere }),
      carries: Object.keys(carries),
      ...movedTo(row.kind, carries),
      title: row.title,
      confidence: row.confidence,
      source: row.source,
      date: dateOf(row.source),
    })),
  );
}

/** Only of endpoints: a webhook's payload is no answer. */
function movedTo(
  kind: Alternative['kind'],
  carries: AlternativeRow['carries'],
): Pick<Alternative, 'movedTo'> {
  const moved = Object.entries(carries).filter(([today, instead]) => today !== instead);
  const isAnswer = kind === 'endpoint' || kind === 'version';
  return isAnswer && moved.length > 0 ? { movedTo: Object.fromEntries(moved) } : {};
}

/** The same names below two places: `data.packages[]` and `data` both have `package_id`. */
export function alike(today: string, instead: string, names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [below(today, name), below(instead, name)]),
  );
}

function below(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`;
}

const docs = 'rioanandaputra-bot/tiktok-docs-mcp:docs/partner_tiktokshop_com';

/** A page of the platform's documentation, in the copy that the tables of facts were read from too. */
export function page(path: string): string {
  return `${docs}/${path}.json@a495059`;
}

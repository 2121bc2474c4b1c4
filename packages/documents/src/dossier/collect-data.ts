import type { Evidence, FieldRead, HandOver, SeenData } from '@leastscope/analyzer';
import { webhookTypeOf, type CategoryId } from '@leastscope/scope-catalog';
import { compareText } from '../cells/make-cells.js';
import type { Sighting } from '../cells/cell.js';
import type { Arrival, Datum } from './datum.js';
import { isPersonal } from './personal.js';
import type { ReportInput } from './report-input.js';
import { spotOf } from '../cells/cell.js';

interface Draft {
  readonly category: CategoryId;
  readonly purpose: string | null;
  readonly source: string;
  readonly reads: Sighting[];
  readonly stored: Arrival[];
  readonly sent: Arrival[];
  readonly handed: Arrival[];
}

type Drafts = Map<string, Draft>;

/** Personal data as the code takes and moves it, one datum a category, purpose and field; sorted by these. */
export function collectData(input: ReportInput, evidence: Evidence): readonly Datum[] {
  const drafts: Drafts = new Map();
  for (const read of input.analysis.needs.reads) if (read.fileKind !== 'test') addRead(read, input, drafts);
  const { handOvers, recipients, stores } = evidence;
  for (const { name, written } of stores) addArrivals(name, written, 'stored', input, drafts);
  for (const { name, received } of recipients) addArrivals(name, received, 'sent', input, drafts);
  for (const one of handOvers) addArrivals(nameOf(one), one.data, destinationOf(one), input, drafts);
  return [...drafts].sort(([a], [b]) => compareText(a, b)).map(([, draft]) => draft);
}

/** A hand-over that the declaration names is a store or a recipient like any other. */
export function nameOf({ declaredAs, to }: HandOver): string {
  return declaredAs === null ? to : `${declaredAs.kind}:${declaredAs.id}`;
}

function destinationOf({ declaredAs }: HandOver): 'stored' | 'sent' | 'handed' {
  if (declaredAs === null) return 'handed';
  return declaredAs.kind === 'store' ? 'stored' : 'sent';
}

function addRead(read: FieldRead, input: ReportInput, drafts: Drafts): void {
  const type = webhookTypeOf(read.part.endpoint);
  const isCertain = read.isCertain && !read.isBeyondImports;
  const source = `${type === null ? read.part.endpoint : `webhook ${type}`} ${read.part.path}`;
  for (const category of read.part.categories.filter((one) => isPersonal(input.catalog, one)))
    for (const draft of draftsOf(category, source, read, input, drafts))
      draft.reads.push({ at: spotOf(read.place), isCertain });
}

function addArrivals(
  name: string,
  data: readonly SeenData[],
  to: 'stored' | 'sent' | 'handed',
  input: ReportInput,
  drafts: Drafts,
): void {
  for (const { at, category, endpoint, isCertain, path, webhook } of data) {
    if (!isPersonal(input.catalog, category)) continue;
    const source = `${endpoint ?? `webhook ${webhook ?? '?'}`} ${path}`;
    for (const draft of draftsOf(category, source, { place: at, enteredBy: null }, input, drafts))
      draft[to].push({ name, at: spotOf(at), isCertain });
  }
}

function draftsOf(
  category: CategoryId,
  source: string,
  point: Parameters<ReportInput['purposesOf']>[0],
  { purposesOf }: ReportInput,
  drafts: Drafts,
): readonly Draft[] {
  const purposes = purposesOf(point, category);
  return (purposes.length === 0 ? [null] : purposes).map((purpose) => {
    const key = [category, purpose ?? '', source].join('\0');
    const draft = drafts.get(key) ?? blank(category, purpose, source);
    drafts.set(key, draft);
    return draft;
  });
}

function blank(category: CategoryId, purpose: string | null, source: string): Draft {
  return { category, purpose, source, reads: [], stored: [], sent: [], handed: [] };
}

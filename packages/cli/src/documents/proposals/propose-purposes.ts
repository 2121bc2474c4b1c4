import { answerOfPurpose, webhookTypeOf } from '@leastscope/scope-catalog';
import type { Catalog, CategoryId, Purpose, PurposeKind } from '@leastscope/scope-catalog';
import { answeringPlace, compareText, isPersonal, resolveEndpoint } from '@leastscope/analyzer';
import type { Needs, Place, Use } from '@leastscope/analyzer';
import { at } from '../../text/at.js';
import { codeGlobs } from './code-globs.js';
import { kindsOf, type CallOfKind } from './kind-of-call.js';
import { kindOfWebhook } from './kind-of-webhook.js';
import { kindsBeside } from './kinds-beside.js';
import type { Piece, Point } from './piece.js';
import { settleKinds } from './settle-kinds.js';

/** A purpose that the code speaks for. A proposal only; people decide. */
export interface ProposedPurpose {
  readonly purpose: Purpose;
  /** Its calls; none where it is there for what others read. */
  readonly uses: readonly Use[];
  /** Globs of the code that serves it. */
  readonly code: readonly string[];
  /** What its kind takes once it is declared, and where the code takes it. */
  readonly also: readonly DataAt[];
  /** What other purposes of this code never take, and why this one is proposed. */
  readonly because: readonly DataAt[];
  /** What its code takes that no proposed purpose of that code allows. */
  readonly refused: readonly DataAt[];
  /** Whose data goes to which hosts: addresses, sorted. */
  readonly recipients: readonly string[];
}

/** A category of data, and the first place that takes it: a file with its line, or an endpoint. */
export interface DataAt {
  readonly category: CategoryId;
  readonly seen: string;
}

/** One purpose for each kind that the calls and the data speak for, in the order of their names. */
export function proposePurposes(needs: Needs, catalog: Catalog): readonly ProposedPurpose[] {
  const calls = kindsOf(needs.uses, catalog).filter(({ kind }) => catalog.purposeByKind.has(kind));
  const pieces = settleKinds(piecesOf(calls, needs), catalog);
  const beside = besidesOf(pieces, catalog);
  const kinds = [...new Set([...pieces.map(({ kind }) => kind), ...beside.map(({ kind }) => kind)])];
  return kinds.sort(compareText).flatMap((kind) => {
    const purpose = catalog.purposeByKind.get(kind);
    return purpose === undefined ? [] : [toProposal(purpose, { pieces, beside, catalog })];
  });
}

/** A kind that takes what the purpose of a file never does. */
interface Beside {
  readonly kind: PurposeKind;
  readonly file: string;
  readonly data: DataAt;
}

interface Proposing {
  readonly pieces: readonly Piece[];
  readonly beside: readonly Beside[];
  readonly catalog: Catalog;
}

function piecesOf(calls: readonly CallOfKind[], { reads, outflows }: Needs): readonly Piece[] {
  const kindAt = new Map(calls.map(({ use, kind }) => [`${at(use.place)} ${use.endpoint ?? ''}`, kind]));
  const called = new Set(calls.map(({ kind }) => kind));
  const kindOfPoint = ({ part, use }: Point): PurposeKind | undefined => {
    const type = webhookTypeOf(part.endpoint);
    return type === null ? kindAt.get(`${at(use)} ${part.endpoint}`) : kindOfWebhook(type, called);
  };
  const pieces = new Map<string, { kind: PurposeKind; file: string; uses: Use[]; points: Point[] }>();
  const pieceOf = (kind: PurposeKind, file: string) => {
    const key = `${kind} ${file}`;
    const piece = pieces.get(key) ?? { kind, file, uses: [], points: [] };
    pieces.set(key, piece);
    return piece;
  };
  for (const { use, kind } of calls) pieceOf(kind, use.place.file).uses.push(use);
  for (const point of [...reads, ...outflows]) {
    const kind = kindOfPoint(point);
    if (kind === undefined || point.isBeyondImports || point.part.categories.length === 0) continue;
    if (point.kind === 'outflow' && point.to === 'escaped') continue;
    pieceOf(kind, answeringPlace(point).file).points.push(point);
  }
  return [...pieces.values()];
}

function besidesOf(pieces: readonly Piece[], catalog: Catalog): readonly Beside[] {
  const proposed = new Set(pieces.map(({ kind }) => kind));
  const files = [...new Set(pieces.map(({ file }) => file))].sort(compareText);
  return files.flatMap((file) => {
    const here = pieces.filter((piece) => piece.file === file);
    const owners = here.map(({ kind }) => kind);
    const refused = dataOf(here).filter(
      ({ category }) =>
        isPersonal(catalog, category) &&
        owners.every((kind) => answerOfPurpose(catalog, kind, category) === 'never'),
    );
    return kindsBeside(
      refused.map(({ category }) => category),
      proposed,
      catalog,
    ).flatMap(({ kind, takes }) =>
      refused.filter(({ category }) => takes.includes(category)).map((data) => ({ kind, file, data })),
    );
  });
}

function toProposal(purpose: Purpose, { pieces, beside, catalog }: Proposing): ProposedPurpose {
  const { kind } = purpose;
  const own = pieces.filter((piece) => piece.kind === kind);
  const joined = beside.filter((one) => one.kind === kind);
  const files = [...new Set([...own, ...joined].map(({ file }) => file))];
  const others = [...new Set([...pieces, ...beside].map(({ file }) => file))].filter(
    (file) => !files.includes(file),
  );
  const uses = own.flatMap((piece) => piece.uses);
  const taken = [...dataOf(own), ...primaryOf(uses, catalog)];
  const answer = (category: CategoryId) => answerOfPurpose(catalog, kind, category);
  const besideTakes = (category: CategoryId): boolean =>
    beside.some(({ data }) => data.category === category);
  return {
    purpose,
    uses,
    code: codeGlobs(files, others),
    also: firstOfEach(
      [...taken, ...joined.map(({ data }) => data)].filter(({ category }) => answer(category) === 'optional'),
    ),
    because: firstOfEach(joined.map(({ data }) => data)),
    refused: firstOfEach(
      dataOf(own).filter(
        ({ category }) =>
          isPersonal(catalog, category) && answer(category) === 'never' && !besideTakes(category),
      ),
    ),
    recipients: [...new Set(own.flatMap(({ points }) => points.flatMap(recipientOf)))].sort(compareText),
  };
}

function recipientOf(point: Point): readonly string[] {
  return point.kind === 'outflow' && point.to === 'sent' && point.recipient !== null ? [point.recipient] : [];
}

function dataOf(pieces: readonly Piece[]): readonly DataAt[] {
  return pieces.flatMap(({ points }) =>
    points.flatMap((point) =>
      // Of a record the code may take no more than what it reads of it.
      point.part.kind === 'record'
        ? []
        : point.part.categories.map((category) => ({ category, seen: placeOf(answeringPlace(point)) })),
    ),
  );
}

/** What the calls are made for. */
function primaryOf(uses: readonly Use[], catalog: Catalog): readonly DataAt[] {
  return uses.flatMap((use) =>
    (resolveEndpoint(catalog, use).endpoint?.categories.primary ?? []).map((category) => ({
      category,
      seen: placeOf(use.place),
    })),
  );
}

function placeOf({ file, start }: Place): string {
  return `${file}:${String(start.line)}`;
}

function firstOfEach(data: readonly DataAt[]): readonly DataAt[] {
  const first = new Map<CategoryId, DataAt>();
  for (const one of data) if (!first.has(one.category)) first.set(one.category, one);
  return [...first.values()].sort((a, b) => compareText(a.category, b.category));
}

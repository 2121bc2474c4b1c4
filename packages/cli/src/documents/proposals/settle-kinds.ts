import { answerOfPurpose } from '@leastscope/scope-catalog';
import type { Catalog, PurposeKind } from '@leastscope/scope-catalog';
import { kindByOutflow, type KindOfRecipient } from './kinds-of-recipients.js';
import type { Piece, Point } from './piece.js';

/**
 * The kinds of pieces of code once more, by what is done with the answers: a list of orders serves the stock where only
 * articles are read of it, a supplier where it goes to one, and a file ships in one way.
 */
export function settleKinds(pieces: readonly Piece[], catalog: Catalog): readonly Piece[] {
  return joined(oneShipping(byReaders(byRecipients(pieces), catalog), catalog));
}

/**
 * Who gets the data says what it is for, of all that the file does that may be the same. A client that only fetches goes
 * with whoever takes what it brings.
 */
function byRecipients(pieces: readonly Piece[]): readonly Piece[] {
  const told = pieces.flatMap((piece) => {
    const row = toldBy(piece);
    return row === undefined ? [] : [{ file: piece.file, row }];
  });
  const moved = pieces.map((piece) => {
    const here = told.find(({ file, row }) => file === piece.file && row.instead.includes(piece.kind));
    return here === undefined ? piece : { ...piece, kind: here.row.kind };
  });
  return moved.map((piece, index) => {
    const { kind, points } = piece;
    const siblings = pieces.flatMap((one, at) => (one.kind === kind ? (moved[at] ?? []) : []));
    const other = siblings.find((one) => one.kind !== kind)?.kind;
    // What others of its kind are about may still be that kind itself.
    const isOnly = siblings.every((one) => one.kind !== kind || one.points.length === 0);
    const isClient = pieces[index]?.kind === kind && points.length === 0;
    return isClient && isOnly && other !== undefined ? { ...piece, kind: other } : piece;
  });
}

function toldBy({ kind, points }: Piece): KindOfRecipient | undefined {
  for (const point of points) {
    const row = point.kind === 'outflow' ? kindByOutflow(point, kind) : undefined;
    if (row !== undefined) return row;
  }
  return undefined;
}

/** What is read of orders by code that is about something else. */
const narrowReaders: readonly (readonly [PurposeKind, RegExp])[] = [
  ['inventory_sync', /(?:^|\.)(?:id|\w*sku\w*|\w*quantity|product_id|create_time|update_time)$/],
  [
    'accounting_finance',
    /(?:^|\.)(?:id|create_time|update_time|paid_time|currency|\w*(?:amount|price|tax|total|fee|discount)\w*)$/,
  ],
  [
    'analytics_reporting',
    /(?:^|\.)(?:id|create_time|update_time|paid_time|currency|\w*(?:amount|price|tax|total|fee|discount)\w*)$/,
  ],
];

/** Orders beside calls of another kind in the same file: they help it, where it takes all that is read of them. */
function byReaders(pieces: readonly Piece[], catalog: Catalog): readonly Piece[] {
  return pieces.map((piece) => {
    if (piece.kind !== 'order_management' || piece.uses.length === 0) return piece;
    const beside = new Set(
      pieces
        .filter((other) => other.file === piece.file && other !== piece && other.uses.length > 0)
        .map(({ kind }) => kind),
    );
    const kind = readerAmong(beside, piece, catalog);
    return kind === null ? piece : { ...piece, kind };
  });
}

function readerAmong(
  beside: ReadonlySet<PurposeKind>,
  { points }: Piece,
  catalog: Catalog,
): PurposeKind | null {
  if (!points.some(({ part }) => part.kind === 'field')) return null;
  const narrow = narrowReaders.find(
    ([kind, fields]) => beside.has(kind) && points.every((point) => isOfFields(point, fields)),
  );
  if (narrow !== undefined) return narrow[0];
  if (takesAll('order_management', points, catalog)) return null;
  return [...beside].sort().find((kind) => takesAll(kind, points, catalog)) ?? null;
}

/** A record that is only gone through is no matter; one that leaves is. */
function isOfFields(point: Point, fields: RegExp): boolean {
  return point.part.kind === 'record' ? point.kind === 'read' : fields.test(point.part.path);
}

function takesAll(kind: PurposeKind, points: readonly Point[], catalog: Catalog): boolean {
  return points.every(
    ({ part }) =>
      part.kind === 'record' ||
      part.categories.every((category) => answerOfPurpose(catalog, kind, category) !== 'never'),
  );
}

const shipping: readonly PurposeKind[] = ['shipping_seller', 'shipping_platform'];

/** Parcels leave one file in one way: with a carrier of the seller's where the file takes what only that one needs. */
function oneShipping(pieces: readonly Piece[], catalog: Catalog): readonly Piece[] {
  return pieces.map((piece) => {
    if (!shipping.includes(piece.kind)) return piece;
    const here = pieces.filter(({ file }) => file === piece.file);
    const both = here.filter(({ kind }) => shipping.includes(kind));
    const points = here.flatMap(({ kind, points: own }) => (isAboutParcels(kind) ? own : []));
    const isOwn =
      !takesAll('shipping_platform', points, catalog) && takesAll('shipping_seller', points, catalog);
    const most = both.reduce((first, one) => (one.uses.length > first.uses.length ? one : first));
    return { ...piece, kind: isOwn ? 'shipping_seller' : most.kind };
  });
}

function isAboutParcels(kind: PurposeKind): boolean {
  return kind === 'order_management' || shipping.includes(kind);
}

/** One piece a kind and file. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const found = new Map<string, Piece>();
  for (const piece of pieces) {
    const key = `${piece.kind} ${piece.file}`;
    const before = found.get(key);
    const both =
      before === undefined
        ? piece
        : { ...before, uses: [...before.uses, ...piece.uses], points: [...before.points, ...piece.points] };
    found.set(key, both);
  }
  return [...found.values()];
}

import { mentionsPlatform, platformPaths, type Catalog } from '@leastscope/scope-catalog';
import { asPieces } from '../values/text.js';
import type { HttpRequest } from './request.js';
import type { UnknownValue, Piece, SourceSpan, Value } from '../values/value.js';
import { oncePer } from '../util/once-per.js';

/** What the text of a URL says of a request. */
type UrlField = 'host' | 'hostName' | 'isLocal' | 'isRelative' | 'path' | 'hasGap' | 'unknowns' | 'source';

/** Whether a host is written out and is none of the company's, also where it is called like one. */
export function isOthersHost(host: HttpRequest['host'] | undefined): boolean {
  return host === 'other' || host === 'alike';
}

/** Splits a URL, known in pieces, into host and path. */
export function splitUrl(catalog: Catalog, url: Value): Pick<HttpRequest, UrlField> {
  const pieces = asPieces(url);
  const shown = show(pieces);
  const absolute = /^\s*[a-z]+:\/\/((?:\{[^}]*\}(?=[./?#]|$)[^/?#{\s]*)|[^/?#{\s]*)/i.exec(shown);
  const rest = absolute === null ? shown : shown.slice(absolute[0].length);
  const start = absolute === null ? startOfPath(catalog, rest) : 0;
  const path = start === null ? null : cutQuery(rest.slice(start));
  const offset = shown.length - rest.length + (start ?? 0);
  const host = absolute === null ? null : (absolute[1] ?? '');
  return {
    ...ofHost(catalog, host),
    path: path === '' ? null : path,
    isRelative: host === null && start === 0 && pieces[0]?.kind === 'piece',
    hasGap: start !== null && hasGapIn(rest.slice(start)),
    unknowns:
      start === null
        ? withoutBase(beforeQuery(pieces))
        : unknownsBetween(pieces, offset, offset + (path ?? '').length),
    source: sourceOf(pieces, offset),
  };
}

function ofHost(catalog: Catalog, host: string | null): Pick<HttpRequest, 'host' | 'hostName' | 'isLocal'> {
  if (host === null) return { host: 'open', hostName: null, isLocal: false };
  return {
    host: hostKind(catalog, host),
    hostName: host.includes('{') ? null : host,
    isLocal: isLocal(host),
  };
}

function show(pieces: readonly Piece[]): string {
  return pieces.map(showPiece).join('');
}

/** A piece as it is told: text as it is, what is not known as `{name}`. */
export function showPiece(piece: Piece): string {
  return piece.kind === 'unknown' ? `{${piece.name.replace(/[{}/?#]/g, '')}}` : piece.text;
}

function beforeQuery(pieces: readonly Piece[]): readonly Piece[] {
  const end = pieces.findIndex((piece) => piece.kind === 'piece' && /[?#]/.test(piece.text));
  return end === -1 ? pieces : pieces.slice(0, end);
}

/** Of several open parts at the beginning the first is the base: `baseUrl + path`. */
function withoutBase(pieces: readonly Piece[]): readonly UnknownValue[] {
  const unknowns = pieces.filter((piece) => piece.kind === 'unknown');
  return pieces[0]?.kind === 'unknown' && pieces[1]?.kind === 'unknown' ? unknowns.slice(1) : unknowns;
}

/** Where the path begins when no scheme is written: at the first slash, behind unknowns that stand for a base. */
function startOfPath(catalog: Catalog, text: string): number | null {
  const match = /^(?:\{[^}]*\})*/.exec(text);
  const behind = match?.[0].length ?? 0;
  if (text[behind] === '/') return behind;
  if (behind > 0) return null;
  return /^\s*\//.test(text) || platformPaths(catalog).versionIn(`/${text}`) !== null ? 0 : null;
}

function cutQuery(text: string): string {
  const cut = /^[^?#]*/.exec(text)?.[0] ?? '';
  return cut.replace(/\/:([A-Za-z_]\w*)(?=\/|$)/g, '/{$1}').replace(/\/{2,}/g, '/');
}

/** The hosts of the catalog by their bare name; of two rows of one name the first counts. */
const hostsOf = oncePer(({ hosts }: Catalog) => {
  const bare = (host: string): string => host.replace(/^https?:\/\//, '').split('/')[0] ?? '';
  return new Map(hosts.toReversed().map((row) => [bare(row.host), row]));
});

function hostKind(catalog: Catalog, host: string): HttpRequest['host'] {
  if (host.includes('{') || host === '') return 'open';
  const plain = host.toLowerCase().replace(/:\d+$/, '');
  const row = hostsOf(catalog).get(plain);
  if (row === undefined && isSibling(catalog, plain)) return 'foreign';
  if (row === undefined) return mentionsPlatform(catalog, plain) ? 'alike' : 'other';
  return row.use === 'authorize' ? 'foreign' : 'platform';
}

function hasGapIn(path: string): boolean {
  return /[^/]\/(?:\/|[?#]|$)/.test(/^[^?#]*[?#]?/.exec(path)?.[0] ?? '');
}

function isLocal(host: string): boolean {
  return /^(?:localhost|[\d.]+|[\w-]+|.*\.(?:local|localhost|internal|test))(?::\d+)?$/i.test(host);
}

/** Other APIs of the same company, which share no endpoint with this one whatever their paths look like. */
function isSibling({ platform }: Catalog, host: string): boolean {
  return platform.company.domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** The unknown pieces that begin between two offsets of the shown text, both included. */
function unknownsBetween(pieces: readonly Piece[], start: number, end: number): readonly UnknownValue[] {
  const found: UnknownValue[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece.kind === 'unknown' && at >= start && at <= end) found.push(piece);
    at += showPiece(piece).length;
  }
  return found;
}

/** The piece that the path begins in, or the first after it that looks like a part of a path. */
function sourceOf(pieces: readonly Piece[], offset: number): SourceSpan | null {
  let at = 0;
  for (const piece of pieces) {
    const end = at + showPiece(piece).length;
    if (end > offset && piece.kind === 'piece' && piece.source !== null && /\w/.test(piece.text))
      return piece.source;
    at = end;
  }
  return null;
}

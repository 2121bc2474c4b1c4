/**
 * A path read as segments. Templates of the catalog and paths met in code are read alike; a hole (`{…}`) in a path
 * from code is whatever the code puts there.
 */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'part'; readonly pattern: RegExp };

export interface PathShape {
  readonly segments: readonly Segment[];
  /** Any further segments may follow (`/order/202309/{*}`). */
  readonly openEnded: boolean;
}

/** Longer than any path; what is longer is a document or a minified line, and not worth the reading. */
const longestPath = 2000;

/** More holes than this in one segment leave nothing to hold on to, and make a pattern slow. */
const mostHoles = 4;

/** Null when the text is no path at all: no leading slash, or blanks, which the platform would not match either. */
export function readPath(path: string): PathShape | null {
  if (path.length > longestPath) return null;
  const bare = trimPath(path);
  if (!bare.startsWith('/') || bare.startsWith('//') || /\s/.test(withoutHoles(bare))) return null;
  const texts = splitOutsideHoles(bare.slice(1));
  const openEnded = texts.at(-1) === '{*}';
  const fixed = openEnded ? texts.slice(0, -1) : texts;
  return { segments: fixed.map(readSegment), openEnded };
}

/** Without query, fragment and trailing slashes. Holes may hold any of those characters. */
export function trimPath(path: string): string {
  const end = findOutsideHoles(path, '?#');
  let last = end < 0 ? path.length : end;
  while (path.charAt(last - 1) === '/') last -= 1;
  return path.slice(0, last);
}

function readSegment(text: string): Segment {
  if (!text.includes('{')) return { kind: 'text', text };
  const fixed = text.split(/\{[^{}]*\}/);
  const isOpen = fixed.every((part) => part === '') || fixed.length > mostHoles + 1;
  if (isOpen) return { kind: 'open' };
  return { kind: 'part', pattern: new RegExp(`^${fixed.map(escapeRegExp).join('.*')}$`) };
}

function withoutHoles(text: string): string {
  return text.replace(/\{[^{}]*\}/g, '');
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function splitOutsideHoles(text: string): string[] {
  const texts: string[] = [];
  let rest = text;
  for (let slash = findOutsideHoles(rest, '/'); slash >= 0; slash = findOutsideHoles(rest, '/')) {
    texts.push(rest.slice(0, slash));
    rest = rest.slice(slash + 1);
  }
  return [...texts, rest];
}

function findOutsideHoles(text: string, wanted: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '{') depth += 1;
    else if (char === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && wanted.includes(char)) return at;
  }
  return -1;
}

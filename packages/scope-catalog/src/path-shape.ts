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

/** Null when the text is no path at all: no leading slash, or blanks, which the platform would not match either. */
export function readPath(path: string): PathShape | null {
  const bare = trimPath(path);
  if (!bare.startsWith('/') || bare.startsWith('//') || /\s/.test(bare)) return null;
  const texts = splitOutsideHoles(bare.slice(1));
  const openEnded = texts.at(-1) === '{*}';
  const fixed = openEnded ? texts.slice(0, -1) : texts;
  return { segments: fixed.map(readSegment), openEnded };
}

/** Without query, fragment and trailing slashes. Holes may hold any of those characters. */
export function trimPath(path: string): string {
  const end = findOutsideHoles(path, '?#');
  const bare = end < 0 ? path : path.slice(0, end);
  return bare.replace(/\/+$/, '');
}

export function isVersion(text: string): boolean {
  return /^\d{6}$/.test(text);
}

function readSegment(text: string): Segment {
  if (!text.includes('{')) return { kind: 'text', text };
  if (/^\{[^{}]*\}$/.test(text)) return { kind: 'open' };
  const source = text
    .split(/\{[^{}]*\}/)
    .map(escapeRegExp)
    .join('.*');
  return { kind: 'part', pattern: new RegExp(`^${source}$`) };
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function splitOutsideHoles(text: string): string[] {
  const slash = findOutsideHoles(text, '/');
  if (slash < 0) return [text];
  return [text.slice(0, slash), ...splitOutsideHoles(text.slice(slash + 1))];
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

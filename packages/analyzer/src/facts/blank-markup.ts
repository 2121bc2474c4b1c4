/**
 * Blanks out everything but the scripts of a `.vue`, `.svelte` or `.astro` file, so that every offset holds.
 * Line breaks stay, all else outside scripts becomes spaces.
 */
export function blankMarkup(file: string, text: string): string {
  if (file.endsWith('.astro')) return keep(text, [...frontmatter(text), ...scripts(text)]);
  return keep(text, scripts(text));
}

/** Whether the file holds markup with scripts in it. */
export function hasMarkup(file: string): boolean {
  return /\.(?:vue|svelte|astro)$/.test(file);
}

type Stretch = readonly [start: number, end: number];

function scripts(text: string): Stretch[] {
  const found: Stretch[] = [];
  const open = /<script\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
  for (let match = open.exec(text); match !== null; match = open.exec(text)) {
    const start = match.index + match[0].length;
    const end = text.slice(start).search(/<\/script\s*>/i);
    if (end < 0) break;
    found.push([start, start + end]);
    open.lastIndex = start + end;
  }
  return found;
}

function frontmatter(text: string): Stretch[] {
  const match = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text);
  if (match?.[1] === undefined) return [];
  const start = match[0].indexOf(match[1], 3) + match.index;
  return [[start, start + match[1].length]];
}

function keep(text: string, stretches: readonly Stretch[]): string {
  let result = '';
  let from = 0;
  for (const [start, end] of [...stretches].sort((a, b) => a[0] - b[0])) {
    if (start < from) continue;
    // A semicolon would be needed between two scripts only when the first ends in the middle of a statement.
    result += blank(text.slice(from, start)) + text.slice(start, end);
    from = end;
  }
  return result + blank(text.slice(from));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

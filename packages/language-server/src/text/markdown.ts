/**
 * Characters that make an eye see something else than what is there: controls, line separators, marks that turn the reading
 * direction.
 */
const deceptive =
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** One line, with everything deceptive spelled out. */
export function plain(text: string): string {
  return text
    .replace(/\s*[\r\n\t]+\s*/g, ' ')
    .replace(deceptive, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Text of others as Markdown: no markup, no link, no HTML of it takes effect. Hovers are built from the code that is open,
 * which anybody may have written.
 */
export function escapeText(text: string): string {
  return plain(text)
    .replace(/[\\`*_{}[\]()#+!|~<>@&$]/g, (char) => inHtml.get(char) ?? `\\${char}`)
    .replace(/\b(https?|ftp|file|command|vscode):/gi, '$1&#58;')
    .replace(/\bwww\./gi, 'www&#46;');
}

const inHtml: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['&', '&amp;'],
  ['@', '&#64;'],
  ['$', '&#36;'],
]);

/** A name as code, whatever is in it: the fence is longer than any row of backticks inside. */
export function code(text: string): string {
  const line = plain(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([row]) => row.length));
  const fence = '`'.repeat(longest + 1);
  const needsBlank = line.startsWith('`') || line.endsWith('`') || line.trim() === '';
  return needsBlank ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** Our sentences set names in backticks; everything else in them is text. */
export function rich(sentence: string): string {
  return sentence
    .split('`')
    .map((part, index) => (index % 2 === 1 ? code(part) : escapeText(part)))
    .join('');
}

/** Paragraphs and lists, of parts that are Markdown already. */
export function card(title: string, paragraphs: readonly string[], points: readonly string[]): string {
  const list = points.map((point) => `- ${point}`).join('\n');
  return [title, ...paragraphs, list].filter((part) => part !== '').join('\n\n');
}

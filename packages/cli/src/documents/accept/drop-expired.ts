import { isMap, isNode, isSeq, parseDocument } from 'yaml';
import { endOfLine, startOfLine } from '../fix/lines.js';

/**
 * Takes out of a text of accepted findings what was accepted until a day before `asOf`: it silences nothing any more, and what
 * is accepted anew stands elsewhere. The text as it is where it is written in another way than `--accept` writes it.
 */
export function dropExpired(text: string, asOf: string): string {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  const list: unknown = isMap(document.contents) ? document.contents.get('accepted', true) : null;
  if (document.errors.length > 0 || !isSeq(list) || list.flow === true) return text;
  const cuts = list.items.flatMap((item) => {
    if (!isMap(item) || !isNode(item) || !item.range || !isOver(item.get('until'), asOf)) return [];
    const [from, to] = item.range;
    const last = endOfLine(text, from + text.slice(from, to).trimEnd().length);
    return [
      [startOfLine(text, from), Math.min(text.length, text.indexOf('\n', last) + 1 || text.length)] as const,
    ];
  });
  const left = cuts.reduceRight((rest, [from, to]) => rest.slice(0, from) + rest.slice(to), text);
  return cuts.length < list.items.length ? left : left.replace(/^accepted:[ \t]*$/m, 'accepted: []');
}

function isOver(until: unknown, asOf: string): boolean {
  return typeof until === 'string' && until < asOf;
}

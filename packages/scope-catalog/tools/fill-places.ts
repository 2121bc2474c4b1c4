/** Puts generated texts at their places in a document: between `<!-- name -->` and `<!-- /name -->`. */
export function fillPlaces(document: string, texts: ReadonlyMap<string, string>): string {
  return [...texts].reduce((filled, [name, text]) => fillPlace(filled, name, text), document);
}

function fillPlace(document: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [document.indexOf(open), document.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`The document has no place ${open} … ${close}`);
  return `${document.slice(0, start + open.length)}\n\n${text}\n\n${document.slice(end)}`;
}

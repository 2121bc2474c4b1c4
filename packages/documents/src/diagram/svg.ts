import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { plain } from '../faces/plain.js';

/** Lays out DOT, offline and the same everywhere, and gives an SVG element without prologue or script. */
export async function toSvg(dot: string, title: string, gaps: string): Promise<string> {
  const graphviz = await Graphviz.load();
  const laidOut = graphviz.layout(dot, 'svg', 'dot');
  const element = laidOut.slice(laidOut.indexOf('<svg'));
  const named = element
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    .replace('<svg ', `<svg role="img" aria-label="${attribute(title)}" `);
  return `<!-- gaps: ${gaps} -->\n${named}`;
}

function attribute(text: string): string {
  return plain(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

// Expectations that stand in the sources of a fixture as `// => …` at the end of a line, several with ` ; ` between.
// Plain JavaScript, because scripts/accuracy.mjs reads the same cases without a compiler.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const fixtures = resolve(import.meta.dirname, '../../../fixtures').replaceAll('\\', '/');
const marker = /\/\/ => (.+?)\s*$/;

/** `src/a.ts:12 POST /order/202309/orders/search`, one for each `// => …` of the sources, sorted. */
export function expectedMarks(root) {
  return filesBelow(root)
    .flatMap((file) => marksOf(file, readFileSync(`${root}/${file}`, 'utf8')))
    .sort();
}

function marksOf(file, text) {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const found = marker.exec(line)?.[1] ?? 'none';
    const marks = found === 'none' ? [] : found.split(' ; ');
    return marks.map((mark) => `${file}:${index + 1} ${mark.trim()}`);
  });
}

export function placeText(place) {
  return `${place.file}:${place.start.line}`;
}

function filesBelow(root, below = '') {
  return readdirSync(`${root}/${below}`, { withFileTypes: true })
    .filter((entry) => !/^(?:shape|story)\.json$/.test(entry.name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(root, `${below}${entry.name}/`) : [below + entry.name],
    )
    .sort();
}

export function subfolders(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

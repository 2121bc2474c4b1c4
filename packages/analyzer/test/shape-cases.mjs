// Cases of fixtures/shapes and their expectations, which stand in the sources as `// => …` at the end of a line.
// Plain JavaScript, because scripts/accuracy.mjs reads the same cases without a compiler.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const shapes = resolve(import.meta.dirname, '../../../fixtures/shapes').replaceAll('\\', '/');
const marker = /\/\/ => (.+?)\s*$/;

/** Every case, by folder, then by name. */
export function loadShapeCases() {
  return subfolders(shapes).flatMap((folder) =>
    subfolders(`${shapes}/${folder}`).map((name) => loadCase(`${folder}/${name}`, name)),
  );
}

function loadCase(id, name) {
  const root = `${shapes}/${id}`;
  const shape = JSON.parse(readFileSync(`${root}/shape.json`, 'utf8'));
  return { id, name, root, ...shape, expected: expectedMarks(root) };
}

/** `src/a.ts:12 POST /order/202309/orders/search`, one for each expectation, sorted. */
function expectedMarks(root) {
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

/** What an analysis found, in the same form: uses, open calls and calls that nobody reaches. */
export function foundMarks(needs) {
  return [
    ...needs.uses.map((use) => `${at(use.place)} ${useMark(use)}`),
    ...needs.open.map((call) => `${at(call.place)} ? ${call.settledBy}`),
    ...needs.unreached.map((call) => `${at(call.place)} unreached`),
  ].sort();
}

function at(place) {
  return `${place.file}:${place.start.line}`;
}

function useMark(use) {
  const kind = use.fileKind === 'production' ? '' : `${use.fileKind} `;
  const doubt = use.state === 'possibly-needed' ? '~' : '';
  // Of several versions of one operation the code says which; otherwise the catalog's own row is the clearest name.
  const isRow = use.endpoint !== null && use.fit !== 'family';
  const name = withoutIds(isRow ? use.endpoint : `${use.method} ${use.path.trim().replace(/^(?!\/)/, '/')}`);
  return `${kind}${use.endpoint === null ? 'unknown ' : doubt}${name}`;
}

function withoutIds(name) {
  return name.replace(/\{[^}]*\}/g, '{}').replace(/(?<=.)\/$/, '');
}

function filesBelow(root, below = '') {
  return readdirSync(`${root}/${below}`, { withFileTypes: true })
    .filter((entry) => entry.name !== 'shape.json')
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(root, `${below}${entry.name}/`) : [below + entry.name],
    )
    .sort();
}

function subfolders(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

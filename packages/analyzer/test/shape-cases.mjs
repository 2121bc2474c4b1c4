// Cases of fixtures/shapes and their expectations, which stand in the sources as `// => …` at the end of a line.
// Plain JavaScript, because scripts/accuracy.mjs reads the same cases without a compiler.
import { readFileSync } from 'node:fs';
import { expectedMarks, fixtures, placeText, subfolders } from './fixture-marks.mjs';

const shapes = `${fixtures}/shapes`;

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

/** What an analysis found, in the same form: uses, open calls and calls that nobody reaches. */
export function foundMarks(needs) {
  return [
    ...needs.uses.map((use) => `${placeText(use.place)} ${useMark(use)}`),
    ...needs.open.map((call) => `${placeText(call.place)} ? ${call.settledBy}`),
    ...needs.unreached.map((call) => `${placeText(call.place)} unreached`),
  ].sort();
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

// Draws which room of the analyzer imports which, from the imports as they are, into docs/architecture.md. The ground
// (model, lookups, util), which every room stands on, is left out. `--check` writes nothing and fails when the drawing is
// stale.
import { cruise } from 'dependency-cruiser';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import walls, { rooms } from '../.dependency-cruiser.mjs';
import { root } from './pnpm.mjs';

const source = 'packages/analyzer/src';
const page = join(root, 'docs/architecture.md');
const place = /(<!-- rooms: begin[^>]*-->\n)[\s\S]*?(<!-- rooms: end -->)/;

const arrows = await arrowsBetweenRooms();
const text = readFileSync(page, 'utf8');
if (!place.test(text)) throw new Error('docs/architecture.md has no place for the rooms.');
const wanted = text.replace(place, (_, begin, end) => `${begin}\n${drawing(arrows)}\n\n${end}`);
if (wanted !== text && process.argv.includes('--check')) {
  console.error('docs/architecture.md: the rooms are stale; run node scripts/architecture.mjs');
  process.exitCode = 1;
} else if (wanted !== text) {
  writeFileSync(page, wanted);
}

/** `from → to`, each once, in the order of the run. */
async function arrowsBetweenRooms() {
  const { output } = await cruise([source], { ...walls.options, baseDir: root });
  const found = new Set(
    output.modules.flatMap(({ source: from, dependencies }) =>
      dependencies.map(({ resolved: to }) => `${roomOf(from)} ${roomOf(to)}`),
    ),
  );
  const order = ['analyze', ...Object.keys(rooms)];
  return order.flatMap((from) =>
    order.filter((to) => to !== from && found.has(`${from} ${to}`)).map((to) => [from, to]),
  );
}

/** The conductor has no room; its short version for editors calls the same rooms. */
function roomOf(path) {
  if (!path.startsWith(`${source}/`)) return 'elsewhere';
  const [room, ...below] = path.slice(source.length + 1).split('/');
  return below.length > 0 ? room : room.replace('find-relevant-modules', 'analyze').replace('.ts', '');
}

function drawing(pairs) {
  const lines = pairs.map(([from, to]) => `  ${from} --> ${to}`);
  return ['```mermaid', 'flowchart TD', ...lines, '```'].join('\n');
}

import { writeFileSync } from 'node:fs';
import { buildCatalog } from './build-catalog.js';
import { dataFiles } from './data-files.js';

// Runs from tools/dist, where the compiler puts it.
const root = new URL('../../', import.meta.url);

for (const [name, text] of dataFiles(buildCatalog(new URL('tools/sources/', root)))) {
  writeFileSync(new URL(`data/${name}`, root), text);
}

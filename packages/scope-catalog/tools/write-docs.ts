import { readFileSync, writeFileSync } from 'node:fs';
import { buildCatalog } from './build-catalog.js';
import { describeCatalog } from './describe-catalog.js';
import { fillPlaces } from './fill-places.js';
import { readOperations } from './openapi-table.js';
import { readTable } from './read-table.js';

// Runs from tools/dist, where the compiler puts it.
const sources = new URL('../sources/', import.meta.url);
const document = new URL('../../../../docs/catalog.md', import.meta.url);

const texts = describeCatalog(
  buildCatalog(sources),
  readOperations(sources),
  readTable(sources, 'read-fields'),
);
writeFileSync(document, fillPlaces(readFileSync(document, 'utf8'), texts));
